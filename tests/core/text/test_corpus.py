import re
import subprocess
import sys

import pytest

from core.errors import Trouble
from core.text import PACKAGED, Corpus, load_corpus
from core.text import corpus as module


@pytest.mark.parametrize("name", PACKAGED)
def test_what_every_packaged_corpus_tells(name: str):
    corpus = load_corpus(name)
    assert corpus.name == name and corpus.language == "en"
    assert corpus.source and corpus.licence
    assert corpus.documents == tuple(document.strip() for document in corpus.documents)
    assert all(corpus.documents)
    assert load_corpus(name) is corpus  # parsed once


def test_wikipedia_is_prose_under_the_titles_of_its_articles():
    corpus = load_corpus("wikipedia-sample")
    assert corpus.labels is not None and corpus.timestamps is None
    assert len(corpus.documents) == len(corpus.labels) > 4000
    assert {"Anarchism", "Abraham Lincoln", "Apollo 11", "Algorithm"} < set(corpus.labels)
    assert not {title for title in corpus.labels if title.startswith("Wikipedia:")}
    first = corpus.documents[corpus.labels.index("Albedo")]
    assert first == (
        'Albedo or reflection coefficient, derived from Latin albedo "whiteness" (or reflected sunlight) in turn'
        ' from albus "white", is the diffuse reflectivity or reflecting power of a surface.'
    )


def test_no_markup_is_left_in_wikipedia():
    left = re.compile(r"\[\[|\]\]|\{\{|\}\}|'''|</?(?:ref|br|sup|sub|small|div|span)\b|&[a-z]+;|\ufffc|\n|\|thumb")
    assert [d for d in load_corpus("wikipedia-sample").documents if left.search(d)] == []


def test_lee_has_its_two_sets():
    corpus = load_corpus("lee-news")
    assert len(corpus.documents) == 300 + 50
    assert corpus.documents[0].startswith("Hundreds of people have been forced to vacate their homes")
    assert "£" in " ".join(corpus.documents)  # the one character beyond ASCII: the file is Latin-1
    assert corpus.labels is None


def test_columns_must_be_as_long_as_the_documents():
    with pytest.raises(ValueError, match="2 documents, but 1 labels"):
        Corpus("x", ("a", "b"), ("1",), None, "en", "s", "l")


def test_a_gensim_without_test_data_is_named(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module, "find_spec", lambda name: None)
    with pytest.raises(Trouble, match="pip install gensim") as caught:
        module.lee_news.__wrapped__()
    assert caught.value.code == "corpus-missing"


def test_importing_text_stays_light():
    heavy = "torch transformers datasets pandas jieba gensim pyarrow".split()
    code = f"import sys, core.text; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
