import numpy as np
from gensim.models.word2vec import Word2Vec
from hypothesis import given, settings
from hypothesis import strategies as st

from core.word2vec import huffman
from core.word2vec.tree import branches, grow, log_probabilities

COUNTS = st.lists(st.integers(1, 50), min_size=2, max_size=23)


def test_a_tree_by_hand():
    """2 and 1 join first, the rarer as 0; their 3 is rarer than 5."""
    assert huffman([5, 2, 1]) == ("1", "01", "00")
    nodes, codes = grow([5, 2, 1]).path(1)
    assert nodes.tolist() == [1, 0] and codes.tolist() == [0, 1], "the root was made last"


@settings(deadline=None)
@given(COUNTS)
def test_codes_fill_the_tree_and_none_begins_another(counts):
    codes = huffman(counts)
    assert sum(2.0 ** -len(code) for code in codes) == 1, "Kraft"
    assert not any(b.startswith(a) for i, a in enumerate(codes) for j, b in enumerate(codes) if i != j)


@settings(deadline=None)
@given(COUNTS)
def test_frequent_words_have_short_codes(counts):
    lengths = [len(code) for code in huffman(counts)]
    assert all(lengths[i] <= lengths[j] for i, a in enumerate(counts) for j, b in enumerate(counts) if a > b)


@settings(deadline=None)
@given(COUNTS)
def test_total_cost_is_gensims(counts):
    """Lengths may differ where counts tie, the total may not."""
    theirs = Word2Vec(hs=1, negative=0, min_count=1, vector_size=2)
    theirs.build_vocab_from_freq({f"w{i}": count for i, count in enumerate(counts)})
    cost = sum(len(theirs.wv.get_vecattr(f"w{i}", "code")) * count for i, count in enumerate(counts))
    assert sum(len(code) * count for code, count in zip(huffman(counts), counts, strict=True)) == cost


@settings(deadline=None)
@given(COUNTS, st.integers(0, 99))
def test_probabilities_sum_to_one_and_are_the_product_along_the_path(counts, seed):
    dice, tree = np.random.default_rng(seed), grow(counts)
    h, outputs = dice.normal(size=5), dice.normal(size=(len(counts) - 1, 5))
    p = np.exp(log_probabilities(h, outputs, tree))
    np.testing.assert_allclose(p.sum(), 1)
    for word in range(len(counts)):
        np.testing.assert_allclose(branches(h, outputs, tree, word).prod(), p[word])


def test_a_zero_vector_turns_either_way_alike():
    np.testing.assert_allclose(branches(np.zeros(2), np.ones((2, 2)), grow([5, 2, 1]), 1), [0.5, 0.5])
