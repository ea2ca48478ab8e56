"""Pictures: how they are read, how they are judged, and what counts as collapse."""

from __future__ import annotations

import gzip
import threading
from pathlib import Path

import numpy as np
import pytest
import torch

from core.errors import Trouble
from core.generators import Config, conv, digits, points, sample, train
from core.generators.conv import Conv
from core.generators.data import LEARNT
from core.generators.heaps import collapsed, reached
from core.generators.judging import judged, nearest
from core.generators.latent import again, elbo, kl_by_dimension
from core.generators.pictures import pictures
from core.generators.recorded import real


def test_digits_are_split_once() -> None:
    found = pictures("digits")
    assert found.side == 8 and len(found.learnt) == LEARNT and len(found.rest) == 397
    assert (np.concatenate([found.learnt, found.rest]) == digits()[0]).all()


def test_fashion_is_read_from_its_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "images" / "fashion_mnist"
    home.mkdir(parents=True)
    for part, n in (("train", 5), ("t10k", 3)):
        pixels = np.arange(n * 784, dtype=np.uint64).astype(np.uint8)
        (home / f"{part}-images-idx3-ubyte.gz").write_bytes(gzip.compress(bytes(16) + pixels.tobytes()))
        (home / f"{part}-labels-idx1-ubyte.gz").write_bytes(gzip.compress(bytes(8) + bytes(range(n))))
    monkeypatch.setenv("OBSERVATORY_DATA", str(tmp_path))
    found = pictures.__wrapped__("fashion")
    assert found.learnt.shape == (5, 784) and found.rest_classes.tolist() == [0, 1, 2] and found.side == 28
    assert found.learnt[0, 0] == -1 and found.learnt[0, 255] == 1
    monkeypatch.delenv("OBSERVATORY_DATA")
    with pytest.raises(Trouble):
        pictures.__wrapped__("fashion")
    with pytest.raises(ValueError, match="no pictures"):
        pictures("birds")


def test_the_nearest_is_found_over_all_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.generators.judging.CHUNK", 97)
    found = pictures("digits")
    far, row = nearest(found.learnt[[3, 500, 1399]], found)
    assert row.tolist() == [3, 500, 1399] and far == pytest.approx(np.zeros(3), abs=1e-5)


def test_copies_are_faithful_and_caught() -> None:
    found, weights = pictures("digits"), real("digits").reader
    copies = judged(found.learnt[:397], weights, found)
    fog = judged(np.random.default_rng(0).uniform(-1, 1, (397, 64)), weights, found)
    assert copies["nearest"] == pytest.approx(0, abs=1e-5) and copies["precision"] > 0.9
    assert fog["frechet"] > 5 * copies["frechet"] and fog["recall"] < 0.5


@pytest.mark.parametrize("pixels", [64, 784])
def test_the_convolution_reads_both_sizes(pixels: int) -> None:
    model = Conv(Config(D=5, L=1), pixels)
    assert model(torch.zeros(3, pixels), torch.rand(3)).shape == (3, pixels)
    with pytest.raises(ValueError, match="multiple"):
        Conv(Config(D=5), pixels + 1)


def test_two_visitors_draw_at_once_each_with_his_own_weights() -> None:
    """The second one comes in while the first is in the middle of his answer, and stays until it is given."""
    x = np.zeros((1, 64))
    one, other = ({name: p.detach().numpy() for name, p in drawn(seed).named_parameters()} for seed in (1, 2))
    alone = [conv.answer(weights, x, 0.5, None) for weights in (one, other)]
    assert not np.allclose(alone[0], alone[1])
    entered, done = threading.Event(), threading.Event()

    def meet(*_: object) -> None:
        if threading.current_thread() is threading.main_thread():
            second.start() if not second.ident else None
            assert entered.wait(20)
        elif not entered.is_set():
            entered.set()
            assert done.wait(20)

    found: list[np.ndarray] = []
    second = threading.Thread(target=lambda: found.append(conv.answer(other, x, 0.5, None)))
    hook = torch.nn.modules.module.register_module_forward_pre_hook(meet)
    try:
        found.append(conv.answer(one, x, 0.5, None))
        done.set()
        second.join()
    finally:
        done.set()
        hook.remove()
    assert (found[0] == alone[0]).all() and (found[1] == alone[1]).all()


def drawn(seed: int) -> Conv:
    torch.manual_seed(seed)
    return Conv(Config(D=5, L=1), 64)


def test_larger_pictures_are_learnt_and_drawn() -> None:
    x = np.random.default_rng(0).uniform(-1, 1, (50, 784))
    run = train(x, Config(family="flow_matching", net="conv", D=4, L=1, B=10, steps=3, frames=2), device="cpu")
    assert sample(run, 2, steps=4).shape == (2, 784) and run.frames.shape == (2, 40, 784)


def test_the_bound_is_error_and_code() -> None:
    x = points("line", 300, 1)
    run = train(x, Config(family="vae", D=16, L=1, B=64, steps=100, lr=5e-3, frames=0), device="cpu")
    error, nats = elbo(run, x)
    by_hand = (((again(run, x) - x) / run.scale) ** 2).sum() / len(x) / (2 * run.config.sigma**2)
    assert error == pytest.approx(by_hand) and (nats == kl_by_dimension(run, x)).all() and (nats >= 0).all()


def test_collapse_is_three_quarters_or_less() -> None:
    assert reached(points("grid", 500, 3), "grid") == (25, 25) and not collapsed((19, 25)) and collapsed((18, 25))
    share = reached(points("moons", 500, 3), "moons")
    assert isinstance(share, float) and share > 0.9 and collapsed(reached(np.zeros((500, 2)), "moons"))
