"""The figures of the published tables: indigo, for they are not ours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import plotly.graph_objects as go

from app.exhibits.distillation import published_text as text
from app.i18n import Lang
from app.theme import CATEGORIES, GREY, INDIGO, SKY, finish

Rows = Mapping[str, Mapping[str, float]]
SYMBOLS = ("circle", "square", "diamond", "triangle-up", "cross", "star", "x", "hexagon")
SHAPES = ("", "/", "x", ".", "-", "+", "|", "\\")


def front(points: Sequence[tuple[float, float]]) -> list[int]:
    """Numbers of the points that no other beats in both: cheaper and better. Cheapest first."""
    order = sorted(range(len(points)), key=lambda at: (points[at][0], -points[at][1]))
    found: list[int] = []
    for at in order:
        if not found or points[at][1] > points[found[-1]][1]:
            found.append(at)
    return found


def pareto(rows: Rows, cost: str, metric: str, lang: Lang) -> go.Figure:
    """Score against cost; the line joins those that nobody beats in both."""
    names = [name for name, row in rows.items() if cost in row and metric in row]
    points = [(rows[name][cost], rows[name][metric]) for name in names]
    fig = go.Figure()
    best = front(points)
    x, y = ([points[at][axis] for at in best] for axis in (0, 1))
    line = {"color": GREY, "dash": "dash", "shape": "hv"}
    fig.add_trace(go.Scatter(x=x, y=y, mode="lines", line=line, showlegend=False, hoverinfo="skip"))
    said = [f"<b>{name}</b>" if at in best else name for at, name in enumerate(names)]
    fig.add_trace(
        go.Scatter(
            x=[each[0] for each in points],
            y=[each[1] for each in points],
            mode="markers+text",
            text=said,
            textposition=inwards([each[0] for each in points]),
            marker={
                "color": INDIGO,
                "size": 11,
                "symbol": ["diamond" if at in best else "circle-open" for at in range(len(names))],
            },
            showlegend=False,
            hovertemplate="%{text}<br>%{x}: %{y}<extra></extra>",
        )
    )
    fig.update_xaxes(title=text.COSTS[cost][lang], type="log")
    fig.update_yaxes(title=text.MOBILE_METRICS[metric][lang])
    title = text.PARETO_TITLE[lang].format(n=len(best), all=len(names))
    return finish(fig, title, height=460)


def inwards(x: list[float]) -> list[str]:
    """Where names stand on a logarithmic axis, so that none leaves a narrow screen."""
    low, high = np.log(min(x)), np.log(max(x))
    share = [(np.log(each) - low) / max(high - low, 1e-9) for each in x]
    return ["top right" if each < 0.3 else "top left" if each > 0.6 else "top center" for each in share]


def averages(rows: Rows, order: str, lang: Lang) -> go.Figure:
    """Bars with the teacher as a line; the share of the teacher's score that is kept."""
    scores = {name: row["GLUE average"] for name, row in rows.items() if "GLUE average" in row}
    teacher = scores.pop("BERT_BASE (Teacher)")
    names = sorted(scores, key=scores.__getitem__) if order == "score" else sorted(scores)
    said = [f"{scores[name]:.1f} · {scores[name] / teacher:.1%}" for name in names]
    marker = {"color": INDIGO, "line": {"width": 0}}
    fig = go.Figure(
        go.Bar(
            y=names,
            x=[scores[name] for name in names],
            orientation="h",
            text=said,
            textposition="inside",
            marker=marker,
        )
    )
    fig.add_vline(teacher, line={"color": GREY, "dash": "dash"})
    fig.update_xaxes(title=text.GLUE_AXIS[lang], range=[60, 82])
    facts = {
        "kept": scores["TinyBERT"] / teacher,
        **{
            key: rows["TinyBERT"][name]
            for key, name in (("size", "size reduction vs BERT_BASE"), ("speed", "inference speed-up vs BERT_BASE"))
        },
    }
    return finish(fig, text.TINY_TITLE[lang].format(teacher=teacher, **facts), height=360).update_layout(
        margin={"l": 150}
    )


def compression(rows: Rows, metric: str, block: str, lang: Lang) -> go.Figure:
    """Score against compression, a mark a method."""
    methods: dict[str, list[tuple[float, float, str]]] = {}
    for name, row in rows.items():
        method, setting = name.split(" | ")
        hidden = setting.split(",")[0].removeprefix("hidden ")
        if metric in row and block in ("all", hidden):
            factor = row.get("compression factor", float(setting.rpartition(" ")[2].removesuffix("x")))
            methods.setdefault(method.split(",")[0], []).append((factor, row[metric], setting))
    fig = go.Figure()
    for at, (method, points) in enumerate(methods.items()):
        points.sort()
        fig.add_trace(
            go.Scatter(
                x=[each[0] for each in points],
                y=[each[1] for each in points],
                text=[each[2] for each in points],
                mode="markers+lines",
                name=method,
                marker={"symbol": SYMBOLS[at], "size": 11, "color": CATEGORIES[at]},
                line={"color": CATEGORIES[at], "width": 1, "dash": "dot"},
                hovertemplate=f"{method}<br>%{{text}}<br>%{{y}}<extra></extra>",
            )
        )
    fig.update_xaxes(title=text.FACTOR_AXIS[lang], type="log")
    fig.update_yaxes(title=text.ZHAO_METRICS[metric][lang])
    return finish(fig, text.ZHAO_TITLE[lang], height=460)


def by_task(rows: Rows, how: str, lang: Lang) -> go.Figure:
    """Bars a task, a method each; as scores or as shares of the teacher's."""
    teacher = rows["BERT_12 (Teacher)"]
    tasks = list(teacher)
    fig = go.Figure()
    for at, name in enumerate(each for each in rows if each.startswith(("BERT_6", "BERT_3"))):
        y = [rows[name][task] / (teacher[task] / 100 if how == "kept" else 1) for task in tasks]
        marker = {
            "color": SKY if name.startswith("BERT_3") else INDIGO,
            "line": {"width": 0},
            "pattern": {"shape": SHAPES[at % 3]},
        }
        fig.add_trace(go.Bar(x=tasks, y=y, name=name.replace("_", " "), marker=marker))
    if how == "score":
        mark = {"symbol": "line-ew-open", "size": 26, "color": GREY}
        fig.add_trace(
            go.Scatter(x=tasks, y=list(teacher.values()), mode="markers", marker=mark, name=text.TEACHER[lang])
        )
    fig.update_yaxes(title=text.PKD_HOWS[how][lang], range=[40, 101])
    gains = {d: [rows[f"BERT_{d}-PKD"][t] - rows[f"BERT_{d}-KD"][t] for t in tasks] for d in (6, 3)}
    facts = {f"n{d}": sum(gain > 0 for gain in each) for d, each in gains.items()}
    fig = finish(fig, text.PKD_TITLE[lang].format(all=len(tasks), **facts), height=440)
    return fig


def by_size(rows: Rows, sizes: Mapping[str, float], lang: Lang) -> go.Figure:
    """What patience adds to soft targets, by the number of training examples."""
    fig = go.Figure()
    for d, colour, symbol in ((6, INDIGO, "circle"), (3, SKY, "square")):
        tasks = [task for task in rows[f"BERT_{d}-PKD"] if task.rpartition(" ")[0] in sizes]
        x = [1000 * sizes[task.rpartition(" ")[0]] for task in tasks]
        y = [rows[f"BERT_{d}-PKD"][task] - rows[f"BERT_{d}-KD"][task] for task in tasks]
        marker = {"color": colour, "symbol": symbol, "size": 11}
        fig.add_trace(
            go.Scatter(x=x, y=y, text=tasks, mode="markers", marker=marker, name=text.DEPTH[lang].format(d=d))
        )
    fig.add_hline(0, line={"color": GREY, "dash": "dash"})
    fig.update_xaxes(title=text.SIZE_AXIS[lang], type="log")
    fig.update_yaxes(title=text.GAIN_AXIS[lang])
    fig = finish(fig, text.PKD_SIZE_TITLE[lang], height=360)
    return fig


def against_cost(scores: Rows, costs: Rows, lang: Lang) -> go.Figure:
    """Macro score against time; the area of a mark is the number of parameters."""
    fig = go.Figure()
    for at, (name, row) in enumerate(costs.items()):
        score = scores[name]["GLUE macro score"]
        hover = text.DB_HOVER[lang].format(name=name, score=score, m=row["parameters"], s=row["inference time"])
        marker = {"size": 4 * float(np.sqrt(row["parameters"])), "color": INDIGO, "opacity": 0.7, "symbol": SYMBOLS[at]}
        fig.add_trace(
            go.Scatter(
                x=[row["inference time"]],
                y=[score],
                mode="markers+text",
                text=[name.split(" (")[0]],
                textposition="bottom center",
                marker=marker,
                hovertemplate=f"{hover}<extra></extra>",
                showlegend=False,
            )
        )
    fig.update_xaxes(title=text.TIME_AXIS[lang], range=[300, 1000])
    fig.update_yaxes(title=text.MACRO_AXIS[lang], range=[60, 85])
    bert, small = costs["BERT base"], costs["DistilBERT"]
    facts = {
        "size": small["parameters"] / bert["parameters"],
        "time": small["inference time"] / bert["inference time"],
        "score": scores["DistilBERT"]["GLUE macro score"] / scores["BERT base"]["GLUE macro score"],
    }
    return finish(fig, text.DB_COST_TITLE[lang].format(**facts), height=440)


def retained(scores: Rows, lang: Lang) -> go.Figure:
    """DistilBERT's share of BERT's score, task by task."""
    bert, small = scores["BERT base"], scores["DistilBERT"]
    tasks = sorted((task for task in small if task in bert), key=lambda task: small[task] / bert[task])
    y = [100 * small[task] / bert[task] for task in tasks]
    marker = {"color": INDIGO, "line": {"width": 0}}
    fig = go.Figure(go.Bar(y=tasks, x=y, orientation="h", marker=marker, text=[f"{v:.1f}" for v in y]))
    fig.add_vline(100, line={"color": GREY, "dash": "dash"})
    fig.update_xaxes(title=text.KEPT_AXIS[lang], range=[80, 102])
    title = text.DB_KEPT_TITLE[lang].format(worst=tasks[0], share=y[0])
    return finish(fig, title, height=440).update_layout(margin={"l": 170})
