"""Every way to corrupt a sentence, by family. Each objective is a frozen dataclass with one method, ``corrupt``.

``causal``     predict the next word            ``masked`` ``spans``  predict what is hidden
``permuted``   predict in any order             ``sequences``         write what is missing
``replaced``   say what is wrong                ``sentences``         say how sentences belong together
``marks``      say something of every word      ``pairs``             two texts, holes in both
``contrast``   find the other half              ``schedules``         when the dice fall
"""

from __future__ import annotations

from collections.abc import Mapping

from core.masking.corruption import Objective
from core.masking.objectives.causal import BiLM, CausalLM, ImageGPT
from core.masking.objectives.contrast import InfoNCE, InfoWord
from core.masking.objectives.marks import Capitals, TokenDocument
from core.masking.objectives.masked import MLM, Entity, Knowledge, Mac, NGram, Phrase, WholeWord
from core.masking.objectives.pairs import DLM, TLM
from core.masking.objectives.permuted import Permutation
from core.masking.objectives.replaced import ELECTRA, WKLM, Disfluency
from core.masking.objectives.schedules import Progressive, Repeated
from core.masking.objectives.sentences import NSP, SOP, Discourse, Relevance, SentenceDistance, SentenceOrder
from core.masking.objectives.sequences import BART, GLM, MARGE, MASS, Seq2SeqMLM, T5Spans, UniLM
from core.masking.objectives.spans import Span

FAMILIES: Mapping[str, Mapping[str, Objective]] = {
    "causal": {"clm": CausalLM(), "bilm": BiLM(), "image-gpt": ImageGPT()},
    "masked": {
        "mlm": MLM(),
        "whole-word": WholeWord(),
        "n-gram": NGram(),
        "span": Span(),
        "entity": Entity(),
        "phrase": Phrase(),
        "knowledge": Knowledge(),
        "mac": Mac(),
        "unilm": UniLM(),
    },
    "permuted": {"plm": Permutation()},
    "sequences": {
        "mass": MASS(),
        "seq2seq-mlm": Seq2SeqMLM(),
        "t5": T5Spans(),
        "bart": BART(),
        "glm": GLM(),
        "marge": MARGE(),
    },
    "replaced": {"electra": ELECTRA(), "wklm": WKLM(), "disfluency": Disfluency()},
    "sentences": {
        "nsp": NSP(),
        "sop": SOP(),
        "sentence-order": SentenceOrder(),
        "sentence-distance": SentenceDistance(),
        "discourse": Discourse(),
        "relevance": Relevance(),
    },
    "marks": {"capitals": Capitals(), "token-document": TokenDocument()},
    "pairs": {"tlm": TLM(), "dlm": DLM()},
    "contrast": {"infonce": InfoNCE(), "infoword": InfoWord()},
    "schedules": {"static": Repeated(copies=1), "progressive": Progressive()},
}
OBJECTIVES: Mapping[str, Objective] = {name: each for family in FAMILIES.values() for name, each in family.items()}

__all__ = [
    "BART",
    "DLM",
    "ELECTRA",
    "FAMILIES",
    "GLM",
    "MARGE",
    "MASS",
    "MLM",
    "NSP",
    "OBJECTIVES",
    "SOP",
    "TLM",
    "WKLM",
    "BiLM",
    "Capitals",
    "CausalLM",
    "Discourse",
    "Disfluency",
    "Entity",
    "ImageGPT",
    "InfoNCE",
    "InfoWord",
    "Knowledge",
    "Mac",
    "NGram",
    "Permutation",
    "Phrase",
    "Progressive",
    "Relevance",
    "Repeated",
    "SentenceDistance",
    "SentenceOrder",
    "Seq2SeqMLM",
    "Span",
    "T5Spans",
    "TokenDocument",
    "UniLM",
    "WholeWord",
]
