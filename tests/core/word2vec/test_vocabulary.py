import numpy as np
import pytest
from gensim.models.word2vec import Word2Vec
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import Trouble
from core.word2vec import Config
from core.word2vec.plan import noise_table, plan
from core.word2vec.vocabulary import LONGEST, keep_as_code, keep_as_paper, noise, read

SENTENCES = [["b", "a", "c"], [], ["a", "d", "b", "a"]]


def test_words_are_numbered_by_frequency_then_first_appearance():
    text = read(SENTENCES, 1)
    assert text.words == ("a", "b", "c", "d")
    assert text.counts.tolist() == [3, 2, 1, 1]
    assert text.tokens.tolist() == [1, 0, 2, 0, 3, 1, 0]
    assert text.starts.tolist() == [0, 3, 3, 7]


def test_rare_words_vanish_from_the_text():
    text = read(SENTENCES, 2)
    assert text.words == ("a", "b") and text.tokens.tolist() == [1, 0, 0, 1, 0] and text.starts.tolist() == [0, 2, 2, 5]


def test_a_long_sentence_is_cut_and_nothing_is_lost():
    text = read([["a", "b"] * LONGEST, ["b"]], 1)
    assert text.starts.tolist() == [0, LONGEST, 2 * LONGEST, 2 * LONGEST + 1] and len(text.tokens) == 2 * LONGEST + 1


@pytest.mark.parametrize(
    ("sentences", "min_count", "code"),
    [
        ([], 1, "word2vec-no-words"),
        ([[], []], 1, "word2vec-no-words"),
        ([["a", "b"]], 2, "word2vec-all-rare"),
        ([["a", "a", "b"]], 2, "word2vec-one-word"),
    ],
)
def test_too_little_text_is_told(sentences, min_count, code):
    with pytest.raises(Trouble) as told:
        read(sentences, min_count)
    assert told.value.code == code


def test_the_paper_and_the_code_keep_different_shares():
    """A word that makes up a hundredth, t = 0.0001: the paper keeps √0.01 = 0.1, the code 0.1 + 0.01."""
    counts = np.array([9900, 100])
    np.testing.assert_allclose(keep_as_paper(counts, 1e-4)[1], 0.1)
    np.testing.assert_allclose(keep_as_code(counts, 1e-4)[1], 0.11)


@settings(deadline=None)
@given(st.lists(st.integers(1, 10**6), min_size=2, max_size=11), st.sampled_from([1e-5, 1e-3, 0.1]))
def test_subsampling_is_gensims(counts, t):
    theirs = Word2Vec(min_count=1, sample=t, vector_size=2)
    theirs.build_vocab_from_freq({f"w{i}": count for i, count in enumerate(counts)})
    kept = [theirs.wv.get_vecattr(f"w{i}", "sample_int") / (2**32 - 1) for i in range(len(counts))]
    np.testing.assert_allclose(keep_as_code(np.array(counts), t), np.minimum(kept, 1), rtol=1e-6)


def test_without_subsampling_everything_stays():
    assert (plan(np.array([9, 1]), Config(subsample=0.0)).keep == 2**32 - 1).all()


def test_noise_by_hand():
    """Counts 16 and 1 to the power 3/4 are 8 and 1."""
    np.testing.assert_allclose(noise(np.array([16, 1]), 0.75), [8 / 9, 1 / 9])
    np.testing.assert_allclose(noise(np.array([16, 1]), 0.0), [0.5, 0.5])


@settings(deadline=None)
@given(st.lists(st.integers(1, 10**4), min_size=2, max_size=31))
def test_the_table_holds_each_word_as_often_as_it_is_likely(counts):
    p = noise(np.array(counts), 0.75)
    table = noise_table(p)
    np.testing.assert_allclose(np.bincount(table, minlength=len(p)) / len(table), p, atol=1.1 / len(table))
