"""The relatives of word2vec: by hand, by law, against other implementations."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
import scipy.sparse as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import Trouble
from core.word2vec import Vectors
from core.word2vec.vocabulary import read
from core.words import (
    align,
    averages,
    bags,
    bias,
    charcnn,
    counts,
    glove,
    nce,
    nnlm,
    paragraphs,
    ranking,
    senses,
    subwords,
    walks,
)
from core.words.ngram import Ngram
from core.words.windows import EDGE, OTHER, vocabulary, windows

TINY = [["a", "b", "a", "c"], ["b", "a"]]  # a: 3, b: 2, c: 1


def test_counts_by_hand() -> None:
    text = read(TINY, 1)
    assert text.words == ("a", "b", "c")
    near = counts.cooccurrence(text, 1).toarray()
    assert near.tolist() == [[0, 3, 1], [3, 0, 0], [1, 0, 0]]
    far = counts.cooccurrence(text, 2, by_distance=True).toarray()
    assert far.tolist() == [[1, 3, 1], [3, 0, 0.5], [1, 0.5, 0]]  # a…a and b…c are two apart


def test_ppmi_by_hand() -> None:
    found = counts.ppmi(sp.csr_array(np.array([[0.0, 3, 1], [3, 0, 0], [1, 0, 0]]))).toarray()
    assert found[0, 1] == pytest.approx(np.log(3 * 8 / (4 * 3)))
    assert found[0, 0] == 0


def test_svd_is_the_best_matrix_of_its_rank() -> None:
    A = np.random.default_rng(0).normal(size=(7, 5))
    found = counts.svd(A, 2)
    rest = A - found.U * found.S[:2] @ found.W
    assert np.linalg.norm(rest) ** 2 == pytest.approx((found.S[2:] ** 2).sum())
    assert found.kept == pytest.approx((found.S[:2] ** 2).sum() / (A**2).sum())
    assert counts.svd(A, 99).kept == pytest.approx(1)


def test_idf_by_hand() -> None:
    assert counts.term_document([[0, 0, 1], [1]], 2).tolist() == [[2 * np.log(2), 0], [0, 0]]


def test_glove_weight_by_hand() -> None:
    assert glove.weight(np.array([1.0, 16, 100, 1000]), 100.0, 0.75).tolist() == pytest.approx(
        [100**-0.75, 0.16**0.75, 1, 1]
    )


def test_a_step_of_glove_is_adagrad_on_the_papers_loss() -> None:
    from core.words.sweep import sweep

    dice = np.random.default_rng(1)
    W, U = dice.normal(size=(2, 3, 5))
    before = W.copy(), U.copy()
    squares = np.ones((2, 3, 5))
    i, j, target, f, lr = 1, 2, 0.7, 0.4, 0.1
    where = np.array([i]), np.array([j])
    error = sweep(*where, np.array([target]), np.array([f]), np.array([0]), W, U, squares, lr)
    gap = before[0][i, :4] @ before[1][j, :4] + before[0][i, 4] + before[1][j, 4] - target
    assert error == pytest.approx(f * gap**2)
    # half the gradient of f · gap², as in the authors' program; the first step divides by 1
    assert W[i] == pytest.approx(before[0][i] - lr * f * gap * np.append(before[1][j, :4], 1))
    assert U[j] == pytest.approx(before[1][j] - lr * f * gap * np.append(before[0][i, :4], 1))
    assert W[[0, 2]] == pytest.approx(before[0][[0, 2]])


def test_glove_learns_and_repeats() -> None:
    text = [["cat", "dog", "purrs"], ["dog", "cat", "barks"], ["sun", "moon", "shines"], ["moon", "sun", "sets"]] * 20
    config = glove.Config(D=8, min_count=1, epochs=60, window=2)
    first, again = glove.train(text, config), glove.train(text, config)
    assert first.losses[-1] < first.losses[0] / 10
    assert first.vectors.tobytes() == again.vectors.tobytes()


def parted(sentences: list[list[int]]) -> np.ndarray:
    return np.array([number for sentence in sentences for number in (*sentence, EDGE)])


@given(st.lists(st.lists(st.integers(2, 6), min_size=1, max_size=6), min_size=1, max_size=8), st.integers(1, 4))
def test_an_ngram_is_a_distribution(sentences, n) -> None:
    model = Ngram(parted(sentences), 7, n)
    for context in [(), (2,), (3, 4), (6, 6, 6)]:
        p = model.next(context)
        assert p.sum() == pytest.approx(1) and (p > 0).all()


def test_an_ngram_by_hand() -> None:
    model = Ngram(parted([[2, 3, 2, 3, 2, 4]]), 5, 2)
    # after 2: 3 twice, 4 once; alone: 2 three, 3 two, 4 one; even: 1/5
    alone = (np.array([0, 0, 3, 2, 1]) + 3 / 5) / 9
    assert model.next([2]) == pytest.approx((np.array([0, 0, 0, 2, 1]) + 2 * alone) / 5)
    assert model.seen([2]) == 1 and model.seen([4]) == 0 and model.contexts == 2
    assert Ngram(parted([[2, 3]]), 5, 1).next([3, 3]) == pytest.approx(Ngram(parted([[2, 3]]), 5, 1).next([]))
    assert model.loss(np.array([[EDGE, 2]])) == pytest.approx(-np.log(alone[2]))
    assert not len(Ngram(parted([[2], [3]]), 5, 2)._after([2], 1)[0])  # 2 and 3 stand in two sentences


def test_windows_by_hand() -> None:
    words = vocabulary([["x", "y", "x"], ["z"]], 4)
    assert words.names == ("<unk>", "<s>", "x", "y") and words.encode(["z", "x"]) == [OTHER, 2]
    assert windows([[2, 3]], 1, 1).tolist() == [[EDGE, 2, 3], [2, 3, EDGE]]
    with pytest.raises(Trouble, match="no words"):
        vocabulary([[]], 5)


PATTERN = [["one", "two", "three", "four"], ["red", "green", "blue", "black"]] * 60


def test_the_network_learns_to_count() -> None:
    run = nnlm.train(PATTERN, nnlm.Config(n=2, D=8, H=16, V=20, epochs=40, lr=0.02))
    assert run.words.names[int(run.next(run.words.encode(["two"])).argmax())] == "three"
    assert run.next([]).sum() == pytest.approx(1)
    assert run.losses[-1] < run.losses[0] / 3 and run.held_out < 0.6
    assert run.frames.shape[1:] == (8, 2)


def test_the_ranker_tells_true_windows() -> None:
    run = ranking.train(PATTERN, ranking.Config(reach=1, D=8, H=16, V=20, steps=60, lr=0.02))
    assert run.won > 0.8 and run.losses[-1] < 0.5
    true, false = run.score(np.array([run.words.encode(w) for w in (["one", "two", "three"], ["one", "red", "three"])]))
    assert true - false > 1


def test_a_swapped_window_always_differs_in_the_middle_only() -> None:
    window = np.random.default_rng(0).integers(2, 9, (200, 5))
    fake = ranking.swapped(window, 9, np.random.default_rng(1))
    assert (fake[:, 2] != window[:, 2]).all() and (fake[:, 2] >= 2).all() and (fake[:, 2] < 9).all()
    assert (np.delete(fake, 2, 1) == np.delete(window, 2, 1)).all()


def test_noise_contrastive_scores_normalise_themselves() -> None:
    truth = np.array([0.5, 0.3, 0.15, 0.05])
    run = nce.train(truth, nce.Config(K=10, steps=2_000))
    assert run.estimates[-1] == pytest.approx(truth, abs=0.04)
    assert run.estimates[-1].sum() == pytest.approx(1, abs=0.06) and run.distance[0] > 0.2


def test_ngrams_and_hashes_are_fasttexts() -> None:
    from gensim.models.fasttext_inner import compute_ngrams, compute_ngrams_bytes, ft_hash_bytes

    config = subwords.Config()
    for word in ("where", "词向量", "naïve", "a"):
        theirs = [gram for gram in compute_ngrams(word, 3, 6) if gram != f"<{word}>"]
        assert sorted(subwords.ngrams(word, config)) == sorted(theirs)
        for gram in compute_ngrams_bytes(word, 3, 6):
            assert subwords.hashed(gram.decode()) == ft_hash_bytes(gram)


def test_pairs_by_hand() -> None:
    centres, contexts = bags.pairs(np.array([5, 6, 7]), np.array([0, 2, 3]), 2)
    assert sorted(zip(centres.tolist(), contexts.tolist(), strict=True)) == [(5, 6), (6, 5)]  # 7 is alone


def test_subwords_give_unseen_words_a_vector_near_their_kin() -> None:
    text = [["painting", "painter", "colour"], ["singing", "singer", "song"]] * 80
    run = subwords.train(text, subwords.Config(min_count=1, subsample=0.0, buckets=512, D=12, steps=150, lr=0.05))
    near = run.vectors.best(run.vectors.unit @ run.vector("paintings"), 2)
    assert {word for word, _ in near} <= {"painting", "painter", "colour"}
    assert not run.vector("").any() and run.losses[-1] < run.losses[0]


def test_paragraph_vectors_group_documents() -> None:
    documents = [["salt", "soup", "cook", "onion"] * 6, ["soup", "onion", "salt"] * 8]
    documents += [["moon", "star", "sun"] * 8] * 2
    for kind in ("dbow", "dm"):
        run = paragraphs.train("abcd", documents, paragraphs.Config(kind, min_count=1, D=8, steps=120, lr=0.05))
        unit = run.documents / np.linalg.norm(run.documents, axis=1, keepdims=True)
        assert unit[0] @ unit[1] > unit[0] @ unit[2] and unit[2] @ unit[3] > unit[1] @ unit[3]


def test_walks_stay_on_edges_and_weigh_as_node2vec() -> None:
    graph = walks.parse("a-b, b-c\nc-a; c-d，d—e")
    assert len(graph.edges) == 5
    edges = {frozenset((graph.nodes[a], graph.nodes[b])) for a, b in graph.edges}
    found = walks.walk(graph, walks.Config(walks=3, length=7))
    assert len(found) == 3 * 5 and all(frozenset(step) in edges for path in found for step in pairwise(path))
    never_back = walks.walk(graph, walks.Config(walks=5, length=5, back=1e12))
    assert not any(
        a == c and b != "e" for path in never_back for a, b, c in zip(path, path[1:], path[2:], strict=False)
    )


def test_with_room_enough_expected_skipgram_is_shifted_pmi() -> None:
    from core.words import expected

    pairs = np.random.default_rng(3).integers(1, 9, (5, 5)).astype(float)
    pairs += pairs.T
    noise = pairs.sum(1) ** 0.75 / (pairs.sum(1) ** 0.75).sum()
    X, Y = expected.train(pairs, 5, steps=5_000)
    # every product is free when D = V: Levy and Goldberg 2014, equation 7
    assert X @ Y.T == pytest.approx(np.log(pairs / (pairs.sum(1)[:, None] * noise)) - np.log(5), abs=0.02)


@pytest.mark.parametrize(("typed", "code"), [("", "graph-empty"), ("a,b", "graph-empty"), ("a-a", "graph-empty")])
def test_a_graph_without_edges_is_refused(typed, code) -> None:
    with pytest.raises(Trouble) as caught:
        walks.parse(typed)
    assert caught.value.code == code
    with pytest.raises(Trouble) as caught:
        walks.parse(",".join(f"{i}-{i + 1}" for i in range(walks.MOST + 1)))
    assert caught.value.code == "graph-large"


def test_ridge_is_scikit_learns() -> None:
    from sklearn.linear_model import RidgeClassifier

    dice = np.random.default_rng(0)
    for N, F in ((40, 7), (11, 30)):
        X, labels = dice.normal(size=(N, F)).astype(np.float32), dice.integers(0, 3, N)
        labels[:3] = [0, 1, 2]
        ours, theirs = averages.Ridge(X, labels, 0.5), RidgeClassifier(alpha=0.5).fit(X, labels)
        assert ours.scores(X) == pytest.approx(theirs.decision_function(X), abs=1e-4)


def test_averages_and_bags_by_hand() -> None:
    of = Vectors(("a", "b"), np.array([[2.0, 0], [0, 1]], np.float32))
    found = averages.mean([["a"], ["a", "b"], ["x"]], of)  # (1, 0) and (0, 1), less their mean
    assert found == pytest.approx(np.array([[0.5**0.5, -(0.5**0.5)], [0, 0], [0, 0]]), abs=1e-6)
    assert averages.bag([["a", "a"], ["z"]], ["a", "b"]).tolist() == [[1, 0], [0, 0]]


def test_weat_by_hand() -> None:
    angles = {"x1": 0, "x2": 10, "y1": 90, "y2": 80, "a1": 0, "a2": 0, "b1": 90, "b2": 90}
    rows = np.array([[np.cos(np.radians(d)), np.sin(np.radians(d))] for d in angles.values()])
    found = bias.weat(Vectors(tuple(angles), rows), ["x1", "x2"], ["y1", "y2"], ["a1", "a2"], ["b1", "b2"])
    s = [1, np.cos(np.radians(10)) - np.cos(np.radians(80))]
    assert found.x == pytest.approx(s) and found.y == pytest.approx([-v for v in s])
    assert found.effect == pytest.approx(2 * np.mean(s) / np.std([*s, *(-v for v in s)], ddof=1))
    assert found.splits == 6 and found.p == pytest.approx(1 / 6)
    with pytest.raises(Trouble, match="two words"):
        bias.weat(Vectors(tuple(angles), rows), ["x1"], ["y1", "y2"], ["a1", "a2"], ["b1", "b2"])


@settings(max_examples=20)
@given(st.integers(2, 6), st.integers(0, 10_000))
def test_a_turned_set_is_turned_back(D, seed) -> None:
    dice = np.random.default_rng(seed)
    x, turn = dice.normal(size=(D + 5, D)), np.linalg.qr(dice.normal(size=(D, D)))[0]
    found = align.rotation(x, x @ turn)
    assert found == pytest.approx(turn, abs=1e-8) and align.found_at(x @ found, x @ turn).all()


def test_two_sets_that_differ_by_a_turn_and_one_word() -> None:
    dice = np.random.default_rng(0)
    words, rows = tuple(f"w{i}" for i in range(300)), dice.normal(size=(300, 8))
    turn = np.linalg.qr(dice.normal(size=(8, 8)))[0]
    other = rows @ turn
    other[7] = -other[7]
    wider = np.pad(other, ((0, 0), (0, 3)))
    found = align.lay(Vectors(("mine", *words), np.r_[rows[:1] + 1, rows]), Vectors(words, wider))
    assert found.words == words and found.held == 150
    assert found.after > 0.98 > 0.1 > found.before
    assert found.likeness.argmin() == 7 and np.median(found.likeness) > 0.99
    with pytest.raises(Trouble, match="99 words in common"):
        align.lay(Vectors(words[:99], rows[:99]), Vectors(words, wider))


def test_a_charcnn_in_numpy_is_the_one_that_was_trained() -> None:
    vocab = tuple(f"{a}{b}{c}" for a in "abc" for b in "de" for c in ("ing", "ed", "er"))
    of = Vectors(vocab, np.random.default_rng(0).normal(size=(len(vocab), 6)).astype(np.float32))
    config = charcnn.Config(letter=5, widths=(2, 3), filters=7, epochs=40, lr=0.01)
    run = charcnn.train(of, config)
    assert run.losses[-1] < run.losses[0] and np.linalg.norm(run.vector("adink")) == pytest.approx(1)
    import torch

    letters = torch.from_numpy(run.letters)[torch.from_numpy(charcnn.coded(["beding"]))].mT
    strongest = [
        torch.nn.functional.conv1d(letters, torch.from_numpy(k), torch.from_numpy(b)).relu().amax(-1)
        for k, b in zip(run.kernels, run.biases, strict=True)
    ]
    v = (torch.cat(strongest, 1) @ torch.from_numpy(run.out).T)[0].numpy()
    assert run.vector("beding") == pytest.approx(v / np.linalg.norm(v), abs=1e-5)


def test_typos_swap_two_letters_inside_a_word() -> None:
    words = charcnn.coded(["university"] * 400 + ["at"] * 10)
    typed = charcnn.mistyped(words, charcnn.Config(typos=1.0))
    changed = (typed != words).sum(1)
    assert set(changed[:400]) <= {0, 2} and (changed[:400] == 2).mean() > 0.8 and not changed[400:].any()
    assert (np.sort(typed, 1) == np.sort(words, 1)).all()


def test_a_translation_tags_a_sense_only_when_it_is_the_only_one() -> None:
    pairs = [(["我", "打", "他"], "I hit him."), (["打", "球"], "Play ball")]
    pairs += [(["打", "了"], "I hit and played"), (["他"], "hit")]
    tagged, found, left = senses.tag(pairs, "打", {"hit": ("hit",), "play": ("play", "played")})
    assert tagged == [["我", "打#hit", "他"], ["打#play", "球"], ["打", "了"], ["他"]]
    assert found == {"hit": 1, "play": 1} and left == 1
