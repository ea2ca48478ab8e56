"""Attention beside BertViz: time and bytes to the picture's data, on the real MiniLM, all layers and all heads.

Two clocks for each, alternating in one process on one thread:
*drawing* starts from the weights in memory (BertViz: the model's tensors; ours: ``AttentionMaps``) and ends with what
is handed to the browser (BertViz: its HTML; ours: the JSON of the view). *From the text* adds tokenising and the
forward pass (BertViz: transformers with ``output_attentions``; ours: ``Model.attention``, which also keeps q, k and v).
BertViz sends every layer at once. Ours sends the layer on screen (*one layer*) and the others when they are asked
for; *every layer* is what has been sent when a visitor has looked at all of them.
"""

from __future__ import annotations

import argparse
import base64
import json
from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from bertviz import head_view, model_view
from transformers import AutoModel

from core.attention import AttentionMaps
from core.attention.payload import pack
from core.models import load
from core.text import load_corpus
from tests.bench import classroom, startup
from tests.bench._side_by_side import alternate, machine, table

LENGTHS = (16, 64, 128)  # tokens, [CLS] and [SEP] included


def text_of(length: int, tokenizer: Callable[..., Any]) -> str:
    """The beginning of a real news text, ``length`` tokens long with [CLS] and [SEP]."""
    news = load_corpus("lee-news").documents[0]
    ends = [end for _, end in tokenizer(news, return_offsets_mapping=True)["offset_mapping"]]
    return news[: ends[length - 2]]


def view(maps: AttentionMaps, layers: range) -> str:
    """What the browser is sent: the tokens, and each layer's weights in eight bits."""
    weights = [base64.b64encode(pack(maps.weights[layer])).decode() for layer in layers]
    return json.dumps({"tokens": maps.tokens, "weights": weights})


def html(draw: Callable[..., Any], attentions: tuple[torch.Tensor, ...], tokens: list[str]) -> str:
    """What BertViz puts into the notebook: its data and its script; d3 and jQuery come from elsewhere."""
    return draw(attentions, tokens, html_action="return").data


def pictures(rounds: int) -> None:
    model = load()
    tokenizer = model.tokenizer
    network = AutoModel.from_pretrained(model.folder, attn_implementation="eager").eval()
    rows, goals = [], []
    for length in LENGTHS:
        text = text_of(length, tokenizer)
        maps = model.attention(text)
        every = range(len(maps.weights))

        def forward(text=text):
            encoded = tokenizer(text, return_tensors="pt")
            with torch.inference_mode():
                attentions = network(**encoded, output_attentions=True).attentions
            return attentions, list(tokenizer.convert_ids_to_tokens(encoded["input_ids"][0]))

        attentions, tokens = forward()
        assert len(tokens) == length
        np.testing.assert_allclose(torch.cat(attentions).numpy(), maps.weights, atol=1e-6)  # the same picture

        ready = {
            "BertViz head view": lambda a=attentions, t=tokens: html(head_view, a, t),
            "BertViz model view": lambda a=attentions, t=tokens: html(model_view, a, t),
            "ours, one layer": lambda m=maps: view(m, range(1)),
            "ours, every layer": lambda m=maps, e=every: view(m, e),
        }
        whole = {
            "BertViz head view": lambda f=forward: html(head_view, *f()),
            "BertViz model view": lambda f=forward: html(model_view, *f()),
            "ours, one layer": lambda t=text: view(model.attention(t), range(1)),
            "ours, every layer": lambda t=text, e=every: view(model.attention(t), e),
        }
        size = {name: len(draw().encode()) for name, draw in ready.items()}
        drawing, from_text = alternate(ready, rounds), alternate(whole, rounds)
        rows += [
            (
                length,
                name,
                f"{size[name] / 1000:,.1f} kB",
                f"{drawing[name] * 1000:.1f} ms",
                f"{from_text[name] * 1000:.1f} ms",
            )
            for name in ready
        ]
        for peer in ("BertViz head view", "BertViz model view"):
            goals.append(
                (
                    length,
                    peer,
                    *(
                        f"{figures[peer] / figures[mine]:.1f}×"
                        for figures in (size, drawing, from_text)
                        for mine in ("ours, one layer", "ours, every layer")
                    ),
                )
            )
    print(f"Time and bytes to the picture's data, medians of {rounds}, one thread ({machine()})\n")
    print(table(("tokens", "", "bytes", "drawing", "from the text"), rows))
    print("\nBertViz divided by ours; goals: bytes ≥ 50× from 64 tokens on, drawing ≥ 5×\n")
    heads = [f"{what}, {n}" for what in ("bytes", "drawing", "from the text") for n in ("one layer", "every layer")]
    print(table(("tokens", "peer", *heads), goals))


def main(argv: list[str]) -> None:
    options = argparse.ArgumentParser(prog="python -m tests.bench attention", description=__doc__)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--pictures-only", action="store_true", help="leave out start-up and classroom")
    chosen = options.parse_args(argv)
    torch.set_num_threads(1)
    pictures(chosen.rounds)
    if not chosen.pictures_only:
        for bench in (startup, classroom):
            print()
            bench.main([])
