"""The figures of AE and VAE: numbers and a language in, a figure out."""

from __future__ import annotations

import numpy as np
import plotly.graph_objects as go

from app.exhibits.generators import text
from app.exhibits.generators.panels import SIDES, head
from app.exhibits.generators.pictures_charts import wall
from app.i18n import Lang
from app.theme import CINNABAR, GREY, INDIGO, SEQUENTIAL, finish, scale
from core.generators.latent import BETAS, DEAD, Latent
from core.generators.records import Prices

ZERO = 0.01  # where β = 0 stands on a logarithmic axis


def strips(codes: np.ndarray, around: np.ndarray, way: np.ndarray, lang: Lang) -> go.Figure:
    """Three rows of digits: in and out, around one code, from one code to another."""
    fig = go.Figure()
    rows = ((codes, text.IN_OUT), (around, text.AROUND), (way, text.ON_THE_WAY))
    for row, (pictures, label) in enumerate(rows):
        axis = "" if row == 0 else str(row + 1)
        z = _strip(pictures)
        fig.add_trace(
            go.Heatmap(
                z=z,
                colorscale=scale(SEQUENTIAL),
                zmin=0,
                zmax=16,
                showscale=False,
                hoverinfo="skip",
                xaxis=f"x{axis}",
                yaxis=f"y{axis}",
            )
        )
        top = 0.94 - row * 0.34
        blank = {"showticklabels": False, "showgrid": False, "zeroline": False}
        fig.layout[f"xaxis{axis}"] = {**blank, "anchor": f"y{axis}", "range": [-0.5, 71.5]}
        fig.layout[f"yaxis{axis}"] = {
            **blank,
            "domain": [top - 0.25, top],
            "autorange": "reversed",
            "anchor": f"x{axis}",
        }
        fig.layout[f"yaxis{axis}"]["scaleanchor"] = f"x{axis}"
        fig.add_annotation(
            x=0,
            y=top + 0.005,
            xref="paper",
            yref="paper",
            text=label[lang],
            showarrow=False,
            xanchor="left",
            yanchor="bottom",
        )
    return finish(fig, "", height=380).update_layout(margin={"l": 4, "r": 4, "t": 8, "b": 4})


def _strip(pictures: np.ndarray) -> np.ndarray:
    """Pictures side by side, a column of nothing between two, as sixteenths of ink."""
    ink = np.clip(np.round((pictures.reshape(-1, 8, 8) + 1) * 8), 0, 16)
    framed = np.full((len(ink), 8, 9), np.nan, np.float32)
    framed[:, :, :8] = ink
    return np.concatenate(list(framed), axis=1)


def spread_curve(spreads: np.ndarray, errors: np.ndarray, apart: np.ndarray, now: float, lang: Lang) -> go.Figure:
    """Error and spread against the factor on σ; both are root mean squares over pixels."""
    fig = go.Figure()
    for values, name, colour, dash in (
        (errors, text.ERROR_NAME, INDIGO, "dash"),
        (apart, text.APART_NAME, CINNABAR, "solid"),
    ):
        fig.add_trace(
            go.Scatter(x=spreads, y=values, mode="lines+markers", name=name[lang], line={"color": colour, "dash": dash})
        )
    fig.add_vline(now, line={"color": GREY, "dash": "dot"})
    at_now = [float(np.interp(now, spreads, values)) for values in (errors, apart)]
    fig.update_xaxes(title=text.SPREAD_AXIS[lang])
    fig.update_yaxes(title=text.RMS_AXIS[lang], rangemode="tozero")
    title = text.SPREAD_TITLE[lang].format(now=now, error=at_now[0], apart=at_now[1])
    fig = finish(fig, title, height=330)
    return fig


def betas(found: Latent, lang: Lang) -> go.Figure:
    """Four panels against β: error, Fréchet over the floor, recall, nats."""
    fig, x = go.Figure(), np.maximum(BETAS, ZERO)
    panels = (
        ("error", text.ERROR_AXIS, 1.0, "linear"),
        ("frechet", text.FRECHET_AXIS, found.floor["frechet"], "log"),
        ("recall", text.RECALL_AXIS, 1.0, "linear"),
        ("nats", text.NATS_AXIS, 1.0, "linear"),
    )
    for place, (name, label, unit, kind) in enumerate(panels):
        axis, (row, column) = "" if place == 0 else str(place + 1), divmod(place, 2)
        values = found.betas[name] / unit
        _band(fig, x, values, CINNABAR, "solid", "VAE", axis)
        if name != "nats":
            own = float(np.median(found.ae_only[name])) / unit
            fig.add_trace(
                go.Scatter(
                    x=[ZERO * 0.45],
                    y=[own],
                    mode="markers",
                    marker={"symbol": "square", "size": 10, "color": INDIGO},
                    name="AE",
                    xaxis=f"x{axis}",
                    yaxis=f"y{axis}",
                    showlegend=place == 0,
                )
            )
        across = [0.57 * column, 0.57 * column + 0.43]
        up = [0.61 - 0.61 * row, 1 - 0.61 * row]
        ticks = {"tickvals": list(x), "ticktext": [f"{beta:g}" if i % 2 == 0 else "" for i, beta in enumerate(BETAS)]}
        fig.layout[f"xaxis{axis}"] = {
            "type": "log",
            "domain": across,
            "anchor": f"y{axis}",
            "title": {"text": "β"},
            **ticks,
        }
        fig.layout[f"yaxis{axis}"] = {"domain": up, "anchor": f"x{axis}", **_kind(kind)}
        head(fig, label[lang], across, up)
    best = int(np.argmin(np.median(found.betas["frechet"], axis=0)))
    used = np.median(found.betas["used"], axis=0)
    gone = next((beta for beta, n in zip(BETAS, used, strict=True) if n < 1), None)
    words = text.BETAS_TITLE if gone is not None else text.BETAS_TITLE_ALIVE
    title = words[lang].format(best=BETAS[best], gone=gone if gone is not None else 0)
    return finish(fig, title, height=580).update_layout(margin=SIDES)


def noises(found: Latent, spreads: tuple[float, ...], lang: Lang) -> go.Figure:
    """Fréchet and error as the noise is taken away while training, with the price of a code and without."""
    fig, places = go.Figure(), np.arange(len(spreads))
    for rows, name, colour, dash in (
        (found.spreads, text.WITH_KL, CINNABAR, "solid"),
        (found.spreads_free, text.WITHOUT_KL, INDIGO, "dash"),
    ):
        for measure, unit, axis in (("frechet", found.floor["frechet"], ""), ("error", 1.0, "2")):
            _band(fig, places, rows[measure] / unit, colour, dash, name[lang], axis)
    for measure, unit, axis in (("frechet", found.floor["frechet"], ""), ("error", 1.0, "2")):
        own = float(np.median(found.ae_only[measure])) / unit
        fig.add_trace(
            go.Scatter(
                x=[places[0], places[-1]],
                y=[own, own],
                mode="lines",
                line={"color": GREY, "dash": "dot"},
                name="AE",
                xaxis=f"x{axis}",
                yaxis=f"y{axis}",
                showlegend=axis == "",
            )
        )
    ticks = {"tickvals": list(places), "ticktext": [f"{each:g}" for each in spreads]}
    panels = (("", [0, 0.43], text.FRECHET_AXIS, "log"), ("2", [0.57, 1], text.ERROR_AXIS, "linear"))
    for axis, across, label, kind in panels:
        fig.layout[f"xaxis{axis}"] = {
            "domain": across,
            "anchor": f"y{axis}",
            "title": {"text": text.NOISE_AXIS[lang]},
            **ticks,
        }
        fig.layout[f"yaxis{axis}"] = {"anchor": f"x{axis}", **_kind(kind)}
        head(fig, label[lang], across)
    facts = {
        "kl": float(np.median(found.spreads["frechet"][:, 0])) / found.floor["frechet"],
        "ae": float(np.median(found.ae_only["frechet"])) / found.floor["frechet"],
    }
    return finish(fig, text.NOISES_TITLE[lang].format(**facts), height=380).update_layout(margin=SIDES)


def dimensions(found: Latent, lang: Lang) -> go.Figure:
    """Nats of each latent dimension at each β, the largest first."""
    z = found.per_dimension
    words = [
        ["" if value < DEAD else f"{value:.1f}" if value >= 0.05 else f"{value:.2f}" for value in row] for row in z
    ]
    fig = go.Figure(
        go.Heatmap(
            z=np.sqrt(np.maximum(z, 0)).round(3),
            text=words,
            texttemplate="%{text}",
            colorscale=scale(SEQUENTIAL),
            showscale=False,
            hoverinfo="skip",
            zmin=0,
        )
    )
    fig.update_xaxes(
        title=text.DIMENSION_AXIS[lang],
        tickvals=list(range(z.shape[1])),
        ticktext=[str(i + 1) for i in range(z.shape[1])],
    )
    fig.update_yaxes(
        title="β", tickvals=list(range(len(BETAS))), ticktext=[f"{beta:g}" for beta in BETAS], autorange="reversed"
    )
    most = int((z[BETAS.index(1.0)] > DEAD).sum())
    return finish(fig, text.DIMENSIONS_TITLE[lang].format(used=most, all=z.shape[1]), height=360)


def bound(error: float, nats: np.ndarray, beta: float, lang: Lang) -> go.Figure:
    """The bound in its parts: the copy's error, and a bar a latent dimension, the busiest first."""
    names = [text.COPY_BAR[lang], *(text.DIMENSION_BAR[lang].format(i=i) for i in range(1, len(nats) + 1))]
    values = [error, *np.sort(nats)[::-1].tolist()]
    marker = {"color": [INDIGO, *[CINNABAR] * len(nats)]}
    words = [f"{value:.1f}" if value >= 0.05 else f"{value:.3f}" for value in values]
    fig = go.Figure(
        go.Bar(x=values, y=names, orientation="h", marker=marker, text=words, textposition="auto", textangle=0)
    )
    fig.update_yaxes(autorange="reversed")
    fig.update_xaxes(title=text.BOUND_AXIS[lang], rangemode="tozero")
    used = int((nats > DEAD).sum())
    facts = {"error": error, "code": float(nats.sum()), "used": used, "all": len(nats), "beta": beta}
    words = text.BOUND_TITLE if used else text.BOUND_TITLE_GONE
    return finish(fig, words[lang].format(**facts), height=150 + 30 * len(values)).update_layout(margin={"l": 110})


def price(found: Prices, at: int, lang: Lang) -> go.Figure:
    """Real digits, their copies, and samples at one β."""
    fig = go.Figure()
    n = len(found.pictures)
    wall(fig, 0, np.concatenate([found.pictures, found.copies[at]]), n, [0.14, 1], [0.52, 1])
    wall(fig, 1, found.samples[at], n, [0.14, 1], [0, 0.46])
    side = round(found.pictures.shape[1] ** 0.5) + 1
    for axis, words in (("", [text.REAL[lang], text.COPY[lang]]), ("2", [text.PRIOR_ROW[lang]])):
        ticks = {"tickvals": [side * (i + 0.5) - 0.5 for i in range(len(words))], "ticktext": words}
        fig.layout[f"yaxis{axis}"].update(**ticks, showticklabels=True)
    return finish(fig, "", height=180).update_layout(margin={"l": 8, "r": 4, "t": 8, "b": 4})


def _kind(kind: str) -> dict[str, object]:
    """A linear axis, or a logarithmic one with round numbers."""
    ticks = [1, 2, 5, 10, 20, 50, 100]
    named = {"tickvals": ticks, "ticktext": [str(tick) for tick in ticks]} if kind == "log" else {}
    return {"type": kind, **named}


def _band(fig: go.Figure, x: np.ndarray, values: np.ndarray, colour: str, dash: str, name: str, axis: str) -> None:
    """Median and range over the seeds."""
    edge = np.concatenate([values.max(0), values.min(0)[::-1]])
    place = {"xaxis": f"x{axis}", "yaxis": f"y{axis}", "hoverinfo": "skip", "showlegend": False}
    around = [*x, *x[::-1]]
    fig.add_trace(go.Scatter(x=around, y=edge, fill="toself", fillcolor=colour, opacity=0.15, line_width=0, **place))
    place = {"xaxis": f"x{axis}", "yaxis": f"y{axis}", "showlegend": axis == ""}
    line, middle = {"color": colour, "dash": dash}, np.median(values, axis=0)
    fig.add_trace(go.Scatter(x=x, y=middle, mode="lines+markers", name=name, line=line, **place))
