"""AE and VAE on real digits: walk on the plane of codes; one code in numbers; what the price of a code buys."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import streamlit as st

from app.exhibits.generators import latent_charts, text
from app.house.figures import Ready, ready, show
from app.house.links import choice, remember, whole
from app.house.numbers import percent
from app.house.parts import control
from app.house.player import Board, board, settled
from app.i18n import Lang, Text
from app.session import seed
from core.generators import frechet, precision_recall, reader
from core.generators.latent import BETAS, SPREADS, Latent, tradeoff
from core.generators.recorded import COMMAND, latent, prices
from core.generators.run import Run, thousandths
from core.generators.sampling import decode, encode, prior

NET = 25  # crossings a side of the net over the plane
CODERS = ("vae", "ae")
PRICES = {f"{beta:g}": Text(en=f"{beta:g}", zh=f"{beta:g}") for beta in BETAS}
TENTHS = tuple(range(0, 31, 3))  # of the posterior's σ, where the curve is measured


def view(lang: Lang) -> None:
    """The plane with its numbers, or the trade-off."""
    with control("generators_latent"):
        what = choice(
            st.segmented_control,
            text.LATENT[lang],
            list(text.LATENTS),
            text.LATENTS,
            lang,
            key="generators_latent",
            default="plane",
            required=True,
        )
    found = latent()
    (_plane if what == "plane" else _tradeoff)(found, lang)
    facts = {"date": found.date, "machine": found.machine, "code": found.code, "seconds": found.seconds}
    facts |= {
        "steps": found.vae.config.steps,
        "seeds": len(found.ae_only["error"]),
        "accuracy": percent(found.accuracy, lang),
    }
    st.caption(text.LATENT_NOTE[lang].format(command=f"{COMMAND} latent", **facts))


def _plane(found: Latent, lang: Lang) -> None:
    stage, desk = st.columns([3, 2], gap="large")
    with desk:
        with control("generators_coder"):
            coder = choice(
                st.segmented_control,
                text.FAMILY[lang],
                list(CODERS),
                text.FAMILIES,
                lang,
                key="generators_coder",
                default="vae",
                required=True,
            )
        last = len(found.classes) - 1
        with control("generators_digit"):
            digit = whole("generators_digit", text.DIGIT[lang], 0, last, default=9)
        with control("generators_other"):
            other = whole("generators_other", text.OTHER_DIGIT[lang], 0, last, default=20)
        if coder == "vae":
            with control("generators_spread"):
                tenths = whole("generators_spread", text.SPREAD[lang], 0, 30, default=10)
        else:
            tenths = 0
    with stage:
        board(plane_board(coder, _place(), lang), lang, key="generators_board", on_at=_settle)
    with desk:
        st.markdown(said(coder, _place(), lang))
        st.latex(written(coder, digit, tenths / 10, seed()))
    with stage:
        show(rows(coder, digit, other, tenths, seed(), lang), key="generators_rows", alt=text.ROWS_ALT[lang])
    if coder == "vae":
        with desk:
            show(spread_curve(tenths, lang), key="generators_spread_curve", alt=text.SPREAD_ALT[lang])


def _tradeoff(found: Latent, lang: Lang) -> None:
    stage, desk = st.columns([2, 1], gap="large")
    with desk:
        with control("generators_price"):
            beta = choice(
                st.select_slider,
                text.BETA[lang],
                list(PRICES),
                PRICES,
                lang,
                key="generators_price",
                default="1",
            )
        at = list(PRICES).index(beta)
        show(price(at, lang), key="generators_price_rows", alt=text.PRICE_ALT[lang])
        show(bound(at, lang), key="generators_bound", alt=text.BOUND_ALT[lang])
        st.markdown(price_says(found, at, lang))
    with stage:
        show(betas(lang), key="generators_betas", alt=text.BETAS_ALT[lang])
        show(noises(lang), key="generators_noises", alt=text.NOISES_ALT[lang])
    with desk:
        st.markdown(text.TRADEOFF_SAYS[lang])
        show(dimensions(lang), key="generators_dimensions", alt=text.DIMENSIONS_ALT[lang])


def _settle() -> None:
    place = settled("generators_board")
    if place is not None:
        remember("generators_z", f"{place[0]:.2f},{place[1]:.2f}")


def _place() -> tuple[float, float]:
    """The place in the link; the middle where there is none that can be read."""
    try:
        x, y = (float(each) for each in st.query_params.get("generators_z", "0,0").split(","))
    except ValueError:
        return 0.0, 0.0
    return (x, y) if abs(x) < 50 and abs(y) < 50 else (0.0, 0.0)


@lru_cache(maxsize=16)
def plane_board(coder: str, at: tuple[float, float], lang: Lang) -> Board:
    """Where the digits' codes lie, and what lies between them."""
    run, found = _run(coder), latent()
    codes = encode(run, _kept())[0]
    span = float(np.ceil(np.abs(codes).max() * 1.05)) if coder == "ae" else 3.2
    side = np.linspace(-span, span, NET)
    crossings = np.stack(np.meshgrid(side, side), -1).reshape(-1, 2)
    pictures = np.clip((decode(run, crossings) + 1) * 127.5, 0, 255).astype(np.uint8)
    holes, ratio = _drawn(coder)
    facts = {"holes": percent(holes, lang), "ratio": ratio}
    title = text.PLANE_TITLE[lang].format(coder=text.CODER_NAMES[coder][lang], **facts)
    return Board(title, thousandths(codes), found.classes.astype(np.uint8), pictures, span, at, text.PLANE_NOTE[lang])


@lru_cache(maxsize=2)
def _drawn(coder: str) -> tuple[float, float]:
    """Of as many random codes as pictures: the share in holes, and their pictures' distance over the floor."""
    run, found, pictures = _run(coder), latent(), _kept()
    noise = np.random.default_rng(0).standard_normal((len(pictures), 2))
    z = prior(run, noise)
    near, _ = precision_recall(z, encode(run, pictures)[0])
    a, b = (reader.features(found.reader, each) for each in (np.clip(decode(run, z), -1, 1), pictures))
    return 1 - near, frechet(a, b) / found.floor["frechet"]


def _run(coder: str) -> Run:
    return latent().vae if coder == "vae" else latent().ae


@lru_cache(maxsize=1)
def _kept() -> np.ndarray:
    """The digits that nobody learnt from, grey from -1 to 1."""
    return latent().pictures / 8.0 - 1


def said(coder: str, at: tuple[float, float], lang: Lang) -> str:
    """What the reader sees in the picture at the place that is settled on."""
    odds = reader.read(latent().reader, decode(_run(coder), np.array([at])))[0]
    first, second = np.argsort(-odds)[:2]
    facts = {"x": at[0], "y": at[1], "first": int(first), "one": percent(odds[first], lang)}
    facts |= {"second": int(second), "two": percent(odds[second], lang)}
    return text.PLANE_SAYS[coder][lang] + "\n\n" + text.READER_SAYS[lang].format(**facts)


def written(coder: str, digit: int, spread: float, dice: int) -> str:
    """The way from the picture to its code in numbers."""
    run = _run(coder)
    mean, sigma = (each[0] for each in encode(run, _kept()[digit : digit + 1]))

    def column(values: np.ndarray) -> str:
        return r"\begin{pmatrix}" + r"\\".join(f"{value:.2f}" for value in values) + r"\end{pmatrix}"

    if coder == "ae":
        return rf"z = f(x_{{{digit}}}) = {column(mean)}"
    noise = np.random.default_rng(dice).standard_normal(2)
    z = mean + spread * sigma * noise
    nats = 0.5 * (mean**2 + sigma**2 - 1 - 2 * np.log(sigma))
    return (
        rf"\begin{{aligned}} z &= \mu + {spread:g}\,\sigma\odot\varepsilon\\ &= {column(mean)} + {spread:g}"
        rf"{column(sigma)}\odot{column(noise)}\\ &= {column(z)}\\[4pt]"
        rf"\mathrm{{KL}} &= \tfrac12\textstyle\sum(\mu^2+\sigma^2-1-\log\sigma^2)\\"
        rf" &= {nats[0]:.2f}+{nats[1]:.2f} = \mathbf{{{nats.sum():.2f}}}\text{{ nats}}\end{{aligned}}"
    )


@lru_cache(maxsize=16)
def rows(coder: str, digit: int, other: int, tenths: int, dice: int, lang: Lang) -> Ready:
    """The digit, its reconstruction, draws around its code, and the way to another digit."""
    run, pictures = _run(coder), _kept()
    mean, sigma = encode(run, pictures[[digit, other]])
    noise = np.random.default_rng(dice).standard_normal((8, 2))
    around = decode(run, mean[0] + tenths / 10 * sigma[0] * noise)
    way = decode(run, mean[0] + np.linspace(0, 1, 8)[:, None] * (mean[1] - mean[0]))
    codes = np.stack([pictures[digit], decode(run, mean[:1])[0], pictures[other], decode(run, mean[1:])[0]])
    return ready(latent_charts.strips(codes, around, way, lang))


@lru_cache(maxsize=16)
def spread_curve(tenths: int, lang: Lang) -> Ready:
    """The trade-off at the time of decoding, measured now on the digits that nobody learnt from."""
    errors, apart = _curve()
    return ready(latent_charts.spread_curve(np.array(TENTHS) / 10, errors, apart, tenths / 10, lang))


@lru_cache(maxsize=1)
def _curve() -> tuple[np.ndarray, np.ndarray]:
    return tradeoff(latent().vae, _kept(), [each / 10 for each in TENTHS])


@lru_cache(maxsize=2)
def betas(lang: Lang) -> Ready:
    """Fidelity and diversity against β."""
    return ready(latent_charts.betas(latent(), lang))


@lru_cache(maxsize=2)
def noises(lang: Lang) -> Ready:
    """The noise taken away, with the KL term and without."""
    return ready(latent_charts.noises(latent(), SPREADS, lang))


@lru_cache(maxsize=2)
def dimensions(lang: Lang) -> Ready:
    """Which dimensions still say anything."""
    return ready(latent_charts.dimensions(latent(), lang))


@lru_cache(maxsize=32)
def price(at: int, lang: Lang) -> Ready:
    """What a VAE copies and draws at one β."""
    return ready(latent_charts.price(prices(), at, lang))


@lru_cache(maxsize=32)
def bound(at: int, lang: Lang) -> Ready:
    """The bound at one β."""
    found = prices()
    return ready(latent_charts.bound(float(found.errors[at]), found.nats[at], found.betas[at], lang))


def price_says(found: Latent, at: int, lang: Lang) -> str:
    """The medians of the sweep at one β."""
    middle = {name: float(np.median(rows[:, at])) for name, rows in found.betas.items()}
    ratio = middle["frechet"] / found.floor["frechet"]
    facts = {"error": middle["error"], "frechet": ratio, "recall": percent(middle["recall"], lang)}
    return text.PRICE_SAYS[lang].format(**facts, used=middle["used"], all=found.per_dimension.shape[1])
