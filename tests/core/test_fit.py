import json
import os
from itertools import islice
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor, nn
from torch.utils.data import DataLoader, TensorDataset

from core.checkpoint import NAME
from core.errors import Trouble
from core.fit import fit, warmup
from core.runtime import Step, quiet, seeded
from tests.launch import launch

N, B, IN, H, OUT = 28, 4, 3, 5, 2


class Net(nn.Module):
    """Dropout rolls dice, the norm keeps buffers, two layers share their weights."""

    def __init__(self) -> None:
        super().__init__()
        self.first, self.norm, self.drop = nn.Linear(IN, H), nn.BatchNorm1d(H), nn.Dropout(0.3)
        self.second, self.third = nn.Linear(H, H), nn.Linear(H, H)
        self.third.weight = self.second.weight
        self.last = nn.Linear(H, OUT)

    def forward(self, x: Tensor) -> Tensor:
        x = self.drop(self.norm(self.first(x)).relu())
        return self.last(self.third(self.second(x).relu()).relu())


def net(seed: int = 0) -> Net:
    with seeded(seed):
        return Net()


def data(batch: int = B, seed: int = 1) -> DataLoader:
    dice = torch.Generator().manual_seed(seed)
    x = torch.randn(N, IN, generator=dice)
    y = torch.stack([x.sum(1), x[:, 0] - x[:, 1]], dim=1)
    return DataLoader(TensorDataset(x, y), batch_size=batch, shuffle=True, generator=dice)


def loss_on(model: nn.Module, batch: list[Tensor]) -> Tensor:
    x, y = batch
    return (model(x) - y).square().mean()


def train(model: nn.Module, **options) -> np.ndarray:
    return fit(model, loss_on, data(), **({"lr": 0.01, "steps": 20, "device": "cpu"} | options))


def weights(model: nn.Module) -> list[Tensor]:
    return [t.clone() for t in (*model.parameters(), *model.buffers())]


def same(model: nn.Module, other: nn.Module) -> bool:
    return all(torch.equal(a, b) for a, b in zip(weights(model), weights(other), strict=True))


def test_it_is_the_loop_one_would_write_by_hand() -> None:
    theirs, ours = nn.Linear(IN, OUT), nn.Linear(IN, OUT)
    ours.load_state_dict(theirs.state_dict())
    rule = torch.optim.AdamW(theirs.parameters(), lr=0.1)
    expected = []
    for batch in data():
        loss = loss_on(theirs, batch)
        rule.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(theirs.parameters(), 1.0)
        rule.step()
        expected.append(loss.item())
    losses = fit(ours, loss_on, data(), lr=0.1, device="cpu")
    assert losses.tolist() == expected and len(losses) == N // B
    assert same(ours, theirs)


def test_it_learns_and_it_repeats() -> None:
    model, again = nn.Linear(IN, OUT), nn.Linear(IN, OUT)
    again.load_state_dict(model.state_dict())
    losses = train(model, lr=0.1, steps=200)
    assert losses[-5:].mean() < losses[:5].mean() / 10
    assert losses.tolist() == train(again, lr=0.1, steps=200).tolist()


def test_every_step_is_told_and_the_dice_of_others_are_left_alone() -> None:
    torch.manual_seed(5)
    expected, steps = torch.rand(3), list[Step]()
    torch.manual_seed(5)
    model = net()
    losses = train(model, on_step=steps.append, schedule=warmup(0.5))
    assert torch.equal(torch.rand(3), expected)
    assert [s.metrics["loss"] for s in steps] == losses.tolist()
    assert [s.progress for s in steps] == pytest.approx([(i + 1) / 20 for i in range(20)])
    rates = [s.metrics["lr"] / 0.01 for s in steps]
    assert rates == pytest.approx([i / 10 for i in range(11)] + [1 - i / 10 for i in range(1, 10)])
    assert not model.training


def test_a_rate_of_nothing_changes_nothing_and_clipping_shortens() -> None:
    start, still, short = nn.Linear(IN, OUT), nn.Linear(IN, OUT), nn.Linear(IN, OUT)
    for other in (still, short):
        other.load_state_dict(start.state_dict())
    train(still, schedule=lambda progress: 0.0)
    assert same(still, start)
    train(short, steps=1, lr=1.0, clip=0.001, optimizer=torch.optim.SGD)
    moved = torch.cat([(a - b).flatten() for a, b in zip(weights(short), weights(start), strict=True)])
    assert moved.norm().item() == pytest.approx(0.001, rel=1e-3)


class Stop(Exception):
    pass


def stop_at(step: int, steps: int = 20):
    def on_step(said: Step) -> None:
        if round(said.progress * steps) == step:
            raise Stop

    return on_step


@pytest.mark.parametrize("rule", [torch.optim.AdamW, torch.optim.SGD, torch.optim.Adagrad])
def test_interrupted_and_resumed_is_as_if_nothing_had_happened(tmp_path: Path, rule) -> None:
    whole, parts, first = net(), net(), net(9)
    options = {"optimizer": rule, "schedule": warmup(0.2)}
    expected = train(whole, **options)
    with pytest.raises(Stop):
        train(parts, checkpoint=tmp_path, every=5, on_step=stop_at(13), **options)  # kept: step 10, epoch 2
    heard = []
    losses = train(first, checkpoint=tmp_path, on_step=heard.append, **options)
    assert losses.tolist() == expected.tolist() and len(heard) == 10
    assert same(first, whole)
    assert [file.name for file in tmp_path.iterdir()] == [NAME]


def test_a_finished_training_is_only_read(tmp_path: Path) -> None:
    model, again, heard = net(), net(9), []
    losses = train(model, checkpoint=tmp_path)
    assert train(again, checkpoint=tmp_path, on_step=heard.append).tolist() == losses.tolist()
    assert not heard and same(again, model) and not again.training


@pytest.mark.parametrize("spoil", [lambda b: b[:-7], lambda b: b"", lambda b: b"\x00" * len(b)])
def test_a_spoiled_checkpoint_is_trouble(tmp_path: Path, spoil) -> None:
    train(net(), checkpoint=tmp_path)
    (tmp_path / NAME).write_bytes(spoil((tmp_path / NAME).read_bytes()))
    with pytest.raises(Trouble) as trouble:
        train(net(), checkpoint=tmp_path)
    assert trouble.value.code == "checkpoint-damaged"


def test_another_models_checkpoint_is_trouble_and_changes_nothing(tmp_path: Path) -> None:
    train(net(), checkpoint=tmp_path)
    other = nn.Linear(IN, OUT)
    before = nn.Linear(IN, OUT)
    before.load_state_dict(other.state_dict())
    with pytest.raises(Trouble) as trouble:
        train(other, checkpoint=tmp_path)
    assert trouble.value.code == "checkpoint-mismatch" and same(other, before)


def test_a_full_disk_is_trouble_and_leaves_the_old_state(tmp_path: Path, monkeypatch) -> None:
    train(net(), checkpoint=tmp_path, steps=5)
    old = (tmp_path / NAME).read_bytes()

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Trouble) as trouble:
        train(net(), checkpoint=tmp_path, steps=9)
    assert trouble.value.code == "disk-refused"
    assert (tmp_path / NAME).read_bytes() == old and len(list(tmp_path.iterdir())) == 1


def test_bfloat16_computes_roughly_the_same_and_leaves_a_float32_model() -> None:
    exact, fast = nn.Linear(IN, OUT), nn.Linear(IN, OUT)
    fast.load_state_dict(exact.state_dict())
    difference = train(exact) - train(fast, precision="fast")
    assert 0 < np.abs(difference).max() < 0.05
    assert {p.dtype for p in fast.parameters()} == {torch.float32}
    assert fast(torch.ones(1, IN)).dtype == torch.float32
    fast.load_state_dict(exact.state_dict())
    assert train(fast).tolist() == train(exact).tolist()  # the next exact training in this process is exact again


def test_generators_lists_and_dicts_are_batches_too() -> None:
    rows = [{"x": x, "y": y} for x, y in islice(data(), 3)]

    def loss(model: nn.Module, batch: dict[str, Tensor]) -> Tensor:
        return loss_on(model, [batch["x"], batch["y"]])

    assert len(fit(net(), loss, rows, lr=0.01, device="cpu")) == 3
    assert len(fit(net(), loss, rows, lr=0.01, steps=7, device="cpu")) == 7
    assert len(fit(net(), loss, iter(rows), lr=0.01, steps=2, device="cpu")) == 2
    with pytest.raises(ValueError, match="ended after 3 of 4"):
        fit(net(), loss, iter(rows), lr=0.01, steps=4, device="cpu")
    with pytest.raises(ValueError, match="how many steps"):
        fit(net(), loss, iter(rows), lr=0.01, device="cpu")


def test_a_loss_that_is_no_number_is_trouble() -> None:
    with pytest.raises(Trouble) as trouble:
        train(nn.Linear(IN, OUT), lr=1e30, optimizer=torch.optim.SGD, clip=None)
    assert trouble.value.code == "training-diverged" and trouble.value.facts["lr"] == 1e30


@pytest.mark.skipif(torch.cuda.is_available(), reason="there is CUDA here")
def test_a_device_that_is_not_there_is_trouble() -> None:
    with pytest.raises(Trouble) as trouble:
        train(net(), device="cuda")
    assert trouble.value.code == "device-missing"


def whole_and_resumed(folder: Path) -> tuple[list[float], list[float]]:
    """The losses of 20 steps, and of 10 steps, a stop, and 10 more."""

    def run(steps: int, checkpoint: Path | None) -> list[float]:
        with seeded(0):
            model = nn.Sequential(nn.Linear(IN, 7), nn.Tanh(), nn.Linear(7, OUT))
        return train(model, lr=0.05, steps=steps, checkpoint=checkpoint).tolist()

    whole, _ = run(20, None), run(10, folder)
    return whole, run(20, folder)


SHARED = """
import atexit, json, sys
from pathlib import Path
import torch
from accelerate import PartialState

atexit.register(lambda: print(json.dumps(torch.distributed.is_initialized())))  # said last: core's own comes before
from tests.core.test_fit import whole_and_resumed

print(json.dumps([PartialState(cpu=True).num_processes, *whole_and_resumed(Path(sys.argv[1]))]))
"""


@pytest.mark.slow
def test_two_processes_lose_what_one_loses(tmp_path: Path) -> None:
    script = tmp_path / "shared.py"
    script.write_text(SHARED)
    said, in_a_group = launch(script, str(tmp_path / "two")).splitlines()
    processes, whole, resumed = json.loads(said)
    alone, again = whole_and_resumed(tmp_path / "one")
    assert processes == 2 and resumed == whole and again == alone and not json.loads(in_a_group)
    np.testing.assert_allclose(whole, alone, rtol=1e-5)


@pytest.mark.gpu
@pytest.mark.parametrize("precision", ["exact", "fast"])
def test_a_gpu_learns_the_same_and_resumes(tmp_path: Path, precision) -> None:
    def run(device: str, **options) -> np.ndarray:
        return fit(net(), loss_on, data(), lr=0.05, steps=30, device=device, precision=precision, **options)

    on_gpu = run("cuda")
    assert on_gpu[-5:].mean() < on_gpu[:5].mean()
    with pytest.raises(Stop):
        run("cuda", checkpoint=tmp_path, every=10, on_step=stop_at(15, 30))
    np.testing.assert_allclose(run("cuda", checkpoint=tmp_path, on_step=quiet), on_gpu, rtol=1e-2)
