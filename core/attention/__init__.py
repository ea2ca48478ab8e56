"""Attention: each token asks a question (q), every token offers a key (k) and an answer (v).

``softmax(q·k / √d)`` says how much of each answer is taken. Vaswani et al. 2017, section 3.2.1,
https://arxiv.org/abs/1706.03762
"""

from core.attention.maps import AttentionMaps, Kind, Tokens

__all__ = ["AttentionMaps", "Kind", "Tokens"]
