import pytest

from core.text.wikitext import SHORTEST, paragraphs

PROSE = "It is the ratio of reflected radiation from the surface to incident radiation upon it, and its nature lets it"
END = "be expressed as a percentage of one."


def read(markup: str) -> list[str]:
    """What is left of ``markup`` at the head of a paragraph long enough to be kept."""
    suffix = f" {PROSE} {END}"
    return [text.removesuffix(suffix).strip() if suffix in text else text for text in paragraphs(markup + suffix)]


@pytest.mark.parametrize(
    ("markup", "seen"),
    [
        ("'''Albedo''' is ''white''.", "Albedo is white."),
        ("The [[frequency]] of [[visible light|light]].", "The frequency of light."),
        ("Of [http://example.org/a?b=c the web] and [http://example.org].", "Of the web and."),
        ("Cloud cover.<ref name='a/b'>Book, [[p]]. {{cite|x}}</ref>", "Cloud cover."),
        ('Twice.<ref name="x" /> Told.<ref>a</ref>', "Twice. Told."),
        ("Seen<!-- not [[seen]] --> here.", "Seen here."),
        ("[[File:a.jpg|thumb|A [[picture]] of {{convert|1|m}} {{unknown}}]]Text.", "Text."),
        ("[[Category:Light]]Text.", "Text."),
        ("About {{convert|2300|kg|lb|-1|abbr=on}} and {{convert|60|to|150|cm|in}}.", "About 2300 kg and 60 to 150 cm."),
        ("'''A''' ({{IPAc-en|æ}}; from {{lang|grc|ἀρχός}}) is.", "A (from ἀρχός) is."),
        ("'''A''' ({{IPAc-en|æ}}) is.", "A is."),
        ("E = mc<sup>2</sup> and H<sub>2</sub>O, x<sub>ab</sub>.", "E = mc² and H₂O, xab."),
        ("a &lt; b&nbsp;&amp; c", "a < b & c"),
        ("<nowiki>[[plain]]</nowiki> <small>small</small>", "[[plain]] small"),
        ("{{Infobox\n| a = {{flag|X}}\n}}'''Lincoln''' was.", "Lincoln was."),
        ("__NOTOC__Text.", "Text."),
    ],
)
def test_markup_is_taken_off(markup: str, seen: str):
    assert read(markup) == [seen]


def test_blocks_that_are_no_prose_are_left_out():
    whole = f"{PROSE} {END}"
    source = "\n".join(
        [
            "{{Other uses}}",
            "==Heading==",
            f"* {whole}",
            f": {whole}",
            '{| class="wikitable"',
            f"| {whole}",
            "{| nested\n| x\n|}",
            "|}",
            whole,
            "",
            "Too short to be kept.",
            "",
            f"{whole} A sum <math>\\sum</math> is gone.",
            "",
            f"{whole} A {{{{mystery|word}}}} is gone.",
            "",
            f"{whole} For example:",
        ]
    )
    assert paragraphs(source) == [whole]


def test_lines_that_stand_together_are_one_paragraph():
    assert paragraphs(f"{PROSE}\n{END}") == [f"{PROSE} {END}"]


def test_unclosed_markup_costs_its_paragraph_only():
    whole = f"{PROSE} {END}"
    assert paragraphs(f"{whole}\n\n[[open {whole}\n\n{{{{open {whole}") == [whole]


def test_short_means_fewer_than_the_stated_words():
    assert paragraphs(" ".join(["word"] * (SHORTEST - 1)) + ".") == []
    assert len(paragraphs(" ".join(["word"] * SHORTEST) + ".")) == 1
