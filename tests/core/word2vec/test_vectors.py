import numpy as np
import pytest
from gensim.models import KeyedVectors

from core.errors import Trouble
from core.word2vec import Vectors, load

PLANE = Vectors(
    ("man", "woman", "king", "queen", "fish"), np.array([[1, 0], [1, 1], [3, 0], [3, 1], [-1, 2]], np.float32)
)


def random(V: int = 53, D: int = 7) -> Vectors:
    dice = np.random.default_rng(3)
    return Vectors(tuple(f"w{i}" for i in range(V)), dice.normal(size=(V, D)).astype(np.float32))


def gensims(vectors: Vectors) -> KeyedVectors:
    theirs = KeyedVectors(vectors.vectors.shape[1])
    theirs.add_vectors(list(vectors.vocab), vectors.vectors)
    return theirs


def test_neighbours_by_hand():
    (first, one), (second, cosine) = PLANE.nearest("man", 2)
    assert first == "king" and one == pytest.approx(1)
    assert second == "queen" and cosine == pytest.approx(3 / np.sqrt(10))


def test_neighbours_are_gensims():
    ours, theirs = random(), gensims(random())
    for (word, cosine), (their_word, their_cosine) in zip(
        ours.nearest("w5", 11), theirs.most_similar("w5", topn=11), strict=True
    ):
        assert word == their_word and cosine == pytest.approx(their_cosine, abs=1e-6)


@pytest.mark.filterwarnings("ignore:Call to deprecated")  # gensim of itself
@pytest.mark.parametrize(("rule", "method"), [("add", "most_similar"), ("mul", "most_similar_cosmul")])
def test_analogies_are_gensims(rule, method):
    ours = random().analogy("w1", "w2", "w3", 5, rule=rule)
    theirs = getattr(gensims(random()), method)(positive=["w2", "w3"], negative=["w1"], topn=5)
    assert [word for word, _ in ours] == [word for word, _ in theirs]


def test_without_exclusion_the_asked_words_take_part():
    assert "w3" not in dict(random().analogy("w1", "w2", "w3", 60))
    assert {"w1", "w2", "w3"} <= set(dict(random().analogy("w1", "w2", "w3", 60, exclude=False)))


def test_unknown_words_are_told():
    with pytest.raises(Trouble) as told:
        PLANE.analogy("man", "king", "wman")
    assert told.value.code == "word2vec-unknown-word" and told.value.facts == {"word": "wman"}


def test_a_zero_vector_is_near_nothing_and_breaks_nothing():
    zero = Vectors(("a", "b"), np.zeros((2, 3), np.float32))
    assert zero.nearest("a", 5) == [("b", 0.0)]


def test_saved_is_read_back_bit_for_bit_and_by_gensim(tmp_path):
    vectors = Vectors(("the", "苹果", "New York"), random(3).vectors)
    vectors.save(tmp_path / "v.txt")
    again = load(tmp_path / "v.txt")
    assert again.vocab == vectors.vocab and np.array_equal(again.vectors, vectors.vectors)
    Vectors(("the", "苹果"), vectors.vectors[:2]).save(tmp_path / "v.txt")
    theirs = KeyedVectors.load_word2vec_format(tmp_path / "v.txt")
    assert np.array_equal(theirs["苹果"], vectors.vectors[1])


def test_what_gensim_saves_is_read(tmp_path):
    gensims(random()).save_word2vec_format(tmp_path / "v.txt")
    assert np.array_equal(load(tmp_path / "v.txt").vectors, random().vectors)


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("", 1),
        ("hello", 1),
        ("-1 3\n", 1),
        ("99999999999999 3\n", 1),
        ("2 2\na 1 2\n", 3),
        ("1 2\na 1 x\n", 2),
        ("1 3\na 1\n", 2),
        ("1 2\n\n", 2),
    ],
)
def test_a_file_of_another_kind_is_told_with_the_line(tmp_path, content, line):
    (tmp_path / "v.txt").write_text(content)
    with pytest.raises(Trouble) as told:
        load(tmp_path / "v.txt")
    assert told.value.code == "word2vec-file" and told.value.facts["line"] == line
