"""The figures of the students of text."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import plotly.graph_objects as go

from app.exhibits.distillation import texts_text as text
from app.exhibits.distillation.groups_charts import MARKS, interval, title_of
from app.exhibits.distillation.published_charts import front
from app.exhibits.distillation.text import TEACHER
from app.i18n import Lang, Text
from app.theme import CINNABAR, GREY, INDIGO, finish
from core.distillation.recorded import Group, Study

SEPARATOR = " · "  # between a student and how it was taught


def methods(
    groups: Sequence[Group],
    teacher: float,
    lang: Lang,
    *,
    control: Group | None = None,
    named: Callable[[Group, Lang], str] = title_of,
    title: Text = text.METHODS_TITLE,
) -> go.Figure:
    """Each seed a dot, the mean with its interval; below the name the paired difference to the control, labels only."""
    alone = control or next(each for each in groups if each.config.method == "labels")
    fig = go.Figure()
    best, most = "", -np.inf
    for group in groups:
        mean, half = interval(100 * group.accuracy.astype(float))
        gain, around = interval(100 * (group.accuracy - alone.accuracy).astype(float))
        label = named(group, lang)
        if group is not alone:
            if gain > most:
                best, most = label, gain
            label += f"<br><sub>{gain:+.1f} [{gain - around:+.1f}, {gain + around:+.1f}]</sub>"
        colour, _, symbol = MARKS[group.config.method]
        if group is alone:
            colour, symbol = GREY, "circle-open"
        dots = {"color": colour, "symbol": "line-ns-open", "size": 10, "opacity": 0.6}
        fig.add_trace(go.Scatter(x=100 * group.accuracy, y=[label] * len(group.accuracy), mode="markers", marker=dots))
        error = {"type": "constant", "value": half, "color": colour, "thickness": 2}
        marker = {"color": colour, "symbol": symbol, "size": 11}
        fig.add_trace(go.Scatter(x=[mean], y=[label], mode="markers", marker=marker, error_x=error))
    fig.add_vline(100 * teacher, line={"color": INDIGO, "width": 2})
    fig.add_annotation(
        x=100 * teacher, y=1, yref="paper", text=TEACHER[lang], showarrow=False, xanchor="right", yanchor="bottom"
    )
    fig.update_layout(showlegend=False)
    fig.update_yaxes(autorange="reversed")
    fig.update_xaxes(title=text.ACCURACY_AXIS[lang])
    fig = finish(fig, title[lang].format(best=best, gain=most), height=110 + 52 * len(groups))
    return fig.update_layout(margin={"l": 190})


def budgets(found: Study) -> dict[int, tuple[Group, Group]]:
    """Labels → the student alone on these rows, and the one taught on all rows of the transfer set."""
    student, sides = found.groups[0].config.student, dict[str, dict[int, Group]](labels={}, soft={})
    for group in found.groups:
        config = group.config
        whole = config.method == "soft" and config.transfer == 0
        alone = config.method == "labels" and config.transfer == config.labels
        if config.student == student and (whole or alone):
            sides[config.method][config.labels or found.learnt] = group
    both = sorted(sides["labels"].keys() & sides["soft"].keys())
    return {n: (sides["labels"][n], sides["soft"][n]) for n in both}


def budget(found: Study, lang: Lang) -> go.Figure:
    """Accuracy by the number of labels: alone on these rows, or taught on all rows of the transfer set."""
    fig, pairs = go.Figure(), budgets(found)
    for side, (method, name) in enumerate((("labels", text.ALONE), ("soft", text.WHOLE))):
        points = [interval(100 * pair[side].accuracy.astype(float)) for pair in pairs.values()]
        colour, dash, symbol = MARKS[method]
        fig.add_trace(
            go.Scatter(
                x=list(pairs),
                y=[each[0] for each in points],
                error_y={"type": "data", "array": [each[1] for each in points], "color": colour},
                mode="lines+markers",
                name=name[lang],
                line={"color": colour, "dash": dash},
                marker={"symbol": symbol, "size": 9, "color": colour},
            )
        )
    fig.add_hline(100 * found.teacher, line={"color": INDIGO, "width": 2})
    fig.update_xaxes(title=text.LABELS_AXIS[lang], type="log", tickvals=list(pairs), ticktext=[f"{n:,}" for n in pairs])
    fig.update_yaxes(title=text.ACCURACY_AXIS[lang])
    alone, taught = next(iter(pairs.values()))
    gain = 100 * float((taught.accuracy - alone.accuracy).mean())
    fig = finish(fig, text.BUDGET_TITLE[lang].format(gain=gain, n=found.learnt), height=380)
    return fig


def bill(points: Mapping[str, tuple[float, float, bool]], cost: str, lang: Lang) -> go.Figure:
    """Accuracy against a cost; students cinnabar, their controls grey, the teacher indigo; the front as a line."""
    names = list(points)
    best = front([(points[name][0], points[name][1]) for name in names])
    fig = go.Figure()
    line = {"color": GREY, "dash": "dash", "shape": "hv"}
    x, y = ([points[names[at]][axis] for at in best] for axis in (0, 1))
    fig.add_trace(go.Scatter(x=x, y=y, mode="lines", line=line, hoverinfo="skip"))
    for at, name in enumerate(names):
        colour = INDIGO if name == TEACHER[lang] else CINNABAR if points[name][2] else GREY
        marker = {"color": colour, "size": 12, "symbol": "diamond" if at in best else "circle-open"}
        fig.add_trace(
            go.Scatter(
                x=[points[name][0]],
                y=[points[name][1]],
                mode="markers+text",
                text=[name.split(SEPARATOR)[0] if points[name][2] or SEPARATOR not in name else ""],
                textposition="middle left" if SEPARATOR not in name else "bottom right",
                marker=marker,
                hovertemplate=f"{name}<br>%{{x:.3g}} · %{{y:.1f}} %<extra></extra>",
            )
        )
    fig.update_layout(showlegend=False)
    fig.update_xaxes(title=text.COSTS[cost][lang], type="log")
    fig.update_yaxes(title=text.ACCURACY_AXIS[lang])
    cheap = names[best[0]]
    return finish(fig, text.BILL_TITLE[lang].format(name=cheap, n=len(best), all=len(names)), height=460)
