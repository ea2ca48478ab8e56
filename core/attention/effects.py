"""Claims about attention as an explanation, on our own sentences: one seed is one draw of eight of them."""

from __future__ import annotations

import numpy as np
import torch
from jaxtyping import Float, Int
from torch import Tensor

from core.attention.attribution import attribute
from core.attention.debate import case, divergence, learn, moods, vectors
from core.attention.faithful import faithfulness
from core.claims.claim import Trial
from core.models import Model, common
from core.models.observe import editing
from core.probes.treebank import load as treebank
from core.runtime import OnStep, Step, quiet

SENTENCES = {"small": 8, "full": 20}
SHUFFLES = 10
LOOKED = 12  # sentences that the small classifiers do not learn from


def _drawn(seed: int, scale: str) -> list[str]:
    texts = [each.text for each in treebank("own-en").sentences]
    dice = np.random.default_rng([seed, 1902])
    return [texts[at] for at in dice.choice(len(texts), size=SENTENCES[scale], replace=False)]


def weights_tell(seed: int, *, scale: str, device: str = "auto", on_step: OnStep = quiet) -> Trial:
    """One seed of: the words with most attention are the words that matter.

    The number explained is the cosine of a sentence's vector with itself as words are taken away. The effect is the
    area under the deletion curve in random order minus that in the order of the last layer's attention, heads and
    queries averaged. The control compares random orders with random orders.
    """
    model, gaps = common(), dict[str, list[float]]()
    texts = _drawn(seed, scale)
    for at, text in enumerate(texts):
        values = dict(attribute(model, text, text).values)
        del values["gradient"]  # at cosine 1 every slope is 0: an order by it would be rounding
        curves = faithfulness(model, text, text, values, seed)
        areas = np.array([each.deleted for each in curves.random])
        chance = float(areas.mean())
        for name, each in curves.ways.items():
            gaps.setdefault(name, []).append(chance - each.deleted)
        gaps.setdefault("control", []).append(float(areas[::2].mean() - areas[1::2].mean()))
        on_step(Step((at + 1) / len(texts)))
    means = {name: float(np.mean(each)) for name, each in gaps.items()}
    control = means.pop("control")
    return Trial(effect=means.pop("raw"), control=control, extras=means)


def another_attention(seed: int, *, scale: str, device: str = "auto", on_step: OnStep = quiet) -> Trial:
    """One seed of: other weights, far from the model's own, give the same answer.

    The model is the small classifier with one attention. A seed draws twelve of its sentences to look at; three
    classifiers learn from three quarters of the others, each from another draw (another start would not do: training
    forgets it). Two attentions are as far apart as their Jensen-Shannon divergence in bits. The effect is how far the
    attention constructed for the same answer is from the first classifier's, less how far the second's is. The control
    compares second and third with the first.
    """
    model, texts = common(), moods()
    order = np.random.default_rng([seed, 1902]).permutation(len(texts))
    looked, rest = order[:LOOKED], order[LOOKED:]
    small = []
    for at in range(3):
        use = np.zeros(len(texts), dtype=bool)
        use[np.random.default_rng([seed, at, 1908]).choice(rest, len(rest) * 3 // 4, replace=False)] = True
        small.append(learn(model, seed, use))
        on_step(Step((at + 1) / 3))
    built, second, third, right = [], [], [], []
    for text, label in (texts[at] for at in looked):
        words, E = vectors(model, text)
        own, *others = (case(each, words, E) for each in small)
        built.append(own.apart)
        right.append((own.share > 0.5) == (label > 0.5))
        for found, other in zip((second, third), others, strict=True):
            found.append(divergence(own.alpha, other.alpha))
    far, near, again, accuracy = (float(np.mean(each)) for each in (built, second, third, right))
    return Trial(far - near, near - again, {"built": far, "seeds": near, "accuracy": accuracy})


def shuffling_matters(seed: int, *, scale: str, device: str = "auto", on_step: OnStep = quiet) -> Trial:
    """One seed of: shuffle the attention weights, and the answer changes.

    The effect is 1 minus the cosine between a sentence's vector and the vector after the weights of every head of the
    last layer were handed to other tokens, a mean over shuffles. The control shuffles weights that are all alike.
    """
    model, moved = common(), dict[str, list[float]]()
    dice = np.random.default_rng([seed, 1908])
    texts = _drawn(seed, scale)
    for at, text in enumerate(texts):
        T = len(model.tokens(text).ids)
        orders = np.stack([dice.permutation(T) for _ in range(SHUFFLES)])
        for name in ("last", "everywhere", "flat"):
            moved.setdefault(name, []).append(float(turned(model, text, orders, name).mean()))
        on_step(Step((at + 1) / len(texts)))
    means = {name: float(np.mean(each)) for name, each in moved.items()}
    return Trial(effect=means["last"], control=means["flat"], extras={"everywhere": means["everywhere"]})


@torch.inference_mode()
def turned(model: Model, text: str, orders: Int[np.ndarray, "N T"], where: str) -> Float[np.ndarray, " N"]:
    """1 minus the cosine of the sentence's vector before and after its weights went to other tokens, for each order.

    ``where``: of the ``"last"`` layer, ``"everywhere"``, or ``"flat"``: the last layer's weights are all alike, on both
    sides, so that nothing but rounding is left.
    """
    ids = torch.tensor([model.tokens(text).ids] * (len(orders) + 1), device=model.device)
    T = ids.shape[1]
    places = torch.from_numpy(np.concatenate([np.arange(T)[None], orders])).to(ids.device)[:, None, None, :]

    def shuffled(layer: int, weights: Tensor) -> Tensor:
        if where != "everywhere" and layer != model.L - 1:
            return weights
        before = torch.full_like(weights, 1 / T) if where == "flat" else weights
        return before.gather(-1, places.expand_as(weights))

    with editing(shuffled):
        hidden = model.module(input_ids=ids, attention_mask=torch.ones_like(ids)).last_hidden_state
    vectors = torch.nn.functional.normalize(hidden.float().mean(1), dim=-1)
    return (1 - vectors[1:] @ vectors[0]).cpu().double().numpy()
