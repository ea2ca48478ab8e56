import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.text import language_of, normalise, tokenise

mixed = st.text(st.sampled_from("ab Z9.,'-’我喜欢自然语言处理的，。１½ﬁ㎏ﷺ\u0301\u200d👩👍🏽🇨🇳\x00\t\n_")) | st.text()


def words(text: str, language=None) -> list[str]:
    return [token.text for token in tokenise(text, language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I don't like state-of-the-art hype.", ["I", "don't", "like", "state-of-the-art", "hype", "."]),
        ("It costs $3.14 (or 1,000).", ["It", "costs", "$", "3.14", "(", "or", "1,000", ")", "."]),
        ("The U.S. sent GPT-2, e.g. 5km off", ["The", "U.S.", "sent", "GPT-2", ",", "e.g.", "5km", "off"]),
        ("The end.Next", ["The", "end", ".", "Next"]),
        ("naïve cafe\u0301", ["naïve", "café"]),
        ("我喜欢自然语言处理，也喜欢NLP。", ["我", "喜欢", "自然语言", "处理", ",", "也", "喜欢", "NLP", "。"]),
        ("we say 自然语言 in China", ["we", "say", "自然语言", "in", "China"]),
        ("👩\u200d👧 👍🏽❤️🇨🇳", ["👩\u200d👧", "👍🏽", "❤️", "🇨🇳"]),
        ("مرحبا بالعالم", ["مرحبا", "بالعالم"]),
        ("a\x00b\u200bc\ufeff", ["a", "b", "c"]),
        (" \n\t", []),
        ("", []),
    ],
)
def test_by_hand(text: str, expected: list[str]):
    assert words(text) == expected


def test_what_was_typed_is_kept_beside_the_form_for_look_up():
    typed = "我２０岁，１½ ㎏"
    tokens = tokenise(typed)
    assert [(token.text, typed[token.start : token.end]) for token in tokens] == [
        ("我", "我"),
        ("20", "２０"),
        ("岁", "岁"),
        (",", "，"),
        ("11⁄2", "１½"),
        ("kg", "㎏"),
    ]


def test_english_takes_chinese_one_character_at_a_time():
    assert words("say 自然语言", "en") == ["say", "自", "然", "语", "言"]


def test_words_are_told_from_signs():
    assert [token.text for token in tokenise("Yes, 3 好！👍") if token.is_word] == ["Yes", "3", "好"]


@given(mixed)
@settings(deadline=None)  # the first example reads jieba's dictionary
def test_tokens_are_ordered_apart_and_point_back(text: str):
    end = 0
    for token in tokenise(text):
        assert end <= token.start < token.end <= len(text)
        assert token.text and not any(c.isspace() for c in token.text)
        origin = "".join(normalise(text[token.start : token.end])[0].split())
        assert token.text in origin
        end = token.end


@given(mixed)
@settings(deadline=None)
def test_no_letter_is_lost(text: str):
    kept = "".join(token.text for token in tokenise(text))
    form = normalise(text)[0]
    assert [c for c in kept if c.isalnum()] == [c for c in form if c.isalnum()]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The cat sat", "en"),
        ("我喜欢猫", "zh"),
        ("我喜欢NLP", "zh"),
        ("Beijing (北京) is the capital of China", "en"),
        ("我 like", "zh"),
        ("", "en"),
        ("123 !?", "en"),
    ],
)
def test_language_by_script(text: str, language: str):
    assert language_of(text) == language
