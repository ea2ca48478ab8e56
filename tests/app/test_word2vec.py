"""The word2vec exhibit as a visitor meets it: first picture, views, links, controls, and all that one may type."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import numpy as np
import plotly.graph_objects as go
import pytest
from streamlit.testing.v1 import AppTest

from app.exhibits.word2vec import (
    check,
    explore,
    keepsake,
    limits,
    sampling,
    space_charts,
    steps,
    text,
    toy_charts,
    training,
    training_charts,
    tree,
)
from app.exhibits.word2vec.limits_text import SENTENCES
from app.exhibits.word2vec.plate import plate
from app.exhibits.word2vec.reading import at_hand, known
from app.exhibits.word2vec.toy import Toy, course, spaced
from app.exhibits.word2vec.toy_text import PRESET_TEXTS, TOY
from app.i18n import LANGS
from core import systems
from core.word2vec import Config, maps
from core.word2vec.explore import parallelogram
from core.word2vec.study import recorded
from core.word2vec.tree import branches, grow
from tests.app.visiting import html, opened, said

VIEWS = [view for view in text.VIEWS if view not in ("families", "limits")]
EN = at_hand("words-en", "en")


def drawn(fig: go.Figure) -> Any:
    """The traces, of whichever kind."""
    return fig.data


def title_of(fig: go.Figure) -> str:
    return fig.to_plotly_json()["layout"]["title"]["text"]


def toy(**knobs) -> Toy:
    return Toy(spaced(TOY["en"]), replace(Config(D=5, window=2, negatives=3, lr=0.2), **knobs))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("view", VIEWS)
def test_every_view_opens_from_its_link(lang: str, view: str) -> None:
    at = opened("word2vec", lang, word2vec_view=view)
    html(at)
    assert not at.warning and at.get("plotly_chart")


@pytest.mark.parametrize("part", ["train", "claims", "check", "take", "teach"])
def test_the_other_parts_open(part: str) -> None:
    for lang in LANGS:
        html(opened("word2vec", lang, word2vec_part=part, word2vec_view="sampling"))


@pytest.mark.slow
@pytest.mark.parametrize("sense", list(SENTENCES))
def test_the_encoder_tells_two_meanings_apart(sense: str) -> None:
    word, of, sentences = SENTENCES[sense]
    cosines = limits.contextual(word, sentences, limits.READERS[of][0])
    alike, other = (cosines[0, 1] + cosines[2, 3]) / 2, cosines[:2, 2:].mean()
    assert np.diag(cosines) == pytest.approx(1) and alike > other
    assert f"{other:.2f}" in title_of(limits.matrices(word, cosines, "us", "en"))


def test_all_systems_of_the_wing_are_declared() -> None:
    assert set(text.COVERS) == {system.id for system in systems.load() if system.wing == "WV"}


def test_the_first_picture_needs_neither_torch_nor_numba() -> None:
    program = (
        "import sys; from app.exhibits.word2vec import page, explore\n"
        "from app.exhibits.word2vec.reading import at_hand\n"
        "of = at_hand('words-en', 'en'); explore.nearest(of, 'river', 'cosine')\n"
        "print({'torch', 'numba', 'umap', 'sklearn', 'gensim', 'jieba'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


@pytest.mark.parametrize(
    "typed",
    ["<script>alert(1)</script> \\text{x} $y$ **z** `c` [a](b) | - + %", "😀 مرحبا \u200b", "word " * 20_000],
    ids=["markup", "emoji-rtl", "100 kB"],
)
def test_anything_may_be_typed(typed: str) -> None:
    asked = {
        "explore": ("word2vec_word",),
        "analogy": ("word2vec_a", "word2vec_formula"),
        "axes": ("word2vec_x", "word2vec_words"),
        "sampling": ("word2vec_probe",),
    }
    for view, keys in asked.items():
        at = opened("word2vec", "en", text=typed, word2vec_view=view, **dict.fromkeys(keys, typed[:500]))
        assert "<script" not in html(at)


def test_own_toy_texts_of_any_kind_are_trained() -> None:
    many = " ".join(f"w{i}" for i in range(90))
    for view, typed in (("steps", "x"), ("steps", many), ("tree", "我 喜欢 你。你 喜欢 我。"), ("onehot", "a a a a")):
        html(opened("word2vec", "en", word2vec_view=view, word2vec_preset="own", word2vec_own=typed))


def test_a_link_full_of_nonsense_still_opens() -> None:
    nonsense = {key: "nan" for key in text.CONTROLS if key not in ("word2vec_x", "word2vec_y", "word2vec_formula")}
    for view in ("nan", "explore", "steps", "sampling"):
        asked = {**nonsense, "word2vec_view": view, "word2vec_pick": "!!", "word2vec_run": "x"}
        html(opened("word2vec", "zh", **asked))


def test_an_unknown_word_is_told_and_a_near_spelling_offered() -> None:
    at = opened("word2vec", word2vec_word="rivver")
    assert "river" in at.warning[0].value


def test_the_list_comes_from_all_words_and_the_map_counts_what_survives() -> None:
    near = explore.nearest(EN, "river", "cosine")
    assert near == EN.vectors.nearest("river", 10)
    rows = np.arange(EN.drawn)
    shown = explore.Shown(EN, "river", rows, EN.maps["tsne"], near, "cosine", "kept")
    fig = space_charts.flat(shown, "en")
    assert f"{round(10 * float(EN.maps['tsne'].kept[EN.vectors.index['river']]))} of the 10" in title_of(fig)
    assert len(drawn(fig)[0].x) == EN.drawn
    assert len(str(fig.to_json())) < 300_000


@pytest.mark.parametrize("colour", ["count", "kept", "like", "hub"])
def test_every_colour_has_a_number_for_each_word(colour: str) -> None:
    rows = np.arange(50, 99)
    flat = maps.flatten(EN.vectors.unit[rows], maps.Config())
    shown = explore.Shown(EN, "river", rows, flat, explore.nearest(EN, "river", "dot"), "dot", colour)
    values = space_charts.colours(shown)
    assert values.shape == rows.shape and np.isfinite(values).all()


def test_a_map_that_took_a_job_is_drawn_of_the_words_it_was_made_of(monkeypatch: pytest.MonkeyPatch) -> None:
    made, drawn_of = {}, list[explore.Shown]()

    def at_once(flatten: Any, picture: np.ndarray, config: maps.Config) -> Any:
        flat = replace(flatten(picture, maps.Config()), config=config)
        key = hashlib.sha256(picture.tobytes()).hexdigest()
        made[key] = SimpleNamespace(key=key, state="done", result=lambda: flat, watch=str, leave=str, note=None)
        return made[key]

    monkeypatch.setattr("core.jobs.submit", at_once)
    monkeypatch.setattr("core.jobs.brief", at_once)
    monkeypatch.setattr("core.jobs.find", made.get)
    monkeypatch.setattr(explore, "caption", lambda shown, lang: drawn_of.append(shown) or "")
    at = opened("word2vec", word2vec_method="tsne", word2vec_word="music")
    rows = explore.around(EN, "music")
    at.session_state["job:word2vec_flatten"] = at_once(maps.flatten, EN.vectors.unit[rows], maps.Config("tsne")).key
    html(at.text_input(key="word2vec_word").input("river").run())
    shown = drawn_of[-1]
    assert shown.word == "river" and shown.flat.config.method == "tsne"
    assert np.array_equal(shown.flat.kept, maps.kept(EN.vectors.unit[shown.rows], shown.flat.points))
    moved = replace(shown, flat=replace(shown.flat, points=shown.flat.points[::-1]))
    assert explore.name_of(moved) != explore.name_of(shown)
    at.selectbox(key="word2vec_method").select("pca").run()
    assert drawn_of[-1].flat.config.method == "pca" and "job:word2vec_flatten" not in at.session_state


def carry() -> None:
    """What AppTest runs: words into the link and out of it."""
    import streamlit as st

    from app.exhibits.word2vec.reading import pick, picked

    pick(tuple(st.session_state["words"]))
    st.write(" ".join(picked()))


def test_a_lasso_travels_in_the_link() -> None:
    words = EN.vectors.vocab[300:340]
    at = AppTest.from_function(carry)
    at.session_state["words"] = words
    at.run()
    assert at.markdown[0].value == " ".join(words)
    packed = str(np.ravel(at.query_params["word2vec_pick"])[0])
    assert len(packed) < 1_000
    shown = opened("word2vec", word2vec_scope="pick", word2vec_pick=packed)
    html(shown)
    assert "40 words picked" in said(shown)


def test_the_analogy_names_its_answer_and_who_wins_without_exclusion() -> None:
    at = opened("word2vec", word2vec_view="analogy")
    assert "king" in next(each.value for each in at.caption if "allowed" in each.value)
    fig = space_charts.plane(parallelogram(EN.vectors, "man", "king", "woman", "queen"), "en")
    assert "queen" in title_of(fig)


def test_the_network_lights_what_was_asked() -> None:
    found = course(toy(), 300)
    title, lit = steps._net(found, "last", "en")
    assert found.last is not None and lit.rows == tuple(found.last.rows.tolist())
    fig = toy_charts.network(found, lit, title, "en")
    said_ = [label for trace in drawn(fig) if trace.text for label in trace.text]
    assert f"<b>{found.words[found.last.word]}</b>  {found.last.guesses[0]:.2f}" in said_


@pytest.mark.parametrize("output", ["negative", "hierarchical", "softmax"])
def test_the_network_says_something_at_every_output(output: str) -> None:
    found = course(toy(output=output), 200)
    title, lit = steps._net(found, found.words[1], "en")
    fig = toy_charts.network(found, lit, title, "en")
    names, said_ = zip(*(label.split("  ") for label in drawn(fig)[-1].text), strict=True)
    assert len(names) == len(found.Y) and all(0 <= float(each) <= 1 for each in said_)


@pytest.mark.parametrize("output", ["negative", "hierarchical", "softmax"])
def test_a_forward_pass_gives_every_word_its_due(output: str) -> None:
    found = course(toy(output=output), 200)
    p = steps.forward(found, found.X[1])
    assert len(p) == len(found.words) and (p > 0).all()
    if output != "negative":
        assert p.sum() == pytest.approx(1)


def test_the_written_gradient_is_the_step() -> None:
    found = course(toy(), 123)
    last = found.last
    assert last is not None
    lines = steps.written(found, last, 0, "en")
    pull = last.rates[0] * (1 - last.guesses[0])
    assert f"= {pull:.4f}" in lines[3] and f"{last.dY[0][0]:.4f}" in lines[4]
    assert last.dY[0] == pytest.approx(pull * last.h)


def test_a_mean_says_how_its_step_differs_from_the_gradient() -> None:
    query = {"word2vec_view": "steps", "word2vec_steps": "20"}
    assert "1/" in said(opened("word2vec", word2vec_architecture="cbow", **query))
    assert "1/" not in said(opened("word2vec", **query))


def test_buttons_go_on_and_back() -> None:
    at = opened("word2vec", word2vec_view="steps", word2vec_steps="100")
    at.button(key="word2vec_more_20").click().run()
    assert at.slider(key="word2vec_steps").value == 120
    at.button(key="word2vec_afresh").click().run()
    assert at.slider(key="word2vec_steps").value == 0 and "even" in str(at.get("plotly_chart")[0].proto.spec)


def test_the_tree_has_every_word_once_and_the_path_multiplies() -> None:
    found = course(toy(output="hierarchical"), 100)
    grown, V = grow(found.counts), len(found.words)
    places, edges = tree.layout(grown, V)
    assert len(edges) == 2 * V - 2 and len(set(places[:V, 0])) == V
    assert {child for _, child in edges} == set(range(2 * V - 2))
    total = sum(float(np.prod(branches(found.X[0], found.Y, grown, w))) for w in range(V))
    assert total == pytest.approx(1)


def test_noise_and_thinning_say_their_numbers() -> None:
    fig = sampling.noise_curve(EN, 0.75, "en")
    assert EN.counts[0] / EN.counts.sum() == pytest.approx(drawn(fig)[0].y[0])
    assert drawn(fig)[2].y[0] < drawn(fig)[0].y[0] and drawn(fig)[2].y[-1] > drawn(fig)[0].y[-1]
    asked = [sampling.asked(recorded(f"news-{way}")) for way in sampling.WAYS]
    assert asked[0] == 6 and asked[0] < asked[1] < 12 < asked[2] == len(recorded("news-softmax").vocab)


def test_the_recorded_training_is_drawn_with_its_band() -> None:
    found = recorded("usual")
    for fig in (training_charts.film(found, "zh"), training_charts.curves(found, "en")):
        assert isinstance(fig, go.Figure) and len(str(fig.to_json())) < 300_000
    assert f"{found.scores['WordSim-353'][:, -1].mean():.2f}" in title_of(training_charts.curves(found, "en"))


def test_a_training_of_the_visitors_own_becomes_a_space() -> None:
    at = opened("word2vec", word2vec_part="train", word2vec_data="own", word2vec_view="sampling")
    assert any("Paste" in each.value for each in at.info)
    assert training._head("zh-notes", None) == "中文"


@pytest.mark.parametrize("lang", LANGS)
def test_misconceptions_are_answered_with_numbers(lang) -> None:
    answers = {each.__name__: each(lang) for each in (check.king, check.opposite, check.on_map, check.same)}
    assert all(any(c.isdigit() for c in answer) for answer in answers.values())


def test_questions_have_one_right_answer() -> None:
    for seed in range(12):
        word, options, answer = check.draw(EN, seed)
        near = {other for other, _ in EN.vectors.nearest(word, 10)}
        assert len(set(options)) == 4 and near & set(options) == {answer}


def test_a_guess_is_compared_with_the_space() -> None:
    at = opened("word2vec", word2vec_part="check", word2vec_view="sampling")
    answer = check.draw(EN, 0)[2]
    at.radio(key="word2vec_guess_en_0_0").set_value(answer).run()
    at.button(key="word2vec_reveal").click().run()
    assert len(at.success) == 1


def test_the_program_prints_the_neighbours_of_the_picture() -> None:
    program = keepsake.program(EN, "river", "cosine")
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    near = [word for word, _ in EN.vectors.nearest("river", 10)]
    assert [row.split("\t")[0] for row in done.stdout.splitlines()] == near
    assert keepsake.table(EN, "river", "cosine")["word"].tolist()[:10] == near


def test_the_vectors_leave_in_a_format_that_gensim_reads(tmp_path) -> None:
    from gensim.models import KeyedVectors

    (tmp_path / "v.txt").write_text(keepsake.written(EN), encoding="utf-8")
    theirs = KeyedVectors.load_word2vec_format(tmp_path / "v.txt")
    assert np.array_equal(theirs["river"], EN.vectors.vectors[known(EN, "river") or 0])


@pytest.mark.parametrize("lang", LANGS)
def test_the_plate_shows_a_word_among_its_neighbours(lang) -> None:
    fig = plate(lang)
    assert drawn(fig)[-1].text[0] in title_of(fig)
    assert len(str(fig.to_json())) < 60_000


@pytest.mark.parametrize("preset", PRESET_TEXTS)
def test_toy_texts_say_as_many_sentences_in_both_languages(preset) -> None:
    counts = {lang: len(spaced(words)) for lang, words in PRESET_TEXTS[preset].items()}
    assert counts["en"] == counts["zh"]


FILES = {
    "text": b"6 2\nsun 1 0\nmoon 1 0.1\nstar 0.9 0.2\nriver 0 1\nsea 0.1 1\nlake 0 0.9\n",
    "narrow": b"5 1\na 1\nb 2\nc -1\nd 3\ne 0\n",
}
OWN = {"word2vec_view": "explore", "word2vec_set": "file"}


def uploaded(data: bytes, **query: str):
    at = opened("word2vec", **OWN, **query)
    uploader: Any = at.get("file_uploader")[0]
    uploader.set_value(("mine.txt", data, "text/plain")).run()
    return at


def test_a_link_to_a_view_of_a_file_says_which_file_it_needs() -> None:
    at = opened("word2vec", **OWN, word2vec_digest="0123456789abcdef")
    assert any("needs your file" in note.value and "01234567" in note.value for note in at.info)
    assert at.get("plotly_chart")  # ours, meanwhile


@pytest.mark.parametrize("name", list(FILES))
def test_ones_own_vectors_are_explored_and_the_link_carries_their_digest(name: str) -> None:
    at = uploaded(FILES[name])
    html(at)
    assert not at.info and not at.warning and at.get("plotly_chart")
    digest = hashlib.sha256(FILES[name]).hexdigest()[:16]
    assert at.query_params["word2vec_digest"] == digest
    other = uploaded(FILES[name], word2vec_digest="0123456789abcdef")
    assert any("another file" in note.value for note in other.warning)


@pytest.mark.parametrize("data", [b"", b"hello", b"2 2\na 1 2\nb 1 nan\n", b"9 9\n\xff\xfe\x00", b"1 2\na 1 2\n"])
def test_a_file_that_cannot_be_read_is_told(data: bytes) -> None:
    at = uploaded(data)
    assert not at.exception and not at.error and len(at.warning) == 1


@pytest.mark.parametrize("which", ["noise", "keep"])
def test_a_file_without_counts_is_told_where_counts_matter(which: str) -> None:
    at = opened("word2vec", word2vec_view="sampling", word2vec_set="file", word2vec_which=which)
    uploader: Any = at.get("file_uploader")[0]
    uploader.set_value(("mine.txt", FILES["text"], "text/plain")).run()
    html(at)
    assert any("does not say how often" in note.value for note in at.info) and at.get("plotly_chart")


@pytest.mark.parametrize(
    "data",
    [b"1 99999999999999999999999999\na 1 2\n", b"999999999 2\na 1 2\n", b"4 1\na 1\na 2\na 3\na 4\n"],
    ids=["width", "words", "one word four times"],
)
def test_headers_that_promise_too_much_and_too_few_words_are_told(data: bytes) -> None:
    at = uploaded(data)
    assert not at.exception and not at.error and len(at.warning) == 1


@pytest.mark.parametrize("view", ["analogy", "axes", "explore"])
def test_words_of_a_strangers_file_act_nowhere(view: str) -> None:
    word = "![x](//evil.example/x.png)"
    rows = "".join(f"{word}{n} {n % 3} {n % 5} 1\n" for n in range(1, 9))
    at = opened("word2vec", word2vec_view=view, word2vec_set="file", word2vec_word=word, word2vec_a=word)
    uploader: Any = at.get("file_uploader")[0]
    uploader.set_value(("mine.txt", f"8 3\n{rows}".encode(), "text/plain")).run()
    assert not at.exception
    assert "![x](" not in said(at) + "".join(note.value for note in (*at.warning, *at.info))


def test_the_products_of_3cosmul_are_not_called_cosines() -> None:
    found = EN.vectors.analogy("man", "king", "woman", 8, rule="mul")
    fig = space_charts.neighbours("woman", found, "mul", "en", "king − man + woman")
    assert "cosine" not in fig.to_plotly_json()["layout"]["xaxis"]["title"]["text"]
    (best, score), *_ = found
    a, b, c, d = (EN.vectors.unit[EN.vectors.row(word)] for word in ("man", "king", "woman", best))
    assert score == pytest.approx((1 + b @ d) / 2 * (1 + c @ d) / 2 / ((1 + a @ d) / 2 + 1e-3), rel=1e-4)
