import numpy as np
import pytest

from core import store
from core.word2vec import Config, shipped
from core.word2vec.effects import FEW, MANY, RENAMED, found_again, place, rarefy
from core.word2vec.study import RECORDED, TESTS, Task, recorded, study
from core.word2vec.vectors import Vectors

TEXT = ["The king rules the land. The queen rules the sea.", "国王治理国家。女王治理国家。"] * 20


def test_a_study_has_a_row_a_seed_and_a_number_a_look(tmp_path):
    found = study(TEXT, Task(Config(D=11, epochs=2, min_count=2), seeds=2))
    S, L = 2, len(found.progress)
    assert found.losses.shape == (S, L) and not np.array_equal(*found.losses)
    assert set(found.scores) == set(TESTS) and all(rows.shape == (S, L) for rows in found.scores.values())
    assert "国家" in found.vocab and "king" in found.vocab
    store.save(tmp_path / "s", found)
    assert store.load(tmp_path / "s").vectors.nearest("king", 2) == found.vectors.nearest("king", 2)


@pytest.mark.parametrize("name", RECORDED)
def test_recorded_studies_are_whole(name):
    data, task = RECORDED[name]
    found = recorded(name)
    assert found.task == task and found.corpus == data and found.losses.shape[0] == task.seeds
    assert (found.losses[:, -1] < found.losses[:, 0]).all()


@pytest.mark.parametrize("name", shipped.NAMES)
def test_shipped_vectors_are_what_their_card_says(name):
    kept, card = shipped.shipped(name), shipped.card(name)
    V, D = kept.half.shape
    assert len(kept.vocab) == V == shipped.KEPT[name] and D == card["config"]["D"]
    assert (np.diff(kept.counts) <= 0).all() and np.isfinite(kept.half).all()
    assert set(kept.maps) == {"pca", "tsne", "umap"} and len(kept.hubness) == shipped.SHOWN
    assert all(0 <= score["value"] <= 1 and score["asked"] for score in card["quality"].values())
    bytes_ = sum(file.stat().st_size for file in shipped.folder(name).iterdir())
    assert bytes_ < 3.1e6


def test_shipped_english_passes_the_packaged_tests_as_recorded():
    from core.word2vec.quality import similarity, simlex999

    score = similarity(shipped.vectors("words-en"), simlex999())
    assert score.value == pytest.approx(shipped.card("words-en")["quality"]["SimLex-999"]["value"], abs=2e-3)


def test_rarefied_words_keep_their_text_but_for_the_name():
    dice = np.random.default_rng(0)
    words = [f"w{i}" for i in range(5)]
    text = tuple(tuple(dice.choice(words, 9).tolist()) for _ in range(400))
    changed = rarefy(text, 3)
    assert tuple(tuple(w.removesuffix(RENAMED) for w in s) for s in changed) == text
    marked = [w for s in changed for w in s if w.endswith(RENAMED)]
    assert len(marked) == FEW * min(MANY, 5)


def test_places_of_rarefied_words_by_hand():
    of = Vectors(("a", "b", "c", f"a{RENAMED}"), np.array([[1, 1], [1, 0], [0, 1], [1, 0.2]], np.float32))
    assert found_again(of) == pytest.approx(1 / 2)
    assert place(of) == pytest.approx(1 / 2)
