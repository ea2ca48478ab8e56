"""What is taught, how, and what came of it: plain numpy, nothing that needs torch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from jaxtyping import Float, Int, Num


@dataclass(frozen=True)
class Config:
    """The knobs of one student."""

    method: str = "soft"  # a name in methods.METHODS
    student: str = "mlp-8"  # a name in students.STUDENTS
    temperature: float = 2.0
    soft_weight: float = 0.7  # the rest is the weight of the labels
    first: float = 1.0  # of method "annealed": the weight of the soft targets in the beginning …
    last: float = 0.0  # … and at the end
    smoothing: float = 0.1  # of method "smooth"
    inside_weight: float = 1.0  # of what is matched inside: PKD, TinyBERT, MiniLM
    without: str = ""  # terms that TinyBERT's first stage leaves out, as "embedding+hidden"
    mapping: str = "skip"  # a strategy of layers.layer_map, or layers of the teacher as "2-6"
    labels: int = 0  # labelled rows; 0: all
    transfer: int = 0  # rows with the teacher's answers; 0: all
    removed: int = -1  # a class that the student never sees an example of
    steps: int = 1000
    B: int = 32
    lr: float = 1e-2
    seed: int = 0


@dataclass(frozen=True, eq=False)
class Lesson:
    """Examples with labels and the teacher's answers; held-out ones with the same."""

    name: str
    classes: tuple[str, ...]
    inputs: Num[np.ndarray, "N X"]  # pixels, or ids of tokens with 0 as padding
    labels: Int[np.ndarray, " N"]
    answers: Float[np.ndarray, "N C"]  # the teacher's logits
    held_inputs: Num[np.ndarray, "M Y"]
    held_labels: Int[np.ndarray, " M"]
    held_answers: Float[np.ndarray, "M C"]
    insides: Mapping[str, np.ndarray] = field(default_factory=dict)  # of the teacher, by name and layer: see teacher
    model: str = "minilm"  # whose pieces the ids are, and whose word vectors the students read


@dataclass(frozen=True, eq=False)
class Run:
    """One student after its lessons."""

    config: Config
    losses: Float[np.ndarray, " steps"]
    terms: Mapping[str, Float[np.ndarray, " steps"]]  # the parts of the loss, weighted
    at: tuple[int, ...]  # steps after which it was measured
    held: Float[np.ndarray, " looks"]  # accuracy on held-out rows
    logits: Float[np.ndarray, "M C"]  # on held-out rows, at the end
    weights: Mapping[str, np.ndarray]
    parameters: int

    @property
    def accuracy(self) -> float:
        """Share of held-out rows answered right, at the end."""
        return float(self.held[-1])
