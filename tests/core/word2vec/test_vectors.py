import numpy as np
import pytest
from gensim.models import KeyedVectors
from hypothesis import given
from hypothesis import strategies as st

from core.errors import Trouble
from core.word2vec import Vectors, load
from core.word2vec.formats import parse, to_binary

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
        ("99999999999999 3\n", 2),
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


def test_binary_is_read_back_bit_for_bit_and_by_gensim(tmp_path):
    vectors = Vectors(("the", "苹果", "naïve"), random(3).vectors)
    vectors.save(tmp_path / "v.bin", binary=True)
    again = load(tmp_path / "v.bin")
    assert again.vocab == vectors.vocab and np.array_equal(again.vectors, vectors.vectors)
    theirs = KeyedVectors.load_word2vec_format(tmp_path / "v.bin", binary=True)
    assert theirs.index_to_key == list(vectors.vocab) and np.array_equal(theirs.vectors, vectors.vectors)


def test_binary_of_gensim_and_of_the_c_code_is_read(tmp_path):
    gensims(random()).save_word2vec_format(tmp_path / "v.bin", binary=True)
    found = load(tmp_path / "v.bin")
    assert found.vocab == random().vocab and np.array_equal(found.vectors, random().vectors)
    rows = zip(random().vocab, random().vectors, strict=True)
    (tmp_path / "c.bin").write_bytes(b"53 7\n" + b"".join(w.encode() + b" " + r.tobytes() + b"\n" for w, r in rows))
    assert np.array_equal(load(tmp_path / "c.bin").vectors, random().vectors)


def test_of_a_word_that_comes_twice_the_first_counts(tmp_path):
    (tmp_path / "v.txt").write_text("3 2\na 1 2\nb 3 4\na 5 6\n")
    found = load(tmp_path / "v.txt")
    assert found.vocab == ("a", "b") and found.vectors.tolist() == [[1, 2], [3, 4]]


WHOLE = to_binary(random())


@pytest.mark.parametrize(
    ("content", "code", "facts"),
    [
        (WHOLE[:-1], "word2vec-truncated", {"n": 53, "V": 53}),
        (WHOLE[:50], "word2vec-truncated", {"n": 2, "V": 53}),
        (WHOLE.replace(b"53 7", b"54 7"), "word2vec-truncated", {"n": 54, "V": 54}),
        (WHOLE.replace(b"53 7", b"999999999999 7"), "word2vec-truncated", {"n": 54, "V": 999999999999}),
        (WHOLE.replace(b"53 7", b"53 999999999999"), "word2vec-truncated", {"n": 1, "V": 53}),
        (WHOLE.replace(b"53 7", b"0 7"), "word2vec-file", {"line": 1}),
        (WHOLE.replace(b"53 7", b"53"), "word2vec-file", {"line": 1}),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "word2vec-file", {"line": 1}),
        (WHOLE.replace(b"w3 ", b"\xff3 "), "word2vec-encoding", {"n": 4}),
        ("2 2\n词 1 2\n土豆 3 4\n".encode("gb18030"), "word2vec-encoding", {"n": 1}),
        (b"2 2\na 1 2\nb 3 nan\n", "word2vec-number", {"n": 2, "word": "b"}),
        (b"1 99999999999999999999999999\na 1 2\n", "word2vec-file", {"line": 2}),
        (b"1 99999999999999999999999999\na 1 2\n", "word2vec-file", {"line": 2}),
        (b"1 99999999999999999999999999\na 1 2\n", "word2vec-file", {"line": 2}),
        (b"1 99999999999999999999999999\na 1 2\n", "word2vec-file", {"line": 2}),
        (b"1 2\na 1 inf\n", "word2vec-number", {"n": 1, "word": "a"}),
        (to_binary(Vectors(("a",), np.array([[np.nan]], np.float32))), "word2vec-number", {"n": 1, "word": "a"}),
    ],
)
def test_malformed_files_say_what_is_wrong_and_where(content, code, facts):
    with pytest.raises(Trouble) as told:
        parse(content)
    assert (told.value.code, told.value.facts) == (code, facts)


@given(st.binary(max_size=200))
def test_any_bytes_are_vectors_or_a_trouble(data):
    try:
        assert np.isfinite(parse(b"2 3\n" + data).vectors).all()
    except Trouble as trouble:
        assert trouble.code.startswith("word2vec-")


def test_a_word_with_a_space_is_refused_in_binary(tmp_path):
    with pytest.raises(Trouble) as told:
        Vectors(("New York",), random(1).vectors).save(tmp_path / "v.bin", binary=True)
    assert told.value.code == "word2vec-space"


def test_a_strangers_file_is_read_up_to_a_bound():
    assert parse(b"2 1\na 1\nb 2\n", most=2).vocab == ("a", "b")
    with pytest.raises(Trouble) as told:
        parse(b"3 1\na 1\nb 2\nc 3\n", most=2)
    assert (told.value.code, told.value.facts) == ("word2vec-many", {"V": 3, "most": 2})


def test_a_strangers_file_is_read_up_to_a_bound():
    assert parse(b"2 1\na 1\nb 2\n", most=2).vocab == ("a", "b")
    with pytest.raises(Trouble) as told:
        parse(b"3 1\na 1\nb 2\nc 3\n", most=2)
    assert (told.value.code, told.value.facts) == ("word2vec-many", {"V": 3, "most": 2})


def test_a_strangers_file_is_read_up_to_a_bound():
    assert parse(b"2 1\na 1\nb 2\n", most=2).vocab == ("a", "b")
    with pytest.raises(Trouble) as told:
        parse(b"3 1\na 1\nb 2\nc 3\n", most=2)
    assert (told.value.code, told.value.facts) == ("word2vec-many", {"V": 3, "most": 2})


def test_a_strangers_file_is_read_up_to_a_bound():
    assert parse(b"2 1\na 1\nb 2\n", most=2).vocab == ("a", "b")
    with pytest.raises(Trouble) as told:
        parse(b"3 1\na 1\nb 2\nc 3\n", most=2)
    assert (told.value.code, told.value.facts) == ("word2vec-many", {"V": 3, "most": 2})
