import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.text import normalise
from core.text.normalise import close_up

# Letters, accents that trade places, jamo that join, ligatures, full width: what NFKC has work with.
awkward = st.text(st.sampled_from("aeq ﬁ½㎏１，é\u0301\u0307\u0323\u0344\u1100\u1161\u11a8각ﷺ\U00011099\U000110ba我"))


def test_by_hand():
    form, spans = normalise("ﬁ，cafe\u0301")
    assert form == "fi,café"
    assert spans.tolist() == [[0, 1], [0, 1], [1, 2], [2, 3], [3, 4], [4, 5], [5, 7]]


def test_nothing_in_nothing_out():
    form, spans = normalise("")
    assert form == "" and spans.shape == (0, 2)


@given(awkward | st.text())
def test_it_is_nfkc_and_every_character_knows_where_it_came_from(text: str):
    form, spans = normalise(text)
    assert form == unicodedata.normalize("NFKC", text)
    assert len(spans) == len(form)
    for (start, end), (later, _) in pairwise(spans.tolist()):
        assert 0 <= start < end <= len(text) and later >= start


@given(awkward)
def test_each_span_normalises_to_its_own_characters(text: str):
    form, spans = normalise(text)
    for start, end in {tuple(span) for span in spans.tolist()}:
        here = "".join(c for c, span in zip(form, spans.tolist(), strict=True) if span == [start, end])
        assert unicodedata.normalize("NFKC", text[start:end]) == here


@pytest.mark.parametrize("code", range(0, 0x110000, 0x10000))
def test_each_sign_of_unicode_after_a_letter(code: int):
    signs = [chr(c) for c in range(code, code + 0x10000) if not 0xD800 <= c < 0xE000]
    text = "".join(f"e{sign} " for sign in signs)
    assert normalise(text)[0] == unicodedata.normalize("NFKC", text)


def test_thousands_of_marks_on_one_letter_are_no_more_work_than_as_many_letters(monkeypatch):
    really, read = unicodedata.normalize, []
    monkeypatch.setattr(unicodedata, "normalize", lambda form, part: read.append(len(part)) or really(form, part))
    text = "e" + "\u0301" * 3_000 + " b"
    found, spans = normalise(text)
    assert found == really("NFKC", text) and len(spans) == len(found)
    assert sum(read) < 10 * len(text)


def test_chinese_closes_up_and_english_does_not():
    assert close_up("明 月 ， 疑 是 the two moons 。") == "明月，疑是 the two moons 。"
