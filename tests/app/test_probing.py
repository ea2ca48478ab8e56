"""The probing exhibit: every view from its link, what the pictures say, and all that one may type."""

from __future__ import annotations

import subprocess
import sys
from base64 import b64decode
from typing import Any

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from app.exhibits.probing import (
    asking,
    check,
    code,
    composition,
    keepsake,
    layers,
    mixing,
    phrases,
    text,
    training,
    tree,
    tree_charts,
)
from app.exhibits.probing.plate import plate
from app.i18n import LANGS
from core import systems
from core.models import load as load_model
from core.models.embedding import embed
from core.probes import Config, recorded, shipped
from core.probes.attack import attack, learnt
from core.probes.cues import Config as Cues
from core.probes.cues import train as train_cues
from core.probes.gravity import LEAST
from core.probes.training import train
from core.probes.treebank import edges, load
from tests.app import visiting
from tests.app.visiting import html, said


def opened(lang: str = "en", **query: str) -> AppTest:
    return visiting.opened("probing", lang, **query)


@pytest.mark.parametrize(
    ("view", "lang"), [*((view, "en") for view in text.VIEWS), *((view, "zh") for view in text.VIEWS)]
)
def test_every_view_opens_from_its_link(view: str, lang: str) -> None:
    at = opened(lang, probing_view=view)
    html(at)
    assert not at.warning and at.get("plotly_chart")


@pytest.mark.parametrize("query", sorted(set(text.COVERS.values())))
def test_every_covered_system_opens_at_its_view(query: str) -> None:
    at = opened(**dict(pair.split("=") for pair in query.split("&")))
    html(at)
    assert not at.warning


def test_the_first_picture_needs_no_torch() -> None:
    program = (
        "import sys; from app.exhibits.probing import page, layers, tree, tree_charts, plate\n"
        "plate.plate('zh'); layers.curves('upos', 'en'); tree.by_layer('minilm', 'depths', 'en')\n"
        "print({'torch', 'transformers', 'scipy', 'jieba'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


@pytest.mark.parametrize("task", layers.tasks())
def test_what_a_task_s_figure_says_is_what_was_recorded(task: str) -> None:
    found = recorded.layers(task)
    fig: Any = layers.curves(task, "en").to_dict()
    named = {trace["name"]: trace for trace in fig["data"] if trace.get("name")}
    best = int(found.real.mean(0).argmax())
    assert f"layer {best} " in fig["layout"]["title"]["text"]
    assert text.RANDOM_NAME["en"] in named
    assert (text.SELECTIVE_NAME["en"] in named) == bool(len(found.control))
    assert found.real.shape == (found.about.seeds, 7) and found.real.min() >= 0 and found.real.max() <= 1
    if len(found.control):
        assert np.allclose(layers.selectivity(task), found.real - found.control)


def test_training_added_something_to_every_task() -> None:
    for task in layers.tasks():
        found = recorded.layers(task)
        assert found.real.mean(0).max() > max(found.majority, 0) + 0.02, task


def test_the_tree_on_the_page_is_the_one_that_is_counted() -> None:
    at = opened(probing_view="tree", probing_sentence="2", probing_layer="3")
    bank, own = load("own-en"), recorded.own("minilm")
    shown = tree.Shown(own.read[1], bank.sentences[1], "minilm", live=False)
    hits, n = len(tree.predicted(shown, 3) & edges(bank.sentences[1])), len(edges(bank.sentences[1]))
    assert f"**{hits} of {n}**" in said(at)
    fig: Any = tree_charts.arcs(shown, 3, "en")
    assert f"{hits} of {n}" in fig.layout.title.text
    names = [trace.name for trace in fig.data if trace.name]
    assert names[0] == f"annotated ({n})" and names[1] == f"predicted ({hits})"


def test_the_structural_probe_beats_its_baselines_and_is_shipped_with_a_card() -> None:
    found = recorded.trees()
    best = found.real["uuas"].mean(0).max()
    assert best > found.neighbours["uuas"] + 0.1 and best > found.random["uuas"].mean(0).max() + 0.1
    card = shipped.card("minilm")
    assert "CC BY-SA" in card["data"] and len(card["metrics"]["uuas"]) == 7


@pytest.mark.parametrize("measure", list(text.MEASURES))
def test_every_measure_is_drawn_as_recorded(measure: str) -> None:
    found = recorded.trees()
    mean = found.real[measure].mean(0)
    fig: Any = tree_charts.by_layer(found, measure, "en")
    drawn = next(trace for trace in fig.data if trace.name == "minilm")
    assert np.allclose(drawn.y, mean, atol=1e-4) and f"layer {mean.argmax()}" in fig.layout.title.text
    assert mean.max() > found.random[measure].mean(0).max() > 0 and mean.max() > found.neighbours[measure] + 0.05
    at = opened("zh", probing_view="tree", probing_measure=measure)
    html(at)
    assert text.MEASURE_SAYS[measure]["zh"].partition("{")[0] in said(at)


def test_a_typed_sentence_is_read_now_and_a_known_one_has_its_tree() -> None:
    at = opened(probing_view="tree", text="The old man the boats.")
    html(at)
    assert "read just now by minilm" in said(at)
    known = opened(probing_view="tree", text=load("own-en").sentences[4].text)
    assert "**" in said(known) and "read just now" not in said(known)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("typed", ["word", "<b>x</b>", "🙂", "a " * 60])
def test_whatever_is_typed_gets_a_picture_or_a_sentence(lang: str, typed: str) -> None:
    at = opened(lang, probing_view="tree", text=typed)
    html(at)
    assert at.warning or at.get("plotly_chart")


def test_questions_have_answers_and_myths_are_tested() -> None:
    at = opened(probing_part="check")
    for round_ in range(2):
        found, _ = check.draw(round_)
        radio = next(each for each in at.radio if str(each.key).startswith("probing_guess"))
        radio.set_value(int(found.real.mean(0).argmax())).run()
        next(each for each in at.button if each.key == "probing_reveal").click().run()
        assert at.success[0].value.startswith("Yes.")
        next(each for each in at.button if each.key == "probing_next").click().run()
    for button in [each for each in at.button if str(each.key).startswith("probing_myth")]:
        button.click().run()
        html(at)


def test_a_live_training_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: dict[str, Any] = {}
    monkeypatch.setattr(training, "show", lambda fig, *, key, alt: drawn.update({key: fig}))
    run = train("own-en", Config(epochs=5, B=64), model="minilm")
    training.result(run, "en")
    assert drawn["probing_loss"].data[0].y.shape == run.losses.shape
    html(opened("zh", probing_part="train", probing_learn="tree"))


@pytest.mark.parametrize("lang", LANGS)
def test_the_plate_and_the_keepsakes(lang: Any) -> None:
    assert plate(lang).data
    at = opened(lang, probing_part="take", probing_sentence="9")
    html(at)
    assert not at.warning
    for part in ("claims", "teach"):
        if part in text.VIEWS:
            html(opened(lang, probing_part=part))


def test_the_program_to_take_along_runs() -> None:
    program = keepsake.PROGRAM.format(layer=3, at=0, seed=0)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "part of speech" in done.stdout and "edges" in done.stdout


def test_the_model_asked_about_verbs_and_facts_answers_as_recorded() -> None:
    found = recorded.found("asked")
    assert found.shares.shape == (4, 2, 2, 5) and found.ranks.shape == (2, 12)
    fig: Any = asking.agree(found.shares[0, 0], False, "en")
    assert "“is” is right" in fig.layout.title.text
    assert found.shares[:, 0, 1].min() > found.shares[:, 0, 0, -1].max()  # nouns of the same number do not mislead
    html(opened(probing_view="agreement", probing_subject="author", probing_plural="true"))


def test_a_fact_of_one_s_own_is_ranked_and_a_missing_gap_named() -> None:
    query = {"probing_view": "knowledge", "probing_answer": "beijing"}
    at = opened(probing_cloze="The capital of China is [MASK].", **query)
    html(at)
    assert "has rank **" in said(at)
    at = opened(probing_cloze="No gap at all.", **query)
    html(at)
    assert "no gap" in at.warning[0].value


def test_a_cheap_cue_is_learnt_and_falls_when_it_is_turned_round() -> None:
    run = train_cues("made-up", Cues())
    assert run.with_cue["same"] > 0.8 > 0.6 > run.with_cue["mended"] > run.with_cue["turned"]
    assert min(run.without_cue.values()) > 0.6 and run.weights[-1] == run.weights.max()
    fair = train_cues("made-up", Cues(agrees=0.5))
    assert abs(fair.weights[-1]) < 0.5
    assert train_cues("made-up", Cues()).weights.tolist() == run.weights.tolist()


def test_parts_of_speech_change_on_their_way_up() -> None:
    read = mixing.sentence("en")
    fig: Any = mixing.words(read, "en")
    assert fig.data[0].z.shape == (7, len(read.words))
    assert mixing.changes(read)
    at = opened(probing_view="pipeline", text="They fish for fish.")
    html(at)
    assert at.get("plotly_chart")
    html(opened("zh", probing_view="pipeline", text="我们喜欢语言"))


def test_centres_are_means_over_layers() -> None:
    for name in mixing.known():
        found = recorded.found(f"mix-{name}")
        centre, expected = mixing.centres(found)
        assert np.allclose(found.shares.sum(1), 1) and 0 < centre < 6, name
        gain = found.scores.mean(0)[-1] - found.scores.mean(0)[0]
        assert np.isnan(expected) if gain < LEAST else 0 < expected < 6, name


def sent(packed: dict[str, str]) -> np.ndarray:
    """An array as it travels to the browser."""
    return np.frombuffer(b64decode(packed["bdata"]), packed["dtype"])


def test_labels_are_sent_in_fewer_bits_by_a_trained_model() -> None:
    found = recorded.found("code-upos")
    real, control, random = (each.mean(0).min() for each in (found.real, found.control, found.random))
    assert real < min(control, random) < max(control, random) < found.uniform
    fig: Any = code.lengths("en").to_dict()
    assert f"Layer {int(found.real.mean(0).argmin())} " in fig["layout"]["title"]["text"]
    assert np.allclose(sent(fig["data"][1]["y"]), found.real.mean(0) / 1000, atol=1e-3)


def test_words_in_roles_are_drawn_as_recorded() -> None:
    found = recorded.found("composition-minilm")
    fig: Any = composition.curves("minilm", 3, "en").to_dict()
    named = {trace["name"]: sent(trace["y"]) for trace in fig["data"] if trace.get("name")}
    assert np.allclose(named["place in the tree"], 100 * found.real["tree"], atol=0.01)
    assert "tree roles dealt at random (control)" in named
    html(opened("zh", probing_view="composition", probing_composed="random:minilm", probing_layer="9"))


@pytest.mark.parametrize("lang", LANGS)
def test_a_treebank_that_nobody_knows_is_named(lang: Any) -> None:
    at = opened(lang, probing_part="train", probing_bank="no treebank <b>")
    html(at)
    assert "no treebank" in at.warning[0].value
    html(opened(lang, probing_part="train", probing_bank="commul/universal_dependencies:en_gum"))
    html(opened(lang, probing_part="train", probing_reader="zh-char"))


def test_phrases_of_a_kind_lie_together_more_than_chance_would_have_it() -> None:
    found = recorded.found("phrases")
    assert found.purity.max() > found.random.max() + 0.05 > found.chance
    assert "because they were tired" in found.texts
    fig: Any = phrases.points(2, "en").to_dict()
    assert sum(len(trace["text"]) for trace in fig["data"]) == len(found.texts)
    html(opened("zh", probing_view="phrases", probing_layer="0"))


def test_an_attack_is_small_and_its_steps_are_what_the_classifier_says() -> None:
    model, mood = load_model(), recorded.found("mood")
    text_ = "I am happy with this book."
    found = attack(model, mood, text_)
    assert found.share > 0.5 and found.turned
    last = found.steps[-1]
    assert float(mood.share(embed(model, [last.text]))[0]) == pytest.approx(last.share, abs=1e-4)
    assert abs(len(last.text) - len(text_)) <= len(found.steps)
    assert attack(model, mood, text_, ("near",)).tried < found.tried
    again = learnt(model)
    assert np.allclose(again.weights, mood.weights, atol=1e-3)


@pytest.mark.parametrize("typed", ["", "...", "我喜欢", "good " * 60])
def test_whatever_is_attacked_gets_a_picture_or_a_sentence(typed: str) -> None:
    at = opened(probing_view="attack", probing_victim=typed, probing_means="drop")
    html(at)
    assert at.warning or at.get("plotly_chart")


def test_all_of_the_wing_is_covered_here_or_by_attention() -> None:
    wing = {system.id for system in systems.load() if system.wing == "PRB"}
    elsewhere = {"probe-attention-map", "attention-explanation-debate"}  # /attention
    assert wing - set(text.COVERS) == elsewhere


def test_chinese_is_read_by_a_chinese_model_and_its_weakness_is_said() -> None:
    at = opened("zh", probing_view="tree", text="科学家发现了一颗新行星。")
    html(at)
    assert "zh-char" in at.warning[0].value and at.get("plotly_chart")
    at = opened("en", probing_view="tree", text="我们都喜欢唱歌。")
    html(at)
    assert "read just now by zh-char" in said(at)
