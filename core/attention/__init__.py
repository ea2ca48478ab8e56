"""Attention: each token asks a question (q), every token offers a key (k) and an answer (v).

``softmax(q·k / √d)`` says how much of each answer is taken. Vaswani et al. 2017, section 3.2.1,
https://arxiv.org/abs/1706.03762

``rollout``, ``flow``   attention through all layers         ``head_statistics``  every head over many texts
``attribution``         which words an answer came from      ``faithful``         is that so? Deletion and insertion
``surgery``             heads off, weights changed           ``arithmetic``       every way to score, by hand
"""

from core.attention.maps import AttentionMaps, Kind, Tokens
from core.attention.rollout import flow, rollout
from core.attention.statistics import HeadStatistics, head_statistics

__all__ = ["AttentionMaps", "HeadStatistics", "Kind", "Tokens", "flow", "head_statistics", "rollout"]
