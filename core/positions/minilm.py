"""A real model's positions: its learnt table, what its layers make of it, and what is left when it is taken away."""

from __future__ import annotations

import numpy as np
import torch
from jaxtyping import Float

from core.attention.maps import Tokens
from core.errors import Trouble
from core.models import Model, load
from core.nn.twin import twin
from core.positions.recorded import DIRECTIONS, SENTENCES, SHOWN, Learnt, Order, Table, keep
from core.provenance import stamp
from core.text import load_corpus

TABLE = "embeddings.position_embeddings.weight"
TABLES = ("position_embeddings", "wpe")  # as BERT and its kin call it, and GPT-2
TEXTS = 200  # of the news, for the means over real queries, keys and words


def order(first: str, second: str, model: Model) -> Order:
    """The same words in two orders, read with the model's positions and with a table of zeros.

    Raises:
        Trouble: ``positions-words``: the sentences are not made of the same pieces; ``positions-additive``: the model
            has no table that could be taken away.
    """
    named = dict(model.module.named_parameters())
    if TABLE not in named:
        raise Trouble("positions-additive", f"{model.name} adds no table of positions.", name=model.name)
    one, two = model.tokens(first), model.tokens(second)
    match = _matched(one, two)
    apart, cosines = [], []
    for table in (named[TABLE], torch.zeros_like(named[TABLE])):
        a, b = (_states(model, each, table) for each in (one, two))  # (L + 1, T, D)
        b = b[:, match]
        apart.append(np.linalg.norm(a - b, axis=-1) / np.linalg.norm(a, axis=-1))
        x, y = a[-1].mean(0), b[-1].mean(0)
        cosines.append(float(x @ y / np.linalg.norm(x) / np.linalg.norm(y)))
    return Order(first, second, one.shown, np.stack(apart), np.array(cosines), model.name, **stamp(__name__))


def _matched(one: Tokens, two: Tokens) -> list[int]:
    """Where each piece of the first sentence stands in the second; of equal pieces the first free one."""
    left = list(range(len(two.ids)))
    places = [next((at for at in left if two.ids[at] == each and not left.remove(at)), None) for each in one.ids]
    if left or None in places:
        raise Trouble("positions-words", "The two sentences must be made of the same words in another order.")
    return [at for at in places if at is not None]


@torch.inference_mode()
def _states(model: Model, tokens: Tokens, table: torch.Tensor) -> Float[np.ndarray, "layers T D"]:
    """Hidden states with ``table`` in the place of the model's own; the model itself is not touched."""
    ids = torch.tensor([tokens.ids], device=model.device)
    given = {"input_ids": ids, "attention_mask": torch.ones_like(ids), "output_hidden_states": True}
    found = torch.func.functional_call(twin(model.module), {TABLE: table}, kwargs=given)
    return torch.stack(found.hidden_states)[:, 0].cpu().numpy()


def learnt(module: torch.nn.Module, name: str) -> Learnt:
    """The table of any model that adds one: BERT's, GPT-2's, ours.

    Raises:
        Trouble: ``positions-table``: the model has none.
    """
    found = [
        part
        for path, part in module.named_modules()
        if path.rpartition(".")[2] in TABLES and isinstance(part, torch.nn.Embedding)
    ]
    if not found:
        raise Trouble("positions-table", f"{name} adds no learnt table of positions.", name=name)
    first = 0 if found[0].padding_idx is None else found[0].padding_idx + 1  # RoBERTa counts from behind the padding
    P = found[0].weight[first:].detach().cpu().double().numpy()
    return Learnt(*_shape(P), model=name)


def _shape(P: Float[np.ndarray, "T D"]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Cosines between rows, singular values, and the first places along their main directions."""
    unit = P / np.linalg.norm(P, axis=1, keepdims=True)
    centred = P - P.mean(0)
    spectrum = np.linalg.svd(centred, compute_uv=False)
    U, S, _ = np.linalg.svd(centred[:SHOWN], full_matrices=False)
    return np.round(100 * unit @ unit.T).astype(np.int8), spectrum / spectrum[0], (U * S).T[:DIRECTIONS]


def record() -> None:
    """MiniLM's table and the swapped sentences, as the pages show them."""
    model = load("minilm")
    keep("order", order(*SENTENCES, model))
    keep("minilm", _table(model))


def _table(model: Model) -> Table:
    weights = {name: each.numpy() for name, each in model.module.named_parameters()}
    P, X = weights[TABLE].astype(float), weights["embeddings.word_embeddings.weight"]
    likeness, spectrum, waves = _shape(P)
    documents = load_corpus("lee-news").documents[:TEXTS]
    ids = np.concatenate([model.tokens(each).ids[1:-1] for each in documents])
    even, odd = _products(model, documents)
    return Table(
        likeness=likeness,
        spectrum=spectrum,
        by_column=P[:SHOWN].var(0),
        words_by_column=X[ids].var(0),
        waves=waves,
        scores=_asked(P[:SHOWN], weights, model.H),
        even=even,
        odd=odd,
        model=model.name,
        data=f"lee-news, {len(documents)} texts, {len(ids)} pieces",
        **stamp(__name__),
    )


def _asked(P: Float[np.ndarray, "T D"], weights: dict[str, np.ndarray], H: int) -> Float[np.ndarray, "H T T"]:
    """What the heads of the first layer make of two positions without their words, divided by √Dh."""
    places = (P - P.mean(1, keepdims=True)) / P.std(1, keepdims=True)
    places = places * weights["embeddings.LayerNorm.weight"] + weights["embeddings.LayerNorm.bias"]
    q, k = (
        (places @ weights[f"encoder.layer.0.attention.self.{part}.weight"].T).reshape(len(P), H, -1).swapaxes(0, 1)
        for part in ("query", "key")
    )
    return (q @ k.swapaxes(-1, -2) / np.sqrt(q.shape[-1])).astype(np.float32)


def _products(model: Model, documents: tuple[str, ...]) -> tuple[np.ndarray, np.ndarray]:
    """For every layer and head, the two numbers of each pair that ``rotary.mean_score`` needs: means over all pairs
    of a query and a key of one text, positions as the model has them."""
    evens, odds = [], []
    for document in documents:
        maps = model.attention(document)
        q, k = (each.mean(axis=2) for each in (maps.queries, maps.keys))  # (L, H, Dh): the mean of products is …
        a, b, c, d = q[..., 0::2], q[..., 1::2], k[..., 0::2], k[..., 1::2]  # … the product of means, over all pairs
        evens.append(a * c + b * d)
        odds.append(a * d - b * c)
    scale = np.sqrt(model.D // model.H)
    return np.mean(evens, axis=0) / scale, np.mean(odds, axis=0) / scale
