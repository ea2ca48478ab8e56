"""From a text and a model to its attention: the recorded run where it is the one asked for, else the model itself."""

from __future__ import annotations

import logging
import re
import threading
from dataclasses import dataclass, field
from functools import cache

import streamlit as st

from app.house import heavy
from app.house.shared import Shared
from core.attention import AttentionMaps, Kind
from core.attention.describe import Habit, describe
from core.attention.recorded import TEXTS, Recorded, recorded
from core.errors import Trouble
from core.jobs.pool import cores

DEFAULT = "minilm"
OFFERED = (
    DEFAULT,
    "bert-base-uncased",
    "bert-base-chinese",
    "distilbert-base-uncased",
    "roberta-base",
    "gpt2",
    "t5-small",
)
CHINESE = "bert-base-chinese"
HAN = re.compile(r"[\u3400-\u9fff]")
NOW = "attention_now"  # (Asked, Drawn) of the picture on screen
KINDS: dict[str, tuple[Kind, ...]] = {
    "encoder": ("encoder",),
    "decoder": ("decoder",),
    "encoder-decoder": ("cross", "encoder", "decoder"),
}


@dataclass(frozen=True, eq=False)
class Reading:
    """One text read by one model."""

    maps: AttentionMaps
    parameters: int
    flops: float  # 0.0 where they are not counted: the decoder of two towers
    kinds: tuple[Kind, ...]  # what this model offers for this text
    two_towers: bool = False  # an encoder-decoder, whether or not its second text is there
    recording: Recorded | None = None  # where the run comes from, when it was not computed now
    _habits: dict[tuple[int, int], Habit] = field(default_factory=dict, repr=False)

    def habit(self, layer: int, head: int) -> Habit:
        """What a head does; measured once for all who look."""
        if (layer, head) not in self._habits:
            self._habits[layer, head] = describe(self.maps, layer, head)
        return self._habits[layer, head]

    @property
    def habits(self) -> tuple[tuple[Habit, ...], ...]:
        """What each head of each layer does."""
        L, H, *_ = self.maps.weights.shape
        return tuple(tuple(self.habit(layer, head) for head in range(H)) for layer in range(L))


@dataclass(frozen=True)
class Asked:
    """What is to be read, and by whom."""

    text: str
    model: str
    pair: str
    kind: str | None


@dataclass(frozen=True)
class Drawn:
    """What of it is drawn; layers, heads and tokens count from 0."""

    view: str
    words: bool
    specials: bool
    mass: float  # 0 to 1
    layer: int = 0
    head: int = 0
    heads: tuple[int, ...] = ()  # shown together, the chosen one among them
    locked: int | None = None  # the token that is held
    query: int = 0  # the pair whose numbers are shown
    key: int = 0


@dataclass(frozen=True, eq=False)
class Shown:
    """What is on screen, for the parts below the picture."""

    asked: Asked  # what was read, which is not what was typed where that could not be read
    reading: Reading
    what: Drawn

    @property
    def sentence(self) -> str:
        """Both texts, for the caption."""
        return f"{self.asked.text} / {self.asked.pair}" if self.asked.pair else self.asked.text


def keep(shown: Shown) -> None:
    """Remember what is on screen: the names only, the numbers stay in the cache that all visitors share."""
    st.session_state[NOW] = (shown.asked, shown.what)


def current() -> Shown:
    """What is on screen, for parts that run on their own.

    Raises:
        Trouble: ``nothing-drawn``, when the picture itself could not be drawn.
    """
    if NOW not in st.session_state:
        raise Trouble("nothing-drawn", "There is no picture yet to speak about.")
    asked, what = st.session_state[NOW]
    return Shown(asked, read(asked), what)


def recording(asked: Asked) -> str | None:
    """The recorded run that is exactly this, if there is one."""
    if asked.model != DEFAULT or asked.pair:
        return None
    return next((name for name, known in TEXTS.items() if known == asked.text), None)


def read(asked: Asked) -> Reading:
    """Raises Trouble where the model or the text cannot be read; see ``core.models.load``."""
    name = recording(asked)
    if name and (reading := _recorded(name)):
        return reading
    return _readings.get(asked, lambda: _read(asked))


@cache
def _recorded(name: str) -> Reading | None:
    """The recorded run; where it is damaged the model reads the text itself."""
    try:
        run = recorded(name)
    except Trouble as trouble:
        _log.error("the recorded run %s cannot be used: %s", name, trouble)
        return None
    return Reading(run.maps, run.parameters, run.flops, ("encoder",), recording=run)


def _model(name: str):
    models = heavy.stack()
    return models.common(models.check_name(name))


def _read(asked: Asked) -> Reading:
    model, pair = _model(asked.model), asked.pair or None
    two_towers = model.kind == "encoder-decoder"
    kinds = KINDS[model.kind]
    if pair is None and two_towers:
        kinds = ("encoder",)  # nothing written yet, so nobody looks across
    with _turns:
        maps = model.attention(asked.text, pair, kind=asked.kind if asked.kind in kinds else kinds[0])
    counted = not two_towers or maps.kind == "encoder"  # ``Model.flops`` knows the encoder only
    flops = model.flops(len(maps.source.ids)) if counted else 0.0
    return Reading(maps, model.parameters, flops, kinds, two_towers)


def _size(reading: Reading) -> int:
    maps = reading.maps
    return sum(part.nbytes for part in (maps.weights, maps.queries, maps.keys, maps.values))


_log = logging.getLogger(__name__)
_turns = threading.BoundedSemaphore(cores())  # more forward passes at once than cores only take memory
_readings = Shared(64 * 2**20, _size)  # 3 MB at 64 tokens, 90 MB at 512
