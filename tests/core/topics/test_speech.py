"""Words by their part of speech: by hand, and with the taggers of both languages."""

from __future__ import annotations

from core.models import load
from core.text.posseg import tagged
from core.topics import Topics, discover
from core.topics.recorded import sample
from core.topics.speech import by_speech, candidates, chinese, english, runs, sentences
from tests.core.topics.test_topics import CONFIG, pile


def found() -> Topics:
    texts, vectors, _ = pile()
    return discover(texts, CONFIG, embeddings=vectors)


def test_runs_have_one_of_the_patterns() -> None:
    text = (("Old", "ADJ"), ("ships", "NOUN"), ("sail", "VERB"), ("Rome", "PROPN"), ("red", "ADJ"))
    assert set(runs(text)) == {"old ships", "ships", "old", "red"}


def test_only_words_of_the_right_kind_are_left() -> None:
    topics = found()
    words = [word for word, _ in topics.words(1, 8)]
    nouns = words[::2]

    def tagger(parts):
        return [[(word, "NOUN" if word in nouns else "VERB") for word in part.split()] for part in parts]

    assert [word for word, _ in by_speech(topics, 1, tagger)] == nouns
    assert by_speech(topics, 1, lambda parts: [[(part, "VERB")] for part in parts]) == ()
    assert 0 < len(candidates(topics, 1)) <= 20 and set(topics.labels[list(candidates(topics, 1))]) == {1}


def test_english_tags_come_from_our_probe() -> None:
    (words,) = english(load())(["The old king quickly gave his daughter a beautiful ship in Paris."])
    tags = dict(words)
    assert [tags[each] for each in ("king", "daughter", "ship")] == ["NOUN"] * 3
    assert tags["old"] == tags["beautiful"] == "ADJ" and tags["gave"] == "VERB" and tags["quickly"] == "ADV"
    assert english(load())([]) == []


def test_a_real_topic_loses_its_names_and_verbs() -> None:
    topics = sample().topics
    (topic,) = [at for at in range(topics.C) if topics.words(at, 1)[0][0] == "tarkovsky"]
    kept = [word for word, _ in by_speech(topics, topic, english(load()))]
    assert "film" in kept and "tarkovsky" not in kept and "worked" not in kept


def test_chinese_tags_come_from_jieba() -> None:
    assert tagged("数学家写公式") == (*(("数学家", "NOUN"), ("写", "VERB"), ("公式", "NOUN")),)
    assert "伟大 发现" not in set(runs(chinese(["伟大的发现"])[0])) and "伟大" in set(runs(chinese(["伟大的发现"])[0]))


def test_texts_are_read_sentence_by_sentence() -> None:
    assert sentences("One. Two!  三。四") == ["One.", "Two!", "三。", "四"]
