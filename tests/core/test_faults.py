"""What a disk can do to a training: cut its checkpoint anywhere, flip a bit of it, be full."""

from __future__ import annotations

import dataclasses
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from safetensors.torch import save_file

from core import checkpoint
from core.checkpoint import NAME
from core.errors import Trouble
from core.jobs import Cache
from core.jobs.draft import resumed
from core.masking.live import Live
from core.masking.train import train as train_cloze
from core.positions.study import Config, text
from core.positions.train import train as train_positions
from core.runtime import Step
from tests.core.test_fit import Stop, net, same, stop_at, train


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("kept")
    train(net(), steps=10, checkpoint=folder, memory={"seen": [1, "two"]})
    return (folder / NAME).read_bytes()


def refused(folder: Path, data: bytes) -> bool:
    """Read as a checkpoint: it is called damaged, and the model is left alone."""
    (folder / NAME).write_bytes(data)
    model, memory = net(9), {}
    with pytest.raises(Trouble) as trouble:
        train(model, steps=10, checkpoint=folder, memory=memory)
    return trouble.value.code == "checkpoint-damaged" and same(model, net(9)) and not memory


@pytest.mark.parametrize("twentieth", range(20))
def test_cut_anywhere_it_is_trouble(tmp_path: Path, kept: bytes, twentieth: int) -> None:
    assert refused(tmp_path, kept[: len(kept) * twentieth // 20])


def test_a_flipped_bit_anywhere_is_trouble_and_never_other_weights(tmp_path: Path, kept: bytes) -> None:
    for at in np.random.default_rng(0).integers(len(kept) * 8, size=60):
        flipped = bytearray(kept)
        flipped[at // 8] ^= 1 << at % 8
        assert refused(tmp_path, bytes(flipped)), f"bit {at}"


def test_unspoiled_it_goes_on_and_remembers(tmp_path: Path, kept: bytes) -> None:
    (tmp_path / NAME).write_bytes(kept)
    memory: dict[str, list] = {"seen": []}
    assert len(train(net(9), steps=10, checkpoint=tmp_path, memory=memory)) == 10
    assert memory == {"seen": [1, "two"]}


def test_what_a_killed_writer_left_is_swept(tmp_path: Path, kept: bytes) -> None:
    (tmp_path / NAME).write_bytes(kept)
    (tmp_path / "training.0123abcd.new").write_bytes(kept[:99])
    train(net(), steps=10, checkpoint=tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == [NAME]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system of 64 kB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)]
    try:
        mounted = subprocess.run(mount, capture_output=True).returncode == 0
    except FileNotFoundError:
        mounted = False
    if not mounted:
        pytest.skip("only root may mount a disk of 64 kB")
    yield disk
    subprocess.run(["umount", "--lazy", str(disk)], check=True)  # what was read may still be mapped


def test_a_disk_that_fills_up_keeps_the_last_good_checkpoint(small_disk: Path) -> None:
    train(net(), steps=10, checkpoint=small_disk)
    good = (small_disk / NAME).read_bytes()
    (small_disk / "others").write_bytes(b"")
    with pytest.raises(OSError), (small_disk / "others").open("wb") as others:  # somebody else takes the rest
        while True:
            others.write(bytes(1024))
            others.flush()
    with pytest.raises(Trouble) as trouble:
        train(net(), steps=15, checkpoint=small_disk)
    assert trouble.value.code == "disk-refused"
    assert {file.name for file in small_disk.iterdir()} == {NAME, "others"}
    assert (small_disk / NAME).read_bytes() == good
    (small_disk / "others").unlink()
    assert train(net(), steps=15, checkpoint=small_disk).tolist() == train(net(), steps=15).tolist()


@pytest.mark.parametrize("left", [b"", b"spoiled"], ids=["nothing kept", "a spoiled draft"])
def test_a_full_disk_costs_the_draft_and_not_the_training(tmp_path: Path, monkeypatch, left: bytes) -> None:
    def full(tensors: dict, new: Path, metadata: dict) -> None:
        raise OSError(28, os.strerror(28))

    def learn(data: None, config: int, *, checkpoint: Path | None = None) -> list[float]:
        return train(net(), steps=config, checkpoint=checkpoint).tolist()

    folder = tmp_path / "draft"
    folder.mkdir()
    if left:
        (folder / NAME).write_bytes(left)
    monkeypatch.setattr(checkpoint, "save_file", full)
    assert resumed(learn, folder, None, 10) == train(net(), steps=10).tolist()
    assert not folder.exists()  # the result needs the room


def test_a_result_too_large_for_the_disk_leaves_what_lies_there(small_disk: Path) -> None:
    cache = Cache(small_disk)
    cache.put("a" * 64, Step(0.5))
    with pytest.raises(Trouble) as trouble:
        cache.put("b" * 64, Step(0.5, frame=np.zeros(100_000)))
    assert trouble.value.code == "disk-refused" and trouble.value.facts["reason"] == os.strerror(28)
    assert cache.get("a" * 64) is not None
    assert [entry.name for entry in cache.folder.iterdir()] == ["a" * 64]


DOCUMENTS = [f"the {a} cat saw {b} dogs in the old city" for a in "red big sad new".split() for b in range(20)]
SMALL: dict[str, tuple[Callable[..., Any], Any, Any, int]] = {
    "masking": (
        train_cloze,
        DOCUMENTS,
        Live(watched="the [MASK] cat", D=8, L=1, H=2, V=60, longest=12, steps=130),
        115,
    ),
    "positions": (train_positions, None, Config(D=8, L=1, H=2, steps=60, windows=4), 55),
}


@pytest.mark.parametrize("name", SMALL)
def test_a_training_of_a_page_goes_on_as_if_it_had_never_stopped(tmp_path: Path, name: str) -> None:
    learn, data, config, stop = SMALL[name]
    data = text() if data is None else data
    whole = learn(data, config, device="cpu")
    scale = 0.9 if name == "positions" else 1.0  # what its measurements at the end take

    def stumble(step: Step) -> None:
        stop_at(stop, config.steps)(Step(step.progress / scale))

    with pytest.raises(Stop):
        learn(data, config, device="cpu", checkpoint=tmp_path, on_step=stumble)
    heard: list[Step] = []
    again = learn(data, config, device="cpu", checkpoint=tmp_path, on_step=heard.append)
    assert 0 < len(heard) < config.steps / 2
    for field in dataclasses.fields(whole):
        np.testing.assert_equal(getattr(again, field.name), getattr(whole, field.name), field.name)


def test_a_draft_that_another_server_sweeps_away_is_written_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, swept = tmp_path / "draft" / "training.safetensors", []

    def late(tensors: dict, new: Path, metadata: dict) -> None:
        if not swept:
            swept.append(shutil.rmtree(new.parent))
        save_file(tensors, new, metadata)

    monkeypatch.setattr(checkpoint, "save_file", late)
    checkpoint._write(file, {"a": torch.zeros(2)}, {}, None)
    assert swept and file.exists()
