import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest

from core import store
from core.errors import Trouble
from core.word2vec import Config, Run, train

ANIMALS = [[who, "eats", what] for who in ("cat", "dog") for what in ("fish", "meat")]
STARS = [[what, "is", how] for what in ("sun", "moon") for how in ("hot", "far")]
TOY = (ANIMALS + STARS) * 15
SMALL = Config(D=11, window=2, min_count=1, subsample=0.0, epochs=20, lr=0.05)
WAYS = [(a, o) for a in ("skipgram", "cbow") for o in ("negative", "hierarchical", "softmax")]


def changed(**fields) -> Config:
    return replace(SMALL, **fields)


@pytest.mark.parametrize(("architecture", "output"), WAYS)
def test_it_learns_that_cats_are_like_dogs(architecture, output):
    run = train(TOY, changed(architecture=architecture, output=output))
    assert run.losses[-1] < 0.7 * run.losses[0]
    near = dict(run.nearest("cat", 9))
    assert near["dog"] > near["sun"]


@pytest.mark.parametrize(("architecture", "output"), WAYS)
def test_same_config_same_bytes(architecture, output):
    config = changed(architecture=architecture, output=output, epochs=2)
    first, second = (store.pack(train(TOY, config)) for _ in range(2))
    assert first == second
    assert store.pack(train(TOY, changed(architecture=architecture, output=output, epochs=2, seed=1))) != first


def test_guessing_costs_what_it_should_before_training():
    """Output rows begin at zero: every yes-or-no question costs log 2, every word log V."""
    V, K = 10, SMALL.negatives
    for output, least, most in (("negative", np.log(2), (1 + K) * np.log(2)), ("softmax", np.log(V), np.log(V))):
        loss = train(TOY, changed(output=output, epochs=1)).losses[0]
        assert least - 1e-6 <= loss <= most + 1e-6


def test_threads_share_the_work_and_reach_the_same_quality():
    run = train(TOY, SMALL, threads=3)
    assert run.progress[-1] == 1
    near = dict(run.nearest("cat", 9))
    assert near["dog"] > near["sun"]


def test_steps_tell_progress_loss_and_map():
    steps = []
    run = train(TOY, SMALL, on_step=steps.append)
    assert [s.progress for s in steps] == run.progress.tolist()
    assert steps[0].progress == 0 and steps[-1].progress == 1 and (np.diff(run.progress) > 0).all()
    assert [s.metrics["loss"] for s in steps] == run.losses.tolist()
    assert all(s.frame.shape == (len(run.vocab), 2) for s in steps)
    assert run.frames.shape == (len(steps), len(run.vocab), 2)
    lr = [s.metrics["lr"] for s in steps]
    assert lr[0] == SMALL.lr and lr[-1] == pytest.approx(SMALL.lr / 250) and (np.diff(lr) < 0).all()


@pytest.mark.parametrize("threads", [1, 3])
def test_a_listener_that_raises_ends_the_training(threads):
    def stop(step):
        if step.progress > 0.2:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        train(TOY, changed(epochs=1000), threads=threads, on_step=stop)


def test_a_run_survives_the_disk(tmp_path):
    run = train(TOY, SMALL)
    store.save(tmp_path / "run", run)
    again = store.load(tmp_path / "run")
    assert isinstance(again, Run) and again.config == SMALL and again.nearest("cat", 3) == run.nearest("cat", 3)


def test_text_without_a_single_pair_is_survived():
    run = train([["a"], ["b"], ["a"]], SMALL)
    assert run.vocab == ("a", "b") and not run.outputs.any() and np.isnan(run.losses).all()


def test_a_device_that_word2vec_does_not_use_is_told():
    with pytest.raises(Trouble) as told:
        train(TOY, SMALL, device="tpu")
    assert told.value.code == "device-missing"


@pytest.mark.parametrize("name", ["D", "window", "negatives", "epochs", "min_count"])
def test_knobs_below_one_are_refused(name):
    with pytest.raises(ValueError, match=name):
        replace(SMALL, **{name: 0})


def test_importing_loads_neither_torch_nor_numba():
    code = "import sys, core.word2vec; sys.exit(bool({'torch', 'numba', 'gensim'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0
