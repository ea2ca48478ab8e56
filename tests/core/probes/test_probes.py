"""The probes: by hand, against other implementations, and that they find what was put in."""

from __future__ import annotations

from dataclasses import replace

import networkx
import numpy as np
import pytest
import torch
from scipy.stats import spearmanr
from sklearn.linear_model import LogisticRegression

from core.errors import Trouble
from core.models import load as load_model
from core.probes import Config, StructuralProbe, load, mst, rank_correlation, train
from core.probes.features import Features, matrix, read
from core.probes.gravity import centre_of_gravity, expected_layer
from core.probes.heads import word_attention
from core.probes.linear import Probes, descend, linear, nats, right
from core.probes.live import read_words, words_of
from core.probes.mdl import online_code
from core.probes.scalar_mix import mixed
from core.probes.structural import score, structural
from core.probes.treebank import edges, tree_depths, tree_distances
from core.probes.treebank import read as read_treebank
from core.probes.trees import MEASURES, chain, chain_score, measured, neighbours


@pytest.fixture(scope="module")
def model():
    return load_model()


def clouds(N: int = 600, layers: int = 3, D: int = 7, C: int = 5) -> tuple[np.ndarray, np.ndarray]:
    """Classes that only layer 1 tells apart, and layer 2 half of the time."""
    dice = np.random.default_rng(0)
    y = dice.integers(C, size=N)
    X = dice.standard_normal((layers, N, D))
    X[1, np.arange(N), y] += 5
    X[2, np.arange(N)[::2], y[::2]] += 5
    return X.astype(np.float32), y


def test_the_spanning_tree_is_networkx_s() -> None:
    dice = np.random.default_rng(1)
    for T in (2, 3, 7, 13):
        distances = dice.random((T, T))
        distances = distances + distances.T
        graph = networkx.from_numpy_array(distances)
        want = {tuple(sorted(pair)) for pair in networkx.minimum_spanning_edges(graph, data=False)}
        assert mst(distances) == want
    keep = np.array([True, False, True, True])
    assert {place for pair in mst(dice.random((4, 4)), keep) for place in pair} == {0, 2, 3}
    assert mst(np.zeros((1, 1))) == set()


def test_rank_correlation_is_scipy_s() -> None:
    dice = np.random.default_rng(2)
    a, b = dice.integers(4, size=(5, 11)).astype(float), dice.random((5, 11))
    want = np.mean([np.asarray(spearmanr(x, y))[0] for x, y in zip(a, b, strict=True)])
    assert rank_correlation(a, b) == pytest.approx(want)


def test_measures_by_hand() -> None:
    """Two lengths count alike however many sentences they have; three words are too few for a rank correlation."""
    bank = load("own-en").sentences
    lengths = [len(each) for each in bank]
    usual = max(set(lengths), key=lengths.count)
    some = [each for each in bank if len(each) == usual]
    other = next(each for each in bank if len(each) != usual)
    sentences = [*some, other]
    truth = [(tree_distances(each.heads)[None] * 1.0, tree_depths(each.heads)[None] * 1.0) for each in sentences]
    right = measured(sentences, truth)
    assert {name: float(right[name][0]) for name in MEASURES} == pytest.approx(
        {"uuas": 1, "root": 1, "distances": 1, "depths": 1, "distances_sd": 0, "depths_sd": 0}
    )
    upside_down = [*truth[:-1], (truth[-1][0], -truth[-1][1])]
    found = measured(sentences, upside_down)
    assert len(some) > 1 and found["depths"][0] == pytest.approx(0)  # 1 for one length, -1 for the other
    assert found["root"][0] == pytest.approx(len(some) / len(sentences))
    ones = np.array([1.0] * len(some) + [-1.0])
    assert found["depths_sd"][0] == pytest.approx(ones.std())
    short = next(read_treebank(["1\ta\t_\tX\t_\t_\t0\troot\t_\t_", "2\tb\t_\tX\t_\t_\t1\tx\t_\t_", ""]))
    few = measured([short], [(np.array([[[0.0, 1], [1, 0]]]), np.array([[0.0, 1]]))])
    assert few["uuas"][0] == few["root"][0] == 1 and np.isnan(few["distances"][0])


def test_the_order_of_the_words_is_a_chain() -> None:
    sentences = load("own-en").sentences
    found = neighbours(sentences)
    assert found["uuas"] == pytest.approx(chain_score(sentences))
    first = [int(np.flatnonzero(each.counts)[0]) == each.heads.index(0) for each in sentences]
    assert found["root"] == pytest.approx(np.mean(first))


def test_true_distances_give_the_true_tree() -> None:
    for sentence in load("own-en").sentences:
        everything = np.ones(len(sentence), dtype=bool)
        found = mst(tree_distances(sentence.heads).astype(float), everything)
        gold = {tuple(sorted((at, head - 1))) for at, head in enumerate(sentence.heads) if head}
        assert found == gold
    assert chain(np.array([True, False, True, True])) == {(0, 2), (2, 3)}
    assert 0.3 < chain_score(load("own-en").sentences) < 0.6


def test_a_probe_finds_the_layer_that_knows() -> None:
    X, y = clouds()
    probes, losses = linear(torch.from_numpy(X[:, :400]), y[:400], 5, Config(epochs=30, lr=0.02, B=64))
    scores = right(probes, torch.from_numpy(X[:, 400:]), y[400:])
    assert losses[-1] < losses[0] / 2
    assert scores[1] > 0.95 > 0.75 > scores[2] > 0.45 > 0.4 > scores[0]
    again, _ = linear(torch.from_numpy(X[:, :400]), y[:400], 5, Config(epochs=30, lr=0.02, B=64))
    assert torch.equal(probes.weight, again.weight)


def test_a_probe_is_as_good_as_scikit_learn_s() -> None:
    X, y = clouds()
    probes, _ = linear(torch.from_numpy(X[:, :400]), y[:400], 5, Config(epochs=60, lr=0.02, B=64))
    ours = right(probes, torch.from_numpy(X[:, 400:]), y[400:])
    for layer in (1, 2):
        theirs = LogisticRegression(C=100).fit(X[layer, :400], y[:400]).score(X[layer, 400:], y[400:])
        assert ours[layer] == pytest.approx(theirs, abs=0.03)


def test_layers_learn_side_by_side_as_they_would_alone() -> None:
    X, y = clouds()
    config = Config(epochs=3, B=64)
    alone, together = Probes(1, 7, 5), Probes(3, 7, 5)
    with torch.no_grad():
        alone.weight[0] = together.weight[1]
    for probes, some in ((alone, X[1:2]), (together, X)):
        descend(probes, torch.from_numpy(some), y, config)
    assert torch.allclose(alone.weight[0], together.weight[1], atol=1e-6)


def test_the_mix_leans_on_the_layer_that_knows() -> None:
    X, y = clouds()
    mixes, _ = mixed(torch.from_numpy(X[:, :400]), y[:400], 5, Config(epochs=40, lr=0.02, B=64))
    shares = mixes.shares.detach().numpy()
    assert np.allclose(shares.sum(1), 1) and np.allclose(np.triu(shares, 1), 0)
    assert shares[-1].argmax() == 1
    scores = right(mixes, torch.from_numpy(X[:, 400:]), y[400:])
    assert scores[1] > scores[0] + 0.4
    assert expected_layer(scores) == pytest.approx(1.0, abs=0.15)
    assert centre_of_gravity(np.array([0.5, 0.25, 0.25])) == 0.75
    assert np.isnan(expected_layer(np.array([0.9, 0.8, 0.7])))


def test_code_lengths_by_hand_and_by_knowledge() -> None:
    X, y = clouds()
    probes, _ = linear(torch.from_numpy(X), y, 5, Config(epochs=1))
    with torch.no_grad():
        probes.weight.zero_()
        probes.bias.zero_()
    assert nats(probes, torch.from_numpy(X), y) == pytest.approx(len(y) * np.log(5), rel=1e-5)
    bits, uniform = online_code(torch.from_numpy(X), y, 5, Config(epochs=10, lr=0.02, B=64))
    assert uniform == pytest.approx(len(y) * np.log2(5))
    assert bits[1] < 0.4 * uniform < bits[2] < bits[0]


def planted(layers: int = 2, D: int = 48) -> tuple[Features, list]:
    """Vectors whose squared distances are tree distances in layer 1: each word is the sum of the edges above it."""
    sentences = [each for each in load("own-en").sentences if len(each) <= 12]
    dice = np.random.default_rng(0)
    turn = np.linalg.qr(dice.standard_normal((D, D)))[0]
    rows = []
    for sentence in sentences:
        T = len(sentence)
        own = np.zeros((T, D))
        for at in range(T):
            up = at
            while sentence.heads[up] > 0:
                own[at, up] = 1
                up = sentence.heads[up] - 1
        rows.append(np.stack([dice.standard_normal((T, D)), own @ turn]))
    starts = np.cumsum([0, *map(len, sentences)])
    return Features(np.concatenate(rows, axis=1).astype(np.float16), starts), sentences


def test_the_structural_probe_finds_a_planted_tree() -> None:
    features, sentences = planted()
    config = Config(task="tree", rank=16, epochs=60, lr=0.02, B=128)
    probe, losses = structural(features, sentences, (0, 1), config)
    found = score(probe, features, sentences, (0, 1))
    assert losses[-1] < losses[0] / 3
    assert found["uuas"][1] > 0.95 > 0.8 > found["uuas"][0] and found["root"][1] > 0.9
    assert found["distances"][1] > 0.9


def test_distances_are_those_of_the_formula() -> None:
    probe = StructuralProbe(7, 3)
    h = torch.randn(1, 2, 5, 7, generator=torch.Generator().manual_seed(0))
    mapped = h[0, 1] @ probe.B[0]
    want = ((mapped[:, None] - mapped[None]) ** 2).sum(-1)
    assert torch.allclose(probe.distances(h)[0, 1], want, atol=1e-6)
    assert torch.allclose(probe.depths(h)[0, 1], (h[0, 1] @ probe.A[0]).square().sum(-1), atol=1e-6)


def test_words_are_means_of_their_pieces(model) -> None:
    words = ("Microscopically", "can't", ".")
    found = read(model, [words])
    states = model.hidden_states(" ".join(words))
    tokens = model.tokens(" ".join(words))
    assert found.vectors.shape == (7, 3, 384)
    n = tokens.words.count(0)
    assert n > 1 and np.allclose(found.vectors[3, 0], states[3, 1 : 1 + n].mean(0), atol=2e-3)
    assert matrix([None, 0, 0, 1, None], 2).tolist() == [[0, 0.5, 0.5, 0, 0], [0, 0, 0, 1, 0]]


def test_batches_do_not_change_what_is_read(model) -> None:
    sentences = [each.words for each in load("own-en").sentences[:6]]
    together, alone = read(model, sentences), read(model, sentences[4:5])
    a, b = together.starts[4:6]
    assert np.abs(together.vectors[:, a:b].astype(float) - alone.vectors.astype(float)).max() < 0.02


def test_attention_between_words_sums_to_what_specials_leave(model) -> None:
    weights = word_attention(model, ("Unbelievable", "can't", "."))
    maps = model.attention("Unbelievable can't .")
    special = np.array(maps.source.special)
    first = [at for at, word in enumerate(maps.source.words) if word == 0]
    want = maps.weights[:, :, first][..., ~special].sum(-1).mean(-1)
    assert weights.shape == (6, 12, 3, 3) and np.allclose(weights[:, :, 0].sum(-1), want, atol=1e-5)


@pytest.mark.parametrize("task", ["upos", "length", "order", "tree"])
def test_training_repeats_and_beats_its_baseline_where_it_can(model, task: str) -> None:
    config = Config(task=task, layer=3, epochs=20, lr=1e-2, B=64)
    run = train("own-en", config, model=model)
    assert run.losses[-1] < run.losses[0]
    assert run.score == train("own-en", config, model=model).score
    assert task != "upos" or run.score > run.baseline + 0.3


def test_a_control_task_and_a_mix_can_be_trained_and_a_missing_layer_is_named(model) -> None:
    short = Config(epochs=10, lr=1e-2, B=64)
    assert train("own-en", replace(short, control=True), model=model).score < train("own-en", short, model=model).score
    assert train("own-en", replace(short, layer=-1), model=model).mix.shape == (7,)
    with pytest.raises(Trouble, match="no layer 9"):
        train("own-en", Config(layer=9), model=model)
    with pytest.raises(Trouble, match="no two labels"):
        train("own-zh", Config(task="number"), model=model)


def test_any_sentence_is_read_by_the_shipped_probes(model) -> None:
    words = words_of("The teacher, who was ill, smiled.")
    assert words == ("The", "teacher", ",", "who", "was", "ill", ",", "smiled", ".")
    found = read_words(words, model)
    assert found.distances.shape == (7, 9, 9) and found.depths.shape == (7, 9)
    for text, code in (("word", "probe-short"), ("word " * 41, "probe-long")):
        with pytest.raises(Trouble) as caught:
            words_of(text)
        assert caught.value.code == code


def test_the_shipped_tree_is_better_than_joining_neighbours(model) -> None:
    sentences, hits, n = load("own-en").sentences, 0, 0
    for sentence in sentences:
        gold = edges(sentence)
        hits += len(gold & mst(read_words(sentence.words, model).distances[3].astype(float), sentence.counts))
        n += len(gold)
    assert hits / n > chain_score(sentences) + 0.1
