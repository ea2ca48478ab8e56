"""GAN: a whole training as a film, a game that the visitor plays move by move, the three games side by side."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import streamlit as st

from app.exhibits.generators import games, gan_charts, text
from app.exhibits.generators.ruler import note, shape_choice
from app.house import heavy
from app.house.figures import Ready, ready, show
from app.house.links import choice, remember
from app.house.numbers import percent
from app.house.parts import control
from app.house.player import Film, Layer, player
from app.i18n import Lang, Text
from app.session import seed
from core.generators import duel, modes, points, precision_recall
from core.generators.api import FRESH
from core.generators.heaps import collapsed, reached
from core.generators.measures import covered
from core.generators.recorded import contests, kept, plane, runs
from core.generators.run import SPAN, thousandths

SHOWN = 300
ARROWS = 60
RATES = tuple(f"{rate:g}" for rate in duel.RATES)
NAMES = {rate: Text(en=rate, zh=rate) for rate in RATES}
USUAL = RATES[1]


def view(lang: Lang) -> None:
    """What is seen on the left, the controls on the right."""
    stage, desk = st.columns([1, 1], gap="large")
    with desk:
        with control("generators_gan"):
            way = choice(
                st.segmented_control,
                text.GAN_WAY[lang],
                [way for way in text.GAN_WAYS if way != "compare" or contests()],
                text.GAN_WAYS,
                lang,
                key="generators_gan",
                default="watch",
                required=True,
            )
        shape = shape_choice(lang, contests() if way == "compare" else runs())
    if way == "compare":
        games.view(shape, stage, desk, lang)
    elif way == "watch":
        with desk:
            st.markdown(text.GAN_SAYS[lang])
            st.markdown(detected(kept(shape, "gan").frames[-1], shape, lang))
            st.markdown(seeds_say(shape, lang))
            if modes(shape) is not None:
                show(heaps(shape, lang), key="generators_heaps", alt=text.HEAPS_ALT[lang])
                shown = kept(shape, "gan").frames.shape[1]
                st.caption(text.HEAPS_SAY[lang].format(shown=shown, n=plane(shape).n))
        with stage:
            player(training_film(shape, lang), lang, key="generators_gan_film")
            show(losses(shape, lang), key="generators_gan_losses", alt=text.GAN_LOSS_ALT[lang])
        note(plane(shape), lang)
    else:
        _duel(shape, stage, desk, lang)


def _duel(shape: str, stage, desk, lang: Lang) -> None:
    with desk:
        with control("generators_loss"):
            loss = choice(
                st.segmented_control,
                text.LOSS[lang],
                list(text.LOSSES),
                text.LOSSES,
                lang,
                key="generators_loss",
                default="nonsaturating",
                required=True,
            )
        st.markdown(text.LOSSES_SAY[loss][lang])
        one, two = st.columns(2)
        with one:
            first = _rate("generators_rate_g", text.RATE_G, lang)
        with two:
            second = _rate("generators_rate_d", text.RATE_D, lang)
        moves = st.query_params.get("generators_moves", "")
        full = len(moves) >= 3 * duel.MOST
        with control("generators_moves"), st.container(horizontal=True, gap="small"):
            for who, label in (("B", text.STEP_B), ("G", text.STEP_G), ("D", text.STEP_D)):
                st.button(
                    label[lang].format(n=duel.STEPS),
                    key=f"generators_move_{who}",
                    type="primary" if who == "B" else "secondary",
                    disabled=full,
                    on_click=remember,
                    args=("generators_moves", f"{moves}{who}{first}{second}"),
                )
            for name, label, left in (("undo", text.UNDO, moves[:-3] or None), ("afresh", text.AFRESH, None)):
                key, gone = f"generators_{name}", not moves
                st.button(label[lang], key=key, disabled=gone, on_click=remember, args=("generators_moves", left))
        st.markdown(text.DUEL_SAYS[lang])
    with stage:
        heavy.stack()
        played = duel.moves(moves)
        player(duel_film(shape, loss, seed(), played, lang), lang, key="generators_duel_film")
        if played:
            st.markdown(detected(duel.game(shape, loss, seed(), played)[-1].made, shape, lang))


def _rate(key: str, label: Text, lang: Lang) -> int:
    with control(key):
        return RATES.index(choice(st.select_slider, label[lang], list(RATES), NAMES, lang, key=key, default=USUAL))


@lru_cache(maxsize=16)
def training_film(shape: str, lang: Lang) -> Film:
    """The recorded training: made points, the discriminator's paint, heaps counted frame by frame."""
    run, centres = kept(shape, "gan"), modes(shape)
    real = points(shape, SHOWN, FRESH)
    captions, found = [], 0
    for step, frame in zip(run.at, run.frames, strict=True):
        if centres is None:
            captions.append(text.GAN_NOW[lang].format(step=int(step)))
        else:
            found = covered(frame / 1000, centres)[0]
            captions.append(text.GAN_NOW_HEAPS[lang].format(step=int(step), found=found, all=len(centres)))
    if centres is None:
        made = run.frames[-1] / 1000
        precision, recall = precision_recall(made, real[: len(made)])
        title = text.GAN_TITLE_PLAIN[lang].format(step=int(run.at[-1]), precision=precision, recall=recall)
    else:
        title = text.GAN_TITLE[lang].format(step=int(run.at[-1]), found=found, all=len(centres))
    layers = (
        Layer(thousandths(real[None]), "faint", text.REAL[lang]),
        Layer(run.frames, "generated", text.MADE[lang]),
    )
    made_end, real_end = text.SURFACE_ENDS[lang].split("|")
    last = len(captions) - 1
    return Film(title, layers, captions, SPAN, run.surfaces.astype(np.uint8), (made_end, real_end), start=last, rate=8)


@lru_cache(maxsize=16)
def duel_film(shape: str, loss: str, dice: int, played: tuple[str, ...], lang: Lang) -> Film:
    """Every move a frame, the last one on screen."""
    boards = duel.game(shape, loss, dice, played)
    captions, scores = [text.DUEL_START[lang]], loss == "wasserstein"  # its critic gives no odds
    words = text.DUEL_NOW_SCORES if scores else text.DUEL_NOW
    for n, (move, board) in enumerate(zip(played, boards[1:], strict=True), 1):
        facts = {"n": n, "who": text.WHO[move[0]][lang], "fooled": board.fooled, "apart": board.apart}
        captions.append(words[lang].format(**facts))
    real = points(shape, SHOWN, FRESH + dice)
    layers = (
        Layer(
            np.stack([board.net for board in boards]).astype(np.int16), "faint", text.NET_LAYER[lang], lines=duel.NET
        ),
        Layer(thousandths(real[None]), "real", text.REAL[lang]),
        Layer(np.stack([board.made for board in boards]).astype(np.int16), "generated", text.MADE[lang], size=2.4),
        Layer(np.stack([_arrows(board) for board in boards]), "second", text.PULL_LAYER[lang], lines=-1),
    )
    last = boards[-1]
    facts = {"n": len(played), "trusted": last.trusted, "fooled": last.fooled, "apart": last.apart}
    surfaces = np.stack([board.surface for board in boards]).astype(np.uint8)
    made_end, real_end = text.SURFACE_ENDS[lang].split("|")
    title = (text.DUEL_TITLE_SCORES if scores else text.DUEL_TITLE)[lang].format(**facts)
    return Film(title, layers, captions, SPAN, surfaces, (made_end, real_end), start=len(played), rate=6)


def detected(made: np.ndarray, shape: str, lang: Lang) -> str:
    """Whether the modes have collapsed, from made points in thousandths."""
    found = reached(made / 1000, shape)
    if isinstance(found, tuple):
        said = text.FOUND_HEAPS[lang].format(found=found[0], all=found[1])
    else:
        said = text.FOUND_SHARE[lang].format(share=percent(found, lang))
    return (text.DETECTED if collapsed(found) else text.NOT_DETECTED)[lang].format(found=said)


def _arrows(board: duel.Board) -> np.ndarray:
    """The pull on the first made points as pairs of places; long ones are shortened, not the short ones lengthened."""
    start, pull = board.made[:ARROWS] / 1000, board.pull[:ARROWS]
    size = np.linalg.norm(pull, axis=1, keepdims=True)
    end = start + pull * np.minimum(0.15, 0.35 / np.maximum(size, 1e-9))
    return thousandths(np.stack([start, end], 1).reshape(-1, 2))


def seeds_say(shape: str, lang: Lang) -> str:
    """How many heaps each seed finds, beside DDPM; nothing where a shape has no heaps."""
    centres, found = modes(shape), plane(shape).values
    if centres is None:
        return ""
    counts = {name: ", ".join(f"{int(n)}" for n in found[name]["modes"]) for name in ("gan", "ddpm")}
    return text.SEEDS_SAY[lang].format(found=counts["gan"], ddpm=counts["ddpm"], all=len(centres))


@lru_cache(maxsize=16)
def losses(shape: str, lang: Lang) -> Ready:
    """Both losses of the recorded training."""
    return ready(gan_charts.losses(kept(shape, "gan"), lang))


@lru_cache(maxsize=8)
def heaps(shape: str, lang: Lang) -> Ready:
    """Heaps through the training."""
    return ready(gan_charts.heaps(shape, lang))
