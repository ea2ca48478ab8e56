"""The generators exhibit: every view from its link, what is written is what was computed, films, edges."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import Any, cast

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from app.exhibits.generators import (
    check,
    diffusion,
    digits,
    games,
    games_charts,
    gan,
    gan_charts,
    keepsake,
    latent,
    markov_charts,
    naming,
    one_step,
    pictures,
    pictures_charts,
    ruler,
    ruler_charts,
    text,
    training,
)
from app.exhibits.generators.plate import plate
from app.house.numbers import percent
from app.house.player import Film, Layer
from app.i18n import LANGS
from core import systems
from core.generators import FAMILIES, Config, decode, drawn, encode, markov, schedule, train
from core.generators.latent import DEAD
from core.generators.recorded import (
    by_class,
    contests,
    families,
    kept,
    named,
    of_family,
    plane,
    prices,
    runs,
    sets,
    shapes,
    targets,
)
from core.generators.recorded import latent as recorded
from core.generators.schedules import elbo_terms
from core.runtime import ASSETS
from tests.app import visiting
from tests.app.visiting import html, said


def opened(lang: str = "en", **query: str) -> AppTest:
    return visiting.opened("generators", lang, **query)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("view", text.VIEWS)
def test_every_view_opens_from_its_link(view: str, lang: str) -> None:
    at = opened(lang, generators_view=view)
    html(at)
    assert not at.warning and at.get("plotly_chart")


@pytest.mark.parametrize("way", [way for way in text.WAYS if way != "names"])
def test_every_direction_of_diffusion_is_a_film(way: str) -> None:
    at = opened(generators_view="diffusion", generators_way=way)
    html(at)
    assert at.get("bidi_component")


def test_nonsense_in_a_link_becomes_the_default() -> None:
    for view in text.VIEWS:
        query = {key: "nan" for key in text.CONTROLS if key not in ("generators_matrix", "generators_moves")}
        html(opened("zh", **{**query, "generators_view": view}))


def test_the_first_picture_needs_no_torch() -> None:
    program = (
        "import sys; from app.exhibits.generators import page, plate, ruler, diffusion\n"
        "plate.plate('zh'); ruler.samples('moons', 'en'); ruler.dots('moons', 'energy', 'zh')\n"
        "diffusion.backward_film('moons', 'ddim', 4, 0, 3, 'en')\n"
        "print({'torch', 'transformers', 'sklearn', 'scipy'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_records_are_small() -> None:
    sizes = {
        record.name: sum(file.stat().st_size for file in record.iterdir())
        for record in (ASSETS / "recorded" / "generators").iterdir()
    }
    assert max(sizes.values()) <= 1_000_000 and sum(sizes.values()) <= 3_000_000
    assert len(shapes()) >= 1 and set(runs()) <= set(shapes())


def test_the_longest_films_are_small() -> None:
    films = [
        diffusion.forward_film(runs()[0], "linear", 1000, 0, "en"),
        diffusion.backward_film(runs()[0], "ddim", 100, 0, 0, "zh"),
        diffusion.field_film(runs()[0], "en"),
        diffusion.training_film(runs()[0], "en"),
        gan.training_film(runs()[0], "en"),
    ]
    assert max(len(film.packed()) for film in films) <= 1_000_000


@pytest.mark.parametrize("measure", text.MEASURES)
def test_the_ruler_shows_every_seed(measure: str) -> None:
    found = plane(shapes()[0])
    fig: Any = ruler_charts.ruler(found.values, found.floor[measure], measure, "en")
    dots = [trace for trace in fig.data if len(trace.x) > 1]
    assert sorted(value for trace in dots for value in trace.x) == pytest.approx(
        sorted(value for values in found.values.values() for value in values[measure])
    )
    assert len(str(ruler_charts.heaps(found, "zh").to_json())) < 300_000


def test_the_table_is_sorted_and_true() -> None:
    found = plane(shapes()[0])
    table = ruler.table(found, "en")
    assert list(table["distance ÷ floor"]) == sorted(table["distance ÷ floor"])
    row = table[table["Family"] == "DDPM"].iloc[0]
    ratio = np.median(found.values["ddpm"]["wasserstein"]) / np.median(found.floor["wasserstein"])
    assert row["distance ÷ floor"] == pytest.approx(ratio, abs=0.006)


@pytest.mark.parametrize("how", text.HOWS)
def test_a_film_backwards_ends_in_the_samples_it_measured(how: str) -> None:
    film = diffusion.backward_film(runs()[0], how, 20, 0, 5, "en")
    assert "×" in film.title and film.start == len(film.captions) - 1
    assert all(len(layer.points) in (1, len(film.captions)) for layer in film.layers)
    assert np.abs(film.layers[-2].points[-1]).max() < 4000
    assert (film.layers[-1].points[:, 0] == film.layers[-2].points[:, 5]).all()


@pytest.mark.parametrize("how", text.HOWS)
@pytest.mark.parametrize("at", [1, 7, 12])
def test_one_step_in_numbers_is_the_step_on_screen(how: str, at: int) -> None:
    run, walk = diffusion._walk(runs()[0], how, 12, 0)
    if at >= len(walk.times):
        at = len(walk.times) - 1
    written = one_step.written(run, walk, how, 12, 5, at)
    then = (walk.states[at][5] - run.centre) / run.scale
    assert written.endswith(rf"\binom{{{then[0]:.2f}}}{{{then[1]:.2f}}}}}\end{{aligned}}")
    if how == "ddim":
        found = [float(each) for each in re.findall(r"&= ([.\d]+)\\,\\hat x_0 \+ ([.\d]+)", written)[0]]
        guess = (walk.guesses[at - 1][5] - run.centre) / run.scale
        eps = [float(each) for each in re.findall(r"binom{([-.\d]+)}{([-.\d]+)}", written)[0]]
        assert found[0] * guess + found[1] * np.array(eps) == pytest.approx(then, abs=0.02)


def test_a_film_forward_ends_in_noise_and_is_small() -> None:
    film = diffusion.forward_film("ring", "cosine", 1000, 0, "zh")
    last = film.layers[-1].points[-1] / 1000
    assert len(film.captions) == 101 and abs(last.mean()) < 0.2
    assert len(film.packed()) < 300_000


def test_a_film_is_packed_in_the_order_that_the_browser_reads() -> None:
    one, two = np.arange(12).reshape(3, 2, 2).astype(np.int16), np.full((1, 1, 2), -7, np.int16)
    surfaces = np.full((3, 2, 2), 200, np.uint8)
    packed = Film("", (Layer(one, "real", ""), Layer(two, "real", "")), ("a", "b", "c"), 1.0, surfaces).packed()
    assert np.frombuffer(packed[:28], "<i2").tolist() == [*range(12), -7, -7] and packed[28:] == b"\xc8" * 12


@pytest.mark.parametrize("bad", ["1", "1 2; 3", "a b; c d", "0 0; 0 0"])
def test_a_matrix_that_is_none_gets_a_sentence(bad: str) -> None:
    at = opened(generators_view="markov", generators_matrix=bad)
    assert not at.exception and not at.error and "rows" in at.warning[0].value


@pytest.mark.parametrize("restless", ["0 1; 1 0", "1 0; 0 1"])
def test_a_chain_that_does_not_settle_says_so(restless: str) -> None:
    fig: Any = markov_charts.chain(markov.read(restless), 0, 9, "en")
    assert "does not settle" in fig.layout.title.text


def test_all_six_systems_of_the_wing_are_covered() -> None:
    assert set(text.COVERS) == {system.id for system in systems.load() if system.wing == "GEN"}


@pytest.mark.parametrize("coder", latent.CODERS)
def test_the_plane_draws_what_the_decoder_draws(coder: str) -> None:
    board = latent.plane_board(coder, (0.5, -1.0), "en")
    run = recorded().vae if coder == "vae" else recorded().ae
    middle = board.pictures[len(board.pictures) // 2]
    drawn = np.clip((decode(run, np.zeros((1, 2)))[0] + 1) * 127.5, 0, 255)
    assert np.abs(middle - drawn).max() < 1.01 and len(board.codes) == len(board.classes) == 397


def test_a_code_is_written_out_with_its_own_numbers() -> None:
    at = opened(generators_view="latent", generators_digit="7", generators_spread="5")
    html(at)
    written = [each.value for each in at.latex][-1]
    mean, sigma = (each[0] for each in encode(recorded().vae, latent._kept()[7:8]))
    nats = 0.5 * (mean**2 + sigma**2 - 1 - 2 * np.log(sigma)).sum()
    assert f"{mean[0]:.2f}" in written and rf"\mathbf{{{nats:.2f}}}" in written and "0.5" in written


@pytest.mark.parametrize("place", ["", "nan", "1", "a,b", "1e9,0", "0.5,-1.25"])
def test_a_place_in_a_link_is_read_or_the_middle(place: str) -> None:
    at = opened(generators_view="latent", generators_z=place)
    html(at)
    assert ("z = (0.50, -1.25)" in said(at)) == (place == "0.5,-1.25")


def test_a_game_is_played_and_taken_back() -> None:
    at = opened(generators_view="gan", generators_gan="play", generators_shape="ring")
    at.button(key="generators_move_B").click().run()
    at.button(key="generators_move_D").click().run()
    assert at.query_params["generators_moves"] == "B11D11"
    at.button(key="generators_undo").click().run()
    assert at.query_params["generators_moves"] == "B11"
    at.button(key="generators_afresh").click().run()
    html(at)
    assert "generators_moves" not in at.query_params


@pytest.mark.parametrize("loss, word", [("wasserstein", "scores"), ("minimax", "trusts")])
def test_a_critic_without_odds_is_not_said_to_trust(loss: str, word: str) -> None:
    assert f" {word} real points" in gan.duel_film("ring", loss, 0, ("D11",), "en").title


def test_a_damaged_game_gets_a_sentence() -> None:
    at = opened("zh", generators_view="gan", generators_gan="play", generators_moves="B1")
    assert not at.exception and not at.error and at.warning


@pytest.mark.parametrize("lang", LANGS)
def test_the_plate_and_the_keepsakes(lang: Any) -> None:
    fig: Any = plate(lang)
    assert len(fig.data) == 6
    at = opened(lang, generators_part="take")
    html(at)
    assert any("sliced_wasserstein" in each.value for each in at.code)
    compile(keepsake.PROGRAM.format(shape="moons", seed=0), "program", "exec")
    table = keepsake.table(plane(shapes()[0]).values, plane(shapes()[0]).floor)
    assert set(table["what"]) == {"real", *text.FAMILIES}


@pytest.mark.parametrize("lang", LANGS)
def test_the_lesson_opens(lang: str) -> None:
    html(opened(lang, generators_part="teach"))


def test_questions_have_answers_and_myths_are_tested() -> None:
    at = opened(generators_part="check")
    for round_ in range(3):
        _, family = check.draw(round_)
        next(each for each in at.radio if str(each.key).startswith("generators_guess")).set_value(family).run()
        at.button(key="generators_reveal").click().run()
        assert at.success[0].value.startswith("Yes.")
        at.button(key="generators_next").click().run()
    for button in [each for each in at.button if str(each.key).startswith("generators_myth")]:
        button.click().run()
        html(at)


@pytest.mark.parametrize("family", ["vae", "gan", "ddpm"])
def test_every_training_has_its_own_knobs(family: str) -> None:
    at = opened("zh", generators_part="train", generators_family=family)
    html(at)
    keys = {each.key for each in (*at.select_slider, *at.selectbox)}
    assert ("generators_beta" in keys) == (family == "vae") and ("generators_train_loss" in keys) == (family == "gan")


def test_a_drawing_in_a_link_can_be_learnt_and_a_damaged_one_gets_a_sentence() -> None:
    code = drawn(np.array([[-1.0, -1.0], [1.0, 1.0]]))
    at = opened(generators_part="train", generators_learn="draw", generators_drawing=code)
    html(at)
    assert not at.info and not at.warning and at.button(key="generators_train_start")
    assert opened(generators_part="train", generators_learn="draw").info
    assert opened(generators_part="train", generators_learn="draw", generators_drawing="draw:zz").warning


@pytest.mark.parametrize("family", ["gan", "flow_matching"])
def test_a_finished_training_is_a_film(family: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    films: list[Film] = []
    monkeypatch.setattr(training, "player", lambda film, lang, *, key: films.append(film))
    run = train("line", Config(family=family, D=16, L=1, B=32, steps=40, frames=5), device="cpu")
    training.result(run, "line", "en")
    [film] = films
    assert len(film.captions) == 5 and (film.surfaces is not None) == (family == "gan") and "40 steps" in film.title


def test_the_field_points_to_the_middle_before_it_parts() -> None:
    film = diffusion.field_film("ring", "en")
    pairs = film.layers[-1].points.reshape(len(film.captions), -1, 2, 2) / 1000
    guesses = pairs[:, :, 0] + (pairs[:, :, 1] - pairs[:, :, 0]) / diffusion.DRAWN
    far = np.linalg.norm(guesses, axis=-1).mean(1)
    at = int(far.argmin())
    assert far[at] < 0.6 < far[-1] and f"t = {film.captions[at].split()[2]} " in film.title


def test_the_bound_is_finite_and_of_known_noise_there_is_none() -> None:
    fig: Any = diffusion.terms_figure(runs()[0], "zh").to_dict()
    assert len(fig["data"]) == 2
    chain = schedule("linear", 50)
    assert np.nansum(elbo_terms(chain, np.zeros(50), 2)) == 0 and np.isnan(elbo_terms(chain, np.ones(50), 2)[0])


@pytest.mark.parametrize("lang", LANGS)
def test_digits_by_class_are_right_new_and_dearer_with_guidance(lang: Any) -> None:
    found = by_class()
    said_ = digits.said(found, "conv", lang)
    assert percent(float(np.median(found.values["conv"]["accuracy"][:, 0])), lang) in said_
    for values in found.values.values():
        middle = {name: np.median(rows, axis=0) for name, rows in values.items()}
        assert (
            middle["accuracy"][0] >= 0.95 and middle["nearest"][0] > 0.5 and middle["recall"][-1] < middle["recall"][0]
        )
    fig: Any = digits.wall("mlp", lang).to_dict()
    assert [trace["type"] for trace in fig["data"]] == ["heatmap", "heatmap"]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", sets())
def test_every_family_is_judged_on_pictures(name: str, lang: Any) -> None:
    at = opened(lang, generators_shape=name, generators_judge="recall", generators_closer="vae")
    html(at)
    assert not at.warning and len(at.get("plotly_chart")) == 3 and len(at.dataframe[0].value) == len(families(name))
    table = pictures.table(name, "en")
    assert list(table["Fréchet ÷ floor"]) == sorted(table["Fréchet ÷ floor"])
    assert f"{np.median(of_family(name, 'vae').values['nearest']):.2f}" in pictures.said(name, "vae", lang)
    for fig in (pictures.walls(name, lang), pictures.closer(name, families(name)[-1], lang)):
        assert len(json.dumps(fig.to_dict())) < 300_000


def test_digits_have_all_families_several_seeds_and_no_copies() -> None:
    assert families("digits") == FAMILIES and set(pictures.floor("digits")) <= set(of_family("digits", "gan").values)
    for family in FAMILIES:
        found = of_family("digits", family)
        assert len(found.values["frechet"]) >= 3 and found.values["nearest"].min() > 0.5
        assert (found.made != found.nearest).any(axis=1).all()


def test_tiles_lie_in_rows() -> None:
    four = np.arange(4, dtype=np.uint8)[:, None] * np.ones(9, np.uint8)
    assert pictures_charts.tiles(four, 2).shape == (8, 8) and pictures_charts.tiles(four, 2)[5, 4:7].tolist() == [3] * 3


@pytest.mark.parametrize("lang", LANGS)
def test_mode_collapse_is_seen_where_it_is(lang: Any) -> None:
    spot, all_ = np.full((200, 2), 10, np.int16), plane("grid").real[:200]
    assert gan.detected(spot, "grid", lang).startswith("**") and not gan.detected(all_, "grid", lang).startswith("**")
    assert gan.detected(spot, "moons", lang).startswith("**")
    html(opened(lang, generators_view="gan", generators_shape="grid"))
    fig = cast(Any, gan_charts.heaps("grid", lang))
    lines, ends = fig.data[::2], fig.data[1::2]
    assert [len(line.x) for line in lines] == [len(kept("grid", name).at) for name in gan_charts.LOOKS]
    assert [list(end.y) for end in ends] == [list(plane("grid").values[name]["modes"]) for name in gan_charts.LOOKS]
    assert np.median(ends[0].y) < np.median(ends[1].y)


def test_a_price_too_high_is_called_posterior_collapse() -> None:
    found = prices()
    titles = [cast(Any, latent.bound(at, "en").to_dict())["layout"]["title"]["text"] for at in range(len(found.betas))]
    gone = [beta for beta, title in zip(found.betas, titles, strict=True) if "collapse" in title]
    assert gone == [beta for beta, nats in zip(found.betas, found.nats, strict=True) if nats.max() <= DEAD]
    html(opened("zh", generators_view="latent", generators_latent="tradeoff", generators_price="30"))


@pytest.mark.parametrize("beta", ["1", "300"])
def test_a_trained_vae_shows_its_bound(beta: str, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[Any] = []
    monkeypatch.setattr(training, "player", lambda film, lang, *, key: None)
    monkeypatch.setattr(training, "show", lambda fig, *, key, alt: shown.append(fig))
    config = Config(family="vae", D=32, L=1, B=64, steps=200, lr=5e-3, beta=float(beta), frames=3)
    training.result(train("line", config, device="cpu"), "line", "en")
    assert len(shown) == 2 and ("collapse" in shown[1].layout.title.text) == (beta == "300")


@pytest.mark.parametrize("name", ["moons", *sets()])
def test_what_is_taken_home_is_what_was_measured(name: str) -> None:
    bag = keepsake.bag(name, "en")
    compile(bag.program, "program", "exec")
    assert len(set(bag.table()["what"])) == 1 + len(families(name) if name in sets() else FAMILIES)


@pytest.mark.parametrize("lang", LANGS)
def test_an_error_in_the_noise_grows_most(lang: Any) -> None:
    at = opened(lang, generators_view="diffusion", generators_way="names", generators_schedule="cosine")
    html(at)
    fig = cast(Any, naming.figure("cosine", lang))
    left = schedule("cosine", naming.TIMES).alpha_bar
    noise, picture, mixed = (np.array(trace.y) for trace in fig.data)
    assert noise[-1] == pytest.approx(np.sqrt((1 - left[-1]) / left[-1]), rel=1e-3) and (picture == 1).all()
    assert (mixed <= 1).all() and f"{noise[-1]:.0f}" in fig.layout.title.text


@pytest.mark.parametrize("kind", named())
def test_what_was_named_is_measured_with_every_seed(kind: str) -> None:
    fig = cast(Any, naming.outcome(kind, "en"))
    dots = [list(trace.x) for trace in fig.data if len(trace.x) > 1]
    found = targets()
    assert sorted(map(sorted, dots)) == sorted(sorted(rows) for rows in found.far[kind].values())
    assert len(found.far[kind]["v"]) >= 5 and "×" in fig.layout.title.text


def test_a_start_that_is_gone_gets_a_sentence() -> None:
    at = opened("zh", generators_part="train", generators_start="0" * 64)
    html(at)
    assert at.info[0].value == text.START_GONE["zh"]
    at.button(key="generators_afresh_start").click().run()
    assert not at.info and "generators_start" not in at.query_params


@pytest.mark.parametrize("lang", LANGS)
def test_the_three_games_are_shown_with_every_seed(lang: Any) -> None:
    if "grid" not in contests():
        pytest.skip("not recorded yet")
    at = opened(lang, generators_view="gan", generators_gan="compare", generators_shape="grid")
    html(at)
    assert len(at.get("plotly_chart")) == 3 and not at.warning
    found = games.games("grid")
    table = at.dataframe[0].value
    assert sorted(table.iloc[:, 1], reverse=True) == list(table.iloc[:, 1])
    assert set(table.iloc[:, 2]) == {", ".join(map(str, one.found[:, -1])) for one in found.values()}
    fig = cast(Any, games_charts.found(found, lang))
    bands, lines = fig.data[:3], fig.data[3:]
    for one, band, line in zip(found.values(), bands, lines, strict=True):
        assert list(line.y) == list(np.median(one.found, axis=0)) and list(line.x) == list(one.at)
        assert max(band.y) == one.found.max() and min(band.y) == one.found.min()
    for each in (games.ends("grid", lang), games.energy("grid", lang)):
        assert len(json.dumps(each.to_dict())) < 300_000


def test_forward_any_shape_drowns() -> None:
    at = opened(generators_view="diffusion", generators_way="forward", generators_shape="line")
    html(at)
    assert at.selectbox(key="generators_shape").value == "line" and at.get("bidi_component")
