"""The figures of the sentences exhibit: numbers and a language in, a figure out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from itertools import accumulate

import numpy as np
import plotly.graph_objects as go

from app.exhibits.sentences import text
from app.house.figures import Ready, ready
from app.house.numbers import percent
from app.i18n import Lang
from app.theme import (
    CATEGORIES,
    CINNABAR,
    DESK,
    FAINT,
    GREY,
    INDIGO,
    INK,
    SEQUENTIAL,
    columns,
    finish,
    play_button,
    scale,
)
from core.search import Cost
from core.simcse import Run
from core.simcse.recorded import Flowed, Graded
from core.simcse.sphere import NEIGHBOURS, Moved, forces, hardest
from core.simcse.sts import BANDS, BINS, Card

MARKS = (
    "circle",
    "square",
    "diamond",
    "cross",
    "x",
    "triangle-up",
    "circle-open",
    "star",
    "hexagram",
    "pentagon",
    "square-open",
    "diamond-open",
)
SHORT = 36  # columns of a sentence in a title
NAME = 15  # and beside a matrix: a phone is narrow


def distances(x: np.ndarray, y: np.ndarray, lang: Lang) -> go.Figure:
    """Squared distances: of the pairs, and of everything else."""
    between = ((x[:, None] - y[None]) ** 2).sum(-1)
    near, far = np.diag(between), between[~np.eye(len(x), dtype=bool)]
    fig = go.Figure()
    for row, values, colour in ((text.PAIR_NAME, near, CINNABAR), (text.OTHER_NAME, far, INDIGO)):
        marker = {"color": colour, "size": 16, "symbol": "line-ns-open", "opacity": 0.6}
        mean = {"color": colour, "size": 13, "symbol": "diamond"}
        hover = {"hovertemplate": "%{x:.3f}<extra></extra>"}
        fig.add_trace(go.Scatter(x=values, y=[row[lang]] * len(values), mode="markers", marker=marker, **hover))
        fig.add_trace(go.Scatter(x=[values.mean()], y=[row[lang]], mode="markers", marker=mean, **hover))
    fig.update_layout(showlegend=False)
    fig.update_xaxes(title=text.DISTANCE[lang], rangemode="tozero")
    fig.update_yaxes(autorange="reversed")
    title = text.DEFINITION_TITLE[lang].format(near=near.mean(), far=far.mean())
    return finish(fig, title, height=270).update_layout(margin_l=110)


def still(run: Moved, frame: int, lang: Lang) -> go.Figure:
    """Points on a circle or sphere, at one of the frames."""
    a, u = run.alignment, run.uniformity
    title = text.SPHERE_TITLES[run.config.loss][lang].format(a0=a[0], a1=a[-1], u0=u[0], u1=u[-1])
    flat, N = run.config.D == 2, run.config.N
    marker = {
        "size": 11 if flat else 5,
        "color": [CATEGORIES[i * len(CATEGORIES) // N] for i in range(N)],
        "line": {"width": 1, "color": FAINT},
    }
    points = {"type": _kind(run), "mode": "markers", "marker": marker, "hoverinfo": "text"}
    points |= {"text": [f"{i} · ± {abs(NEIGHBOURS[0])}" for i in range(N)], **_places(run.frames[frame])}
    t = np.linspace(0, 2 * np.pi, 97)
    line = {"color": FAINT, "width": 1}
    hoop = go.Scatter(x=np.cos(t), y=np.sin(t), mode="lines", line=line, hoverinfo="skip")
    fig = go.Figure([hoop if flat else _globe(), points])
    fig.update_layout(showlegend=False)
    span = {"visible": False, "range": [-1.15, 1.15]}
    if flat:
        fig.update_xaxes(**span)
        fig.update_yaxes(scaleanchor="x", **span)
    else:
        fig.update_layout(
            scene={f"{axis}axis": span for axis in "xyz"}
            | {"aspectmode": "cube", "camera_eye": {"x": 0.9, "y": 0.9, "z": 0.6}}
        )
    return finish(fig, title, height=560).update_layout(margin_b=90)


def moving(run: Moved, lang: Lang) -> Ready:
    """The points, one frame after another, played on the client.

    Frames and slider are written down as they are sent: Plotly would check every number of them, which takes four
    times as long as computing them.
    """
    names = [str(i * run.config.every) for i in range(len(run.frames))]
    how = {"frame": {"duration": 60, "redraw": _kind(run) != "scatter"}}
    how |= {"transition": {"duration": 0}, "mode": "immediate"}
    steps = [{"label": name, "method": "animate", "args": [[name], how]} for name in names]
    now = {"prefix": text.STEP[lang], "suffix": " 步" if lang == "zh" else ""}
    play = play_button(text.PLAY[lang], {**how, "fromcurrent": True}, x=0, y=-0.02, yanchor="top")
    slider = {"x": 0.16, "len": 0.84, "y": 0, "steps": steps, "currentvalue": now, "tickcolor": FAINT}
    sent = dict(ready(still(run, 0, lang)).to_dict())
    sent["layout"] = {**sent["layout"], "updatemenus": [play], "sliders": [slider]}
    sent["frames"] = [
        {"data": [{"type": _kind(run), **_places(frame)}], "traces": [1], "name": name}
        for name, frame in zip(names, run.frames, strict=True)
    ]
    return Ready(sent)


def _kind(run: Moved) -> str:
    return "scatter" if run.config.D == 2 else "scatter3d"


def _places(frame: np.ndarray) -> dict[str, list[float]]:
    return dict(zip("xyz", np.round(frame.T, 3).tolist(), strict=False))


def _globe() -> go.Scatter3d:
    """Circles of latitude and longitude."""
    t, lines = np.append(np.linspace(0, 2 * np.pi, 49), np.nan), []
    for angle in np.linspace(0, np.pi, 6, endpoint=False):
        lines.append((np.cos(angle) * np.sin(t), np.sin(angle) * np.sin(t), np.cos(t)))
        lines.append((np.sin(angle) * np.cos(t), np.sin(angle) * np.sin(t), np.cos(angle) + 0 * t))
    x, y, z = np.round(np.concatenate(lines, axis=1), 3)
    return go.Scatter3d(x=x, y=y, z=z, mode="lines", line={"color": FAINT, "width": 1}, opacity=0.35, hoverinfo="skip")


def pulling(run: Moved, anchor: int, temperature: float, lang: Lang) -> go.Figure:
    """The two forces on one point of the first frame, where there is most to do."""
    z = run.frames[0]
    pull, push = (1.2 * force / max(1e-9, scale_) for force, scale_ in _scaled(forces(z, anchor, temperature)))
    near = {(anchor + shift) % len(z) for shift in NEIGHBOURS}
    share, n = hardest(z, anchor, temperature)
    colours = [INK if i == anchor else CINNABAR if i in near else INDIGO for i in range(len(z))]
    sizes = [13 if i == anchor else 10 if i in near else 7 for i in range(len(z))]
    marks = ["star" if i == anchor else "diamond" if i in near else "circle" for i in range(len(z))]
    marker = {"color": colours, "size": sizes, "symbol": marks}
    notes = []  # all at once: added one by one, Plotly would check each of them again
    for force, name, colour, up in ((pull, text.PULL, CINNABAR, 0.14), (push, text.PUSH, INDIGO, -0.14)):
        tip = z[anchor] + 0.5 * force
        place = {"x": tip[0], "y": tip[1], "ax": z[anchor, 0], "ay": z[anchor, 1], "axref": "x", "ayref": "y"}
        notes.append({**place, "arrowhead": 2, "arrowwidth": 3, "arrowcolor": colour, "text": ""})
        named = {"x": tip[0], "y": tip[1] + up, "text": name[lang], "showarrow": False, "font": {"color": colour}}
        notes.append(named)
    points = {"type": "scatter", "x": z[:, 0], "y": z[:, 1], "mode": "markers", "marker": marker, "hoverinfo": "skip"}
    layout = {
        "annotations": notes,
        "showlegend": False,
        "xaxis": {"visible": False, "range": [z[anchor, 0] - 0.95, z[anchor, 0] + 0.95]},
        "yaxis": {"visible": False, "range": [z[anchor, 1] - 0.6, z[anchor, 1] + 0.5]},
    }
    fig = go.Figure([points], layout)
    facts = {"tau": temperature, "n": n, "share": percent(share, lang)}
    return finish(fig, text.FORCES_TITLE[lang].format(**facts), height=300, widest=DESK).update_layout(
        margin={"l": 4, "r": 30, "b": 4}
    )


def _scaled(pair: tuple[np.ndarray, np.ndarray]) -> list[tuple[np.ndarray, float]]:
    """Both forces with the length of the longer one."""
    longest = max(float(np.linalg.norm(force)) for force in pair)
    return [(force, longest) for force in pair]


def plane(run: Graded, lang: Lang) -> go.Figure:
    """Encoders by alignment and uniformity, coloured by how well they order the pairs; lines are tunings."""
    named = run.cards
    best = max(named, key=lambda way: named[way].spearman)
    scores = [card.spearman for card in named.values()]
    fig = go.Figure(
        go.Scatter(
            x=[card.uniformity for card in named.values()],
            y=[card.alignment for card in named.values()],
            mode="markers",
            text=[f"{text.WAYS[way][lang]} · {card.spearman:.2f}" for way, card in named.items()],
            marker={
                "size": 17,
                "symbol": MARKS[: len(named)],
                "color": scores,
                "colorscale": scale(SEQUENTIAL),
                "cmin": 0.2,
                "cmax": 0.9,
                "line": {"width": 1.5, "color": [GREY if way == "random" else INK for way in named]},
            },
            hovertemplate="%{text}<br>%{x:.2f}, %{y:.2f}<extra></extra>",
        )
    )
    for way, tuning in run.tunings.items():
        said = [f"{text.WAYS[way][lang]}, {text.AFTER_STEP[lang].format(n=n)}" for n in tuning.at]
        line = {"color": CINNABAR, "width": 2, "dash": "dot" if "supervised" in way else "solid"}
        marker = {"size": 8, "symbol": "arrow", "angleref": "previous", "color": CINNABAR}
        course = {"x": tuning.uniformity, "y": tuning.alignment, "text": said, "customdata": tuning.spearman}
        hover = "%{text}<br>%{x:.2f}, %{y:.2f}, ρ %{customdata:.2f}<extra></extra>"
        fig.add_trace(go.Scatter(**course, mode="lines+markers", line=line, marker=marker, hovertemplate=hover))
    places = [(card.uniformity, card.alignment) for card in named.values()]
    for (x, y), height, (way, card) in zip(places, _apart(places), named.items(), strict=True):
        name = re.split(" ?[(（]", text.WAYS[way][lang])[0]
        label = f"{name} · {card.spearman:.2f}"
        place = {"x": x, "y": y, "ax": x + 0.25, "ay": height, "axref": "x", "ayref": "y", "xanchor": "left"}
        fig.add_annotation(
            **place, text=label, font={"size": 12}, arrowhead=0, arrowwidth=1, arrowcolor=FAINT, standoff=9
        )
    fig.update_layout(showlegend=False)
    fig.update_xaxes(title=text.UNIFORM_AXIS[lang], range=[-4.3, 2.9])
    fig.update_yaxes(title=text.ALIGN_AXIS[lang], rangemode="tozero")
    title = text.PLANE_TITLE[lang].format(best=text.WAYS[best][lang], score=named[best].spearman)
    return finish(fig, title, height=460)


def _apart(places: Sequence[tuple[float, float]], room: float = 1.9) -> list[float]:
    """Heights of labels to the right of points, so that none lies on another."""
    gap = 0.05 * max(y for _, y in places)
    found: dict[int, float] = {}
    for at in sorted(range(len(places)), key=lambda at: places[at][1]):
        x, y = places[at]
        below = [found[each] + gap for each in found if abs(places[each][0] - x) < room]
        found[at] = max([y, *(height for height in below if height > y)])
    return [found[at] for at in range(len(places))]


def bands(card: Card, way: str, lang: Lang) -> go.Figure:
    """How the cosines of each gold band are distributed, one row a band."""
    middle = (BINS[:-1] + BINS[1:]) / 2
    median = [float(np.interp(0.5, np.cumsum(row), BINS[1:])) for row in card.bands]
    fig = go.Figure()
    for i, ((low, high), row) in enumerate(zip(BANDS, card.bands, strict=True)):
        name = text.BAND[lang].format(low=low, high=int(high))
        curve = i + 0.85 * row / card.bands.max()
        line = {"color": INDIGO if i < 4 else CINNABAR, "width": 2}
        x, y = [*middle, *middle[::-1]], [*curve, *[i] * len(middle)]
        fig.add_trace(go.Scatter(x=x, y=y, fill="toself", mode="lines", line=line, name=name, hoverinfo="name"))
    names = [text.BAND[lang].format(low=low, high=int(high)) for low, high in BANDS]
    fig.update_yaxes(tickvals=[i + 0.2 for i in range(len(names))], ticktext=names, showgrid=False)
    fig.update_xaxes(title=text.COSINE[lang], range=[-0.5, 1.02])
    fig.update_layout(showlegend=False)
    title = text.BANDS_TITLE[lang].format(name=_capital(text.WAYS[way][lang]), high=median[-1], low=median[0])
    return finish(fig, title, height=330, widest=DESK).update_layout(margin_l=84)


def singular(run: Graded, chosen: str, lang: Lang) -> go.Figure:
    """Singular values of all encoders; the chosen one stands out, the random one is grey and dashed."""
    fig = go.Figure()
    named = run.cards
    for way, card in named.items():
        mine = way == chosen
        colour = CINNABAR if mine else GREY if way == "random" else INDIGO
        line = {"color": colour, "width": 3 if mine else 1.2, "dash": "dash" if way == "random" else "solid"}
        x = np.arange(1, len(card.spectrum) + 1)
        keep = np.unique(np.geomspace(1, len(x), 60).astype(int)) - 1
        fig.add_trace(go.Scatter(x=x[keep], y=card.spectrum[keep], mode="lines", line=line, name=text.WAYS[way][lang]))
    fig.update_layout(showlegend=False)
    fig.update_xaxes(title=text.DIRECTION[lang], type="log")
    fig.update_yaxes(title=text.SINGULAR[lang], type="log", range=[-2.5, 0.1])
    card = named[chosen]
    facts = {"name": _capital(text.WAYS[chosen][lang]), "cosine": card.random_cosine, "iso": card.iso_score}
    return finish(fig, text.SPECTRUM_TITLE[lang].format(**facts), height=330, widest=DESK)


def whitened(run: Graded, place: int, lang: Lang) -> go.Figure:
    """Spearman's ρ against the number of directions that whitening keeps."""
    line, marker = {"color": INDIGO, "width": 2}, {"color": INDIGO, "size": 7}
    fig = go.Figure(go.Scatter(x=run.directions, y=run.whitened, mode="lines+markers", line=line, marker=marker))
    K, score = int(run.directions[place]), float(run.whitened[place])
    here = {"color": CINNABAR, "size": 14}
    fig.add_trace(go.Scatter(x=[K], y=[score], mode="markers", marker=here))
    plain = run.cards["mean"].spearman
    fig.add_hline(y=plain, line={"color": GREY, "dash": "dash"})
    fig.update_layout(showlegend=False)
    fig.update_xaxes(title=text.KEPT[lang], type="log")
    fig.update_yaxes(title="Spearman")
    title = text.WHITENED_TITLE[lang].format(K=K, score=score, plain=plain)
    return finish(fig, title, height=280, widest=DESK)


def bent(flow: Flowed, lang: Lang) -> go.Figure:
    """Spearman's ρ of the untouched, the whitened and the bent vectors, with intervals."""
    fig, ways = go.Figure(), ("mean", "mean-whitened", "mean-flow")
    for way in ways:
        card, mine = flow.cards[way], way == "mean-flow"
        colour = CINNABAR if mine else GREY if way == "mean" else INDIGO
        error = {"array": [card.high - card.spearman], "arrayminus": [card.spearman - card.low], "thickness": 1.5}
        marker = {"color": colour, "size": 13, "symbol": "diamond" if mine else "circle"}
        name = [text.FLOWED[way][lang].format(K=flow.directions)]
        fig.add_trace(go.Scatter(x=[card.spearman], y=name, error_x=error, mode="markers", marker=marker))
    fig.update_layout(showlegend=False)
    fig.update_xaxes(title="Spearman")
    fig.update_yaxes(autorange="reversed")
    scores = [flow.cards[way].spearman for way in ways]
    facts = dict(zip(("plain", "white", "flow"), scores, strict=True))
    return finish(fig, text.FLOW_TITLE[lang].format(**facts), height=260, widest=DESK)


def matrix(cosines: np.ndarray, lines: Sequence[str], lang: Lang) -> go.Figure:
    """Cosines of everybody with everybody."""
    apart = cosines - 3 * np.eye(len(lines))
    a, b = divmod(int(apart.argmax()), len(lines))
    names = [f"{i + 1}. {_short(line, NAME)}" for i, line in enumerate(lines)]
    fig = go.Figure(
        go.Heatmap(
            z=np.round(cosines, 3),
            colorscale=scale(SEQUENTIAL),
            zmin=0,
            zmax=1,
            showscale=False,
            xgap=1,
            ygap=1,
            texttemplate="%{z:.2f}" if len(lines) <= 12 else None,
            customdata=[[f"{escape(one)}<br>{escape(two)}" for two in lines] for one in lines],
            hovertemplate="%{customdata}<br>%{z:.3f}<extra></extra>",
        )
    )
    fig.update_yaxes(autorange="reversed", tickvals=list(range(len(lines))), ticktext=names, showgrid=False)
    numbers = [str(i + 1) for i in range(len(lines))]
    fig.update_xaxes(tickvals=list(range(len(lines))), ticktext=numbers, side="bottom", showgrid=False)
    said = text.MATRIX_TITLE[lang].format(a=_short(lines[a]), b=_short(lines[b]), cosine=cosines[a, b])
    fig = finish(fig, said, height=min(760, 160 + 44 * len(lines)))
    return fig.update_layout(margin_l=130)


def costs(found: Cost, n: int, lang: Lang) -> go.Figure:
    """Seconds against the number of sentences, both ways."""
    sizes = np.unique(np.geomspace(10, 100_000, 41).astype(int))
    fig = go.Figure()
    for name, way, colour, dash in (
        (text.TOGETHER[lang], found.together, INDIGO, "dash"),
        (text.APART[lang], found.apart, CINNABAR, "solid"),
    ):
        line = {"color": colour, "width": 3, "dash": dash}
        y = [way(int(size)) for size in sizes]
        fig.add_trace(go.Scatter(x=sizes, y=y, mode="lines", line=line, name=name))
        marker = {"color": colour, "size": 12}
        fig.add_trace(go.Scatter(x=[n], y=[way(n)], mode="markers", marker=marker, name=name, showlegend=False))
    fig.update_xaxes(title=text.COST_N[lang].split(",")[0].split("（")[0], type="log")
    fig.update_yaxes(title=text.COST_AXIS[lang], type="log", exponentformat="power")
    facts = {"together": span(found.together(n), lang), "apart": span(found.apart(n), lang)}
    return finish(fig, text.COST_TITLE[lang].format(n=n, **facts), height=400)


def span(seconds: float, lang: Lang) -> str:
    """A time as people say it."""
    for unit, size in (("days", 86_400), ("hours", 3_600), ("minutes", 60)):
        if seconds >= size:
            return text.SPANS[unit][lang].format(n=seconds / size)
    return text.SPANS["seconds"][lang].format(n=seconds)


def path(run: Run, lang: Lang) -> go.Figure:
    """Where the training went in the plane of alignment and uniformity."""
    x, y = run.uniformity, run.alignment
    said = [text.AFTER_STEP[lang].format(n=n) for n in run.at]
    marker = {"size": [9] * (len(x) - 1) + [16], "color": CINNABAR, "symbol": ["circle"] * (len(x) - 1) + ["star"]}
    line = {"color": CINNABAR, "width": 2}
    fig = go.Figure(go.Scatter(x=x, y=y, mode="lines+markers", line=line, marker=marker, text=said))
    fig.update_traces(hovertemplate="%{text}: %{x:.3f}, %{y:.3f}<extra></extra>")
    fig.update_xaxes(title=text.UNIFORM_AXIS[lang])
    fig.update_yaxes(title=text.ALIGN_AXIS[lang])
    title = text.TRAINED_TITLE[lang].format(a0=y[0], a1=y[-1], u0=x[0], u1=x[-1])
    return finish(fig, title, height=360)


def _short(line: str, widest: int = SHORT) -> str:
    """As much of a line as fits so many columns; a Chinese character takes two."""
    fits = sum(width <= widest for width in accumulate(map(columns, line[: widest + 1])))
    return line if fits == len(line) else f"{line[: max(1, fits - 1)]}…"


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
