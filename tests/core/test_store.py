import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as nps

from core import store
from core.attention import AttentionMaps, Tokens
from core.errors import Trouble
from core.runtime import Step


def maps(weights=np.float32) -> AttentionMaps:
    L, H, T, S, Dh = 2, 3, 5, 7, 11
    rng = np.random.default_rng(0)

    def tokens(n):
        return Tokens(*[("词",) * n] * 2, *[(1,) * n] * 3, *[(False,) * n] * 2, dropped=4)

    bias = np.zeros((L, H, T, S), np.float32)
    bias[..., -1] = -np.inf
    return AttentionMaps(
        kind="cross",
        model="tiny",
        target=tokens(T),
        source=tokens(S),
        weights=rng.random((L, H, T, S)).astype(weights),
        queries=rng.random((L, H, T, Dh)),
        keys=rng.random((L, H, Dh, S)).swapaxes(-1, -2),  # not contiguous
        values=rng.random((L, H, S, Dh)),
        scale=np.full((L, H), 0.5, np.float32),
        bias=bias,
    )


@pytest.mark.parametrize("kind", [np.float16, np.float32, np.float64])
def test_attention_maps_come_back_bit_for_bit(tmp_path: Path, kind) -> None:
    before = maps(kind)
    store.save(tmp_path / "maps", before)
    after = store.load(tmp_path / "maps")
    assert (after.kind, after.model, after.target, after.source) == (
        "cross",
        "tiny",
        before.target,
        before.source,
    )
    for name in ("weights", "queries", "keys", "values", "scale", "bias"):
        old, new = getattr(before, name), getattr(after, name)
        assert old.dtype == new.dtype and old.shape == new.shape and old.tobytes() == new.tobytes()


@given(
    nps.arrays(
        st.sampled_from(["u1", "i8", "f2", "f4", "f8", "?", ">i4", "c8"]),
        nps.array_shapes(min_dims=0, min_side=0),
    ),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
        lambda part: st.lists(part) | st.lists(part).map(tuple) | st.dictionaries(st.text(), part),
        max_leaves=8,
    ),
)
def test_whatever_goes_in_comes_out(array: np.ndarray, plain: object) -> None:
    new_array, new_plain = store.unpack(*store.pack((array, plain)))
    assert new_plain == plain and repr(new_plain) == repr(plain)  # repr tells 1 from 1.0 and () from []
    assert new_array.shape == array.shape and new_array.dtype == array.dtype.newbyteorder("=")
    np.testing.assert_array_equal(new_array, array)


def test_equal_values_have_equal_text_and_others_do_not() -> None:
    text = store.pack(Step(0.5, frame=np.arange(3)))[0]
    assert text == store.pack(Step(0.5, frame=np.arange(3)))[0]
    assert text != store.pack(Step(0.5, frame=np.arange(3) + 1))[0]


def test_saving_again_replaces_and_leaves_no_litter(tmp_path: Path) -> None:
    for value in (1.0, 2.0):
        store.save(tmp_path / "run", Step(value))
    assert store.load(tmp_path / "run").progress == 2.0
    assert [f.name for f in tmp_path.iterdir()] == ["run"]


@pytest.mark.parametrize("name", [store.VALUE, store.ARRAYS])
@pytest.mark.parametrize("spoil", [lambda b: b[:-5], lambda b: b"", lambda b: b[:-9] + b"x" + b[-8:]])
def test_a_spoiled_file_is_trouble(tmp_path: Path, name: str, spoil) -> None:
    store.save(tmp_path / "run", Step(0.5, frame=np.arange(30.0)))
    file = tmp_path / "run" / name
    file.write_bytes(spoil(file.read_bytes()))
    with pytest.raises(Trouble) as trouble:
        store.load(tmp_path / "run")
    assert trouble.value.code == "store-damaged"


def test_a_file_that_cannot_be_read_just_now_is_not_called_damaged(tmp_path: Path, monkeypatch) -> None:
    store.save(tmp_path / "run", Step(0.5))

    def refuse(path: Path) -> bytes:
        raise OSError(24, "Too many open files")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(OSError, match="Too many open files"):
        store.load(tmp_path / "run")


def test_a_missing_folder_is_trouble(tmp_path: Path) -> None:
    with pytest.raises(Trouble) as trouble:
        store.load(tmp_path / "none")
    assert trouble.value.code == "store-missing" and trouble.value.facts == {"name": "none"}


@pytest.mark.parametrize(
    "tree",
    [
        {"os:system": {"command": "true"}},
        {"core.errors:Trouble": {"code": "a", "message": "b"}},  # ours, but no dataclass
        {"core.store:Path": {}},  # reachable through core, but not ours
        {"core.runtime:Step": {"progress": 1.0, "speed": 2.0}},  # a field that is not there (any more)
        {"core.nowhere:Step": {}},
        {"array": "value"},
        {},
    ],
)
def test_a_file_builds_our_dataclasses_and_nothing_else(tree: dict) -> None:
    text, numbers = store.pack(0)
    with pytest.raises((ValueError, TypeError)):
        store.unpack(json.dumps(json.loads(text) | {"value": tree}).encode(), numbers)


@pytest.mark.parametrize("value", [object(), {1: 2}, {1, 2}, np.array(["a"]), np.array([None]), Path("."), b"a"])
def test_what_has_no_form_on_disk_is_refused_before_anything_is_written(tmp_path: Path, value) -> None:
    with pytest.raises(TypeError, match="value"):
        store.save(tmp_path / "run", (value,))
    assert not list(tmp_path.iterdir())


def test_a_full_disk_leaves_the_old_result_and_no_litter(tmp_path: Path, monkeypatch) -> None:
    store.save(tmp_path / "run", Step(1.0))

    def full(path: Path, data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(Trouble) as trouble:
        store.save(tmp_path / "run", Step(2.0))
    assert (trouble.value.code, trouble.value.facts["reason"]) == ("disk-refused", "No space left on device")
    assert store.load(tmp_path / "run").progress == 1.0 and len(list(tmp_path.iterdir())) == 1


def test_importing_the_services_stays_light() -> None:
    code = "import sys, core.store, core.jobs, core.claims; print({'torch', 'scipy'} & {*sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
