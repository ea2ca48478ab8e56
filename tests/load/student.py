"""One student in a class: opens an exhibit, moves what can be moved, types, watches a training, shuts the laptop."""

from __future__ import annotations

import asyncio
import random
import time
from dataclasses import dataclass, field

from tests.load.client import Visit, Visitor, Widget

THINK = 5.0  # seconds between two actions, on average
SAID = (
    "The class shouts this sentence and everybody looks at the screen.",
    "我们今天一起看看模型读到了什么。",
    "The bank of the river was steeper than the bank on the corner.",
    "Nobody in the last row has been listening since the break.",
)
SLOW = 1.0  # seconds from which an action is named in the report
LEAVES = 0.05  # share of actions after which the laptop is shut and opened again


@dataclass
class Notes:
    """Seconds of everything that was waited for, by exhibit and by what was done; and what went wrong."""

    seconds: dict[tuple[str, str], list[float]] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    slow: list[tuple[float, str]] = field(default_factory=list)  # seconds, and what took them

    def add(self, page: str, what: str, seen: Visit) -> None:
        kind = what.partition(" ")[0]
        self.seconds.setdefault((page, kind), []).append(seen.seconds)
        if seen.seconds > SLOW:
            self.slow.append((seen.seconds, f"/{page} {what}"))
        self.errors += [f"/{page} {what}: {failure[:160]}" for failure in seen.failures]

    def worst(self) -> list[str]:
        """The errors, each once, and the slowest actions."""
        slow = [f"{seconds:.1f} s {what}" for seconds, what in sorted(self.slow, reverse=True)[:15]]
        return [*sorted(set(self.errors))[:20], *slow]


async def attend(url: str, page: str, until: float, notes: Notes, dice: random.Random, *, think: float = THINK) -> None:
    """Be in the class from now to ``until`` (on the clock of ``time.perf_counter``)."""
    await asyncio.sleep(dice.random() * think)
    while time.perf_counter() < until:
        visitor = Visitor(url)
        try:
            await visitor.connect()
            notes.add(page, "open", await visitor.open(page, f"lang={dice.choice(['en', 'zh'])}"))
            while time.perf_counter() < until and dice.random() > LEAVES:
                await _wait(visitor, page, dice.uniform(0.5, 1.5) * think, notes)
                what, seen = await _act(visitor, page, dice)
                notes.add(page, what, seen)
        except Exception as error:  # the class goes on; the report names it
            notes.errors.append(f"/{page}: {type(error).__name__}: {str(error)[:160]}")
        finally:
            visitor.vanish()


async def _wait(visitor: Visitor, page: str, seconds: float, notes: Notes) -> None:
    """Think, while fragments with a timer are looked at again as a browser does."""
    end = time.perf_counter() + seconds
    while visitor.timers and time.perf_counter() < end:
        fragment, every = next(iter(visitor.timers.items()))
        await asyncio.sleep(min(every, max(0.0, end - time.perf_counter())))
        seen = await visitor.look_again(fragment)
        notes.add(page, "watch", seen)
    await asyncio.sleep(max(0.0, end - time.perf_counter()))


async def _act(visitor: Visitor, page: str, dice: random.Random) -> tuple[str, Visit]:
    """Type a sentence, start a training that all share, or move one of the controls."""
    kind = dice.random()
    if kind < 0.15:
        return "type", await visitor.act("text", dice.choice(SAID))
    movable = {key: w for key, w in visitor.widgets.items() if key.startswith(page) and w.kind in MOVES and _free(w)}
    start = f"{page}_train_start"
    if kind < 0.18 and start in visitor.widgets:
        return "train", await visitor.press(start)
    if not movable:
        return "type", await visitor.act("text", dice.choice(SAID))
    key = dice.choice(sorted(movable))
    return f"{MOVES[movable[key].kind]} {key}", await visitor.act(key, _value(movable[key], dice))


MOVES = {"slider": "slide", "checkbox": "switch", "selectbox": "choose", "button_group": "choose"}


def _free(widget: Widget) -> bool:
    return not widget.proto.disabled and (widget.kind in ("slider", "checkbox") or len(widget.proto.options) > 1)


def _value(widget: Widget, dice: random.Random):
    proto = widget.proto
    match widget.kind:
        case "slider" if proto.options:
            return [dice.choice(list(proto.options))]
        case "slider":
            steps = int((proto.max - proto.min) / proto.step)
            return [proto.min + proto.step * dice.randint(0, steps) for _ in range(max(1, len(proto.default)))]
        case "checkbox":
            return dice.random() < 0.5
        case "selectbox":
            return dice.choice(list(proto.options))
    return [dice.choice([option.content for option in proto.options])]
