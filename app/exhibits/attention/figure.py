"""A reading and what is drawn of it, as a scene for the token view; every title is computed from the numbers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from app.exhibits.attention import text
from app.exhibits.attention.reading import Drawn, Reading
from app.house.numbers import percent
from app.house.scope import Names, Scene
from app.i18n import Lang
from core.attention import AttentionMaps, Tokens
from core.attention.arrange import Picture, Side, arrange, side, thumbnails
from core.attention.describe import MOST, Habit
from core.attention.payload import pack, pack_numbers

MANY = 160  # tokens: beyond, only the heads on screen travel
SEEN = 0.005  # a share below this is not worth a column of its own
SIZE, LARGE = 15, 21  # px, on a laptop and on a projector


@dataclass(frozen=True, eq=False)
class Figure:
    """The scene, its numbers, and what its rows and columns stand for."""

    scene: Scene
    packed: bytes
    target: Side
    source: Side


def figure(reading: Reading, what: Drawn, sentence: str, lang: Lang, *, large: bool = False) -> Figure:
    """Build the picture that ``what.view`` asks for."""
    build = {"head": _lines, "matrix": _grid, "model": _thumbs, "neuron": _neuron}[what.view]
    return build(reading, what, sentence, lang, LARGE if large else SIZE)


def _lines(reading: Reading, what: Drawn, sentence: str, lang: Lang, size: int) -> Figure:
    maps = reading.maps
    H = maps.weights.shape[1]
    sent = tuple(range(H)) if max(maps.weights.shape[2:]) <= MANY else what.heads
    picture = arrange(
        maps, maps.weights[what.layer, list(sent)], words=what.words, specials=what.specials, mass=what.mass
    )
    weights, rest = with_rest(picture)
    habit = reading.habit(what.layer, what.head)
    best = (picture.target.holding(habit.query), picture.source.holding(habit.key))
    locked = picture.target.holding(what.locked) if what.locked is not None else None
    if len(what.heads) > 1:
        title = text.SEVERAL[lang].format(n=len(what.heads), layer=what.layer + 1)
    elif locked is not None and picture.weights.size:
        row = picture.weights[sent.index(what.head), locked]
        query, key = _named(picture.target, locked, picture.source, int(row.argmax()))
        said = text.LOCKED if what.specials else text.LOCKED_DRAWN
        title = said[lang].format(head=what.head + 1, query=query, key=key, weight=percent(row.max(), lang))
    else:
        title = habit_title(maps, habit, what.head, lang)
    scene = Scene(
        "lines",
        title,
        caption(reading, what, sentence, lang, text.FAINT_LINES[lang]),
        f"attention-lines-layer{what.layer + 1}-head{what.head + 1}",
        lang,
        names(picture.target, maps.target, lang),
        names(picture.source, maps.source, lang, rest),
        words(lang),
        weights.shape,
        size,
        what.layer,
        what.head,
        what.heads,
        -1 if locked is None else locked,
        (best[0], best[1]) if best[0] is not None and best[1] is not None else None,
        rest=rest,
        more={"have": list(sent), "all": H},
    )
    return Figure(scene, pack(weights), picture.target, picture.source)


def _grid(reading: Reading, what: Drawn, sentence: str, lang: Lang, size: int) -> Figure:
    maps = reading.maps
    picture = arrange(
        maps, maps.weights[what.layer, what.head], words=what.words, specials=what.specials, mass=what.mass
    )
    weights, rest = with_rest(picture)
    row, column = picture.target.holding(what.query), picture.source.holding(what.key)
    scene = Scene(
        "grid",
        habit_title(maps, reading.habit(what.layer, what.head), what.head, lang),
        caption(reading, what, sentence, lang),
        f"attention-matrix-layer{what.layer + 1}-head{what.head + 1}",
        lang,
        names(picture.target, maps.target, lang),
        names(picture.source, maps.source, lang, rest),
        words(lang),
        weights.shape,
        size,
        what.layer,
        what.head,
        picked=(-1 if row is None else row, -1 if column is None else column),
        rest=rest,
    )
    return Figure(scene, pack(weights), picture.target, picture.source)


def _thumbs(reading: Reading, what: Drawn, sentence: str, lang: Lang, size: int) -> Figure:
    maps = reading.maps
    L, H, *_ = maps.weights.shape
    picture = arrange(maps, maps.weights, words=what.words, specials=what.specials, mass=what.mass)
    small = thumbnails(picture.weights) if picture.weights.size else np.zeros((L, H, 1, 1), np.float32)
    block = -(-picture.weights.shape[-1] // small.shape[-1])
    habits = reading.habits
    scene = Scene(
        "thumbs",
        heads_title(maps, [habit for layer in habits for habit in layer], lang),
        caption(reading, what, sentence, lang, text.POOLED[lang].format(n=block) if block > 1 else ""),
        "attention-all-heads",
        lang,
        names(picture.target, maps.target, lang),
        names(picture.source, maps.source, lang),
        words(lang),
        small.shape,
        size,
        what.layer,
        what.head,
        more={
            "habits": [
                f"{text.LAYER[lang]} {layer + 1} · {habit_title(maps, habits[layer][head], head, lang)}"
                for layer in range(L)
                for head in range(H)
            ]
        },
    )
    return Figure(scene, pack(small), picture.target, picture.source)


def _neuron(reading: Reading, what: Drawn, sentence: str, lang: Lang, size: int) -> Figure:
    maps, at = reading.maps, (what.layer, what.head)
    weights = maps.weights[at][what.query]
    target, source = side(maps.target, False, True), side(maps.source, False, True)
    bias = np.clip(maps.bias[at][what.query], -1e9, 1e9)  # minus infinity does not survive a sum
    steps = text.SCALED_BIASED if bias.any() else text.SCALED
    query, best = named(maps, what.query, int(weights.argmax()))
    S, Dh = maps.keys[at].shape
    scene = Scene(
        "neuron",
        text.NEURON[lang].format(query=query, best=best, steps=steps[lang], weight=percent(weights.max(), lang)),
        caption(reading, what, sentence, lang),
        f"attention-vectors-layer{what.layer + 1}-head{what.head + 1}",
        lang,
        names(target, maps.target, lang),
        names(source, maps.source, lang),
        words(lang),
        (S,),
        size,
        what.layer,
        what.head,
        picked=(what.query, what.key),
        more={"S": S, "Dh": Dh, "scale": float(maps.scale[at]), "query": maps.target.shown[what.query]},
    )
    return Figure(scene, pack_numbers(maps.queries[at][what.query], maps.keys[at], bias, weights), target, source)


def with_rest(picture: Picture) -> tuple[np.ndarray, bool]:
    """The weights, with what is not drawn as a last column where there is enough of it to be seen."""
    if not picture.hidden.size or picture.hidden.max() < SEEN:
        return picture.weights, False
    return np.concatenate([picture.weights, picture.hidden[..., None]], -1), True


def names(side: Side, tokens: Tokens, lang: Lang, rest: bool = False) -> Names:
    """Labels of the rows or columns, with the vocabulary's own spelling on hover."""
    titles = []
    for shown, part in zip(side.shown, side.parts, strict=True):
        pieces = " + ".join(tokens.pieces[i] for i in part)
        label = text.PLACE if pieces == shown else text.PIECE
        titles.append(label[lang].format(shown=shown, pieces=pieces, place=part[0] + 1))
    more = (text.NOT_DRAWN[lang],) if rest else ()
    return Names(side.shown + more, (*titles, *more), side.special + (True,) * len(more))


def words(lang: Lang) -> dict[str, str]:
    return {name: label[lang] for name, label in text.INSIDE_PICTURE.items()}


def habit_title(maps: AttentionMaps, habit: Habit, head: int, lang: Lang) -> str:
    """What the head does, in one line."""
    query, key = named(maps, habit.query, habit.key)
    return text.HABITS[habit.pattern][lang].format(
        head=head + 1,
        share=percent(habit.share, lang),
        token=habit.token,
        query=query,
        key=key,
        weight=percent(habit.weight, lang),
        one=maps.source.shown[habit.one],
    )


def heads_title(maps: AttentionMaps, habits: list[Habit], lang: Lang) -> str:
    """How many heads rest somewhere, whatever else they do, and how many look next door."""
    facts = {"n": len(habits), "local": sum(habit.pattern in ("previous", "next") for habit in habits)}
    first = sum(habit.shares.get("first", 0.0) >= MOST for habit in habits)
    sinks = [habit.token for habit in habits if habit.shares.get("special", 0.0) >= MOST]
    if sinks:
        token = max(dict.fromkeys(sinks), key=sinks.count)
        said = text.ALL_CROSS if maps.kind == "cross" else text.ALL_HEADS
        return said[lang].format(rest=sinks.count(token), token=token, **facts)
    if maps.kind == "cross":
        return text.NO_SINK_CROSS[lang].format(**facts)
    return (text.ALL_FIRST if first else text.NO_SINK)[lang].format(rest=first, **facts)


def named(maps: AttentionMaps, query: int, key: int) -> tuple[str, str]:
    """Two tokens by name; where the names are the same, with their places: “buffalo (2)”."""
    tokens = maps.target.shown[query], maps.source.shown[key]
    return _told_apart(tokens, (query, key))


def _named(target: Side, row: int, source: Side, column: int) -> tuple[str, str]:
    """The same of what is drawn; a word stands where its first token does."""
    names_ = target.shown[row], source.shown[column]
    return _told_apart(names_, (target.parts[row][0], source.parts[column][0]))


def _told_apart(tokens: tuple[str, str], places: tuple[int, int]) -> tuple[str, str]:
    if tokens[0] != tokens[1]:
        return tokens
    return f"{tokens[0]} ({places[0] + 1})", f"{tokens[1]} ({places[1] + 1})"


def caption(reading: Reading, what: Drawn, sentence: str, lang: Lang, extra: str = "") -> str:
    """Model, place, text: what a picture needs to be found again."""
    maps = reading.maps
    L, H, T, _ = maps.weights.shape
    if len(what.heads) > 1 and what.view == "head":
        extra = text.HEADS_SHOWN[lang].format(heads=", ".join(str(head + 1) for head in what.heads)) + extra
    where = text.CAPTION_ALL if what.view == "model" else text.CAPTION
    return where[lang].format(
        model=maps.model,
        kind=text.KIND_NAMES[maps.kind][lang],
        layer=what.layer + 1,
        L=L,
        head=what.head + 1,
        H=H,
        n=T,
        text=sentence if len(sentence) <= 120 else sentence[:119] + "…",
        extra=extra,
    )
