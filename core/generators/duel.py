"""A GAN by hand: a few steps of one player, of the other, or of both, and what the board looks like afterwards.

A game is its list of moves, so a link holds it whole; what was played once is kept for the next visitor.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np
from jaxtyping import Float, Integer

from core.errors import Trouble
from core.generators.api import SIZE
from core.generators.data import points
from core.generators.run import Config, grid, thousandths

RATES = (3e-4, 1e-3, 3e-3, 1e-2)  # learning rates to choose from
STEPS = 20  # of a move
MOST = 40  # moves of a game
MOVE = re.compile(r"[BGD][0-3][0-3]")  # who plays, the generator's rate, the critic's
NET = 11  # rows of the net of codes that is watched as it warps
SHOWN = 250
BASE = Config(family="gan", D=64, L=2, B=256)


@dataclass(frozen=True, eq=False)
class Board:
    """What can be seen after a move."""

    made: Integer[np.ndarray, "N 2"]  # generated points, thousandths; always of the same codes
    net: Integer[np.ndarray, "crossings 2"]  # a square net of codes, as the generator bends it
    pull: Float[np.ndarray, "some 2"]  # which way the critic would move each of the first made points
    surface: Integer[np.ndarray, "G G"]  # the critic on a grid, 0 to 255
    fooled: float  # mean odds the critic gives made points
    trusted: float  # … and real ones
    apart: float  # mean score of real points, less that of made ones: the critic's logits, or Wasserstein's scores
    loss_generator: float
    loss_critic: float


def moves(text: str) -> tuple[str, ...]:
    """The moves of a game as a link writes them, three signs each; raises Trouble ``game-damaged``."""
    found = tuple(text[i : i + 3] for i in range(0, len(text), 3))
    if len(found) > MOST or not all(MOVE.fullmatch(each) for each in found):
        raise Trouble("game-damaged", f"A game is at most {MOST} moves like B12; begin a new one.", most=MOST)
    return found


def game(shape: str, loss: str, seed: int, played: tuple[str, ...]) -> list[Board]:
    """The boards after no move, one move, … all of them."""
    return [_after(shape, loss, seed, played[:n])[1] for n in range(len(played) + 1)]


@lru_cache(maxsize=4 * MOST)
def _after(shape: str, loss: str, seed: int, played: tuple[str, ...]) -> tuple[Mapping[str, Any], Board]:
    """State and board after some moves, from the state before the last one."""
    import torch

    from core.generators.gan import Game
    from core.runtime import seeded

    with seeded(seed):
        players = Game(2, replace(BASE, loss=loss))
        rules = players.optimizers()
        if not played:
            return _kept(players, rules), _board(shape, seed, players)
        before, _ = _after(shape, loss, seed, played[:-1])
        players.load_state_dict(before["players"])
        for rule, state in zip(rules, before["rules"], strict=True):
            rule.load_state_dict(copy.deepcopy(state))
        _play(players, rules, played[-1], shape, seed, len(played))
        if not all(bool(torch.isfinite(weight).all()) for weight in players.parameters()):
            message = "The game ran away: its numbers are no longer finite. Take a move back."
            raise Trouble("game-diverged", message)
        return _kept(players, rules), _board(shape, seed, players)


def _play(players, rules, move: str, shape: str, seed: int, number: int) -> None:
    """The steps of one move; its dice hang on the seed and the number of the move."""
    import torch

    from core.generators.gan import played

    who, rates = move[0], (RATES[int(move[1])], RATES[int(move[2])])
    for rule, rate in zip(rules, rates, strict=True):
        for group in rule.param_groups:
            group["lr"] = rate
    torch.manual_seed(1000 * seed + number)
    real = torch.from_numpy(points(shape, SIZE, seed).astype(np.float32))
    for _ in range(STEPS):
        if who in "BD":
            played(players.critic_loss(real[torch.randint(len(real), (BASE.B,))]), rules[1])
        if who in "BG":
            played(players.generator_loss(BASE.B), rules[0])


def _kept(players, rules) -> Mapping[str, Any]:
    return {
        "players": {name: weight.detach().clone() for name, weight in players.state_dict().items()},
        "rules": [copy.deepcopy(rule.state_dict()) for rule in rules],
    }


def _board(shape: str, seed: int, players) -> Board:
    import torch

    dice = torch.Generator().manual_seed(7)
    codes = torch.randn(SHOWN, BASE.Z, generator=dice)
    side = torch.linspace(-2, 2, NET)
    net = torch.stack(torch.meshgrid(side, side, indexing="xy"), -1).reshape(-1, 2)
    torch.manual_seed(seed)
    real = torch.from_numpy(points(shape, BASE.B, seed + 1).astype(np.float32))
    losses = [float(players.generator_loss(BASE.B).detach()), float(players.critic_loss(real).detach())]
    made = players.decoder(codes).detach().requires_grad_()
    says = players.critic(made)
    [pull] = torch.autograd.grad(says.sum(), made)
    with torch.no_grad():
        surface = players.critic(torch.from_numpy(grid().astype(np.float32)))
        if players.config.loss == "wasserstein":
            surface = (surface - surface.mean()) / (surface.std() + 1e-9)
        scores = (says.detach(), players.critic(real))
        odds = [float(torch.sigmoid(each).mean()) for each in scores]
        bent = players.decoder(net)
    size = round(len(surface) ** 0.5)
    return Board(
        made=thousandths(made.detach().numpy()),
        net=thousandths(bent.numpy()),
        pull=pull.double().numpy(),
        surface=np.round(255 * torch.sigmoid(surface).numpy()).astype(np.uint8).reshape(size, size),
        fooled=odds[0],
        trusted=odds[1],
        apart=float(scores[1].mean() - scores[0].mean()),
        loss_generator=losses[0],
        loss_critic=losses[1],
    )
