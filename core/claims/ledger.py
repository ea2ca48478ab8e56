"""Every claim in one list, and how one is run, recorded and read back."""

from __future__ import annotations

import time
from dataclasses import dataclass
from importlib import import_module
from math import log10
from pathlib import Path

from core import provenance, runtime, store
from core.claims.claim import Claim, ClaimResult, Trial, estimate, verdict
from core.errors import Trouble
from core.runtime import OnStep, Step, quiet

CLAIMS: dict[str, Claim] = {
    claim.id: claim
    for claim in (
        Claim(
            id="attention/sqrt-d",
            trial="core.attention.scaling:sqrt_d",
            delta=log10(2),  # the gradient twice as large
            unit="log10 of a ratio",
            seeds={"small": 10, "full": 30},
            source="Vaswani et al. 2017, Attention Is All You Need, section 3.2.1, footnote 4",
            url="https://arxiv.org/abs/1706.03762",
            published={"variance_slope": 1.0},
        ),
        Claim(
            id="tokens/open-vocabulary",
            trial="core.tokens.oov:open_vocabulary",
            delta=0.01,  # one running word in a hundred
            unit="share of running words",
            seeds={"small": 8, "full": 12},
            source="Sennrich et al. 2016, Neural Machine Translation of Rare Words with Subword Units, section 3.2",
            url="https://arxiv.org/abs/1508.07909",
        ),
        Claim(
            id="tokens/pieces-carry-over",
            trial="core.tokens.oov:pieces_carry_over",
            delta=log10(1.1),  # a tenth more pieces
            unit="log10 of a ratio",
            seeds={"small": 8, "full": 12},
            source="Sennrich et al. 2016, Neural Machine Translation of Rare Words with Subword Units, section 1",
            url="https://arxiv.org/abs/1508.07909",
        ),
        Claim(
            id="word2vec/skipgram-cbow",
            trial="core.word2vec.effects:skipgram_cbow",
            delta=0.02,  # in rank correlation
            unit="mean ρ",
            seeds={"small": 10, "full": 20},
            source="Mikolov et al. 2013, Efficient Estimation of Word Representations, section 4.3, table 3",
            url="https://arxiv.org/abs/1301.3781",
        ),
        Claim(
            id="word2vec/rare-words",
            trial="core.word2vec.effects:rare_words",
            delta=0.05,  # in mean reciprocal rank
            unit="mean 1 / rank",
            seeds={"small": 10, "full": 20},
            source="Mikolov 2013, notes to the program word2vec: skip-gram is slower, better for infrequent words",
            url="https://code.google.com/archive/p/word2vec/",
        ),
        Claim(
            id="word2vec/rare-words-place",
            trial="core.word2vec.effects:rare_words_place",
            delta=0.05,  # in the share of words that lie farther away
            unit="share of words",
            seeds={"small": 10, "full": 20},
            source="Mikolov 2013, notes to the program word2vec: skip-gram is slower, better for infrequent words",
            url="https://code.google.com/archive/p/word2vec/",
        ),
        Claim(
            id="word2vec/negative-hierarchical",
            trial="core.word2vec.effects:negative_hierarchical",
            delta=0.02,
            unit="mean ρ",
            seeds={"small": 10, "full": 20},
            source="Mikolov et al. 2013, Distributed Representations of Words and Phrases, section 3, table 1",
            url="https://arxiv.org/abs/1310.4546",
        ),
        Claim(
            id="word2vec/subsampling",
            trial="core.word2vec.effects:subsampling",
            delta=0.02,
            unit="mean ρ",
            seeds={"small": 10, "full": 20},
            source="Mikolov et al. 2013, Distributed Representations of Words and Phrases, section 2.3",
            url="https://arxiv.org/abs/1310.4546",
        ),
        Claim(
            id="word2vec/shared-negatives",
            trial="core.word2vec.effects:shared_negatives",
            delta=0.02,
            unit="mean ρ",
            seeds={"small": 10, "full": 20},
            source="Ji et al. 2016, Parallelizing Word2Vec in Shared and Distributed Memory, section 3",
            url="https://arxiv.org/abs/1604.04661",
        ),
        Claim(
            id="word2vec/glove",
            trial="core.words.effects:glove_word2vec",
            delta=0.02,
            unit="mean ρ",
            seeds={"small": 5, "full": 10},
            source="Pennington et al. 2014, GloVe, section 4.7 and table 3",
            url="https://aclanthology.org/D14-1162",
        ),
        Claim(
            id="word2vec/averages",
            trial="core.words.effects:averages_bag",
            delta=0.03,  # in the share of paragraphs put where they belong
            unit="share of paragraphs",
            seeds={"small": 20, "full": 50},
            source="lecture notes: the sum of word vectors as the feature of a short text",
            url="https://arxiv.org/abs/1506.06726",
        ),
        Claim(
            id="objectives/nsp-by-topic",
            trial="core.masking.objectives.claims:nsp_by_topic",
            delta=0.1,  # one pair in ten
            unit="difference of accuracies",
            seeds={"small": 10, "full": 30},
            source="Lan et al. 2020, ALBERT, section 3.1",
            url="https://arxiv.org/abs/1909.11942",
        ),
        Claim(
            id="objectives/mask-mismatch",
            trial="core.masking.objectives.claims:mask_mismatch",
            delta=0.05,  # one shown word in twenty
            unit="share of shown words",
            seeds={"small": 5, "full": 10},
            source="Devlin et al. 2019, BERT, section 3.1",
            url="https://arxiv.org/abs/1810.04805",
        ),
        Claim(
            id="objectives/forty-percent",
            trial="core.masking.objectives.claims:forty_percent",
            delta=0.05,
            unit="nats per hidden word",
            seeds={"small": 5, "full": 10},
            source="Wettig et al. 2023, Should You Mask 15% in Masked Language Modeling?, section 3",
            url="https://arxiv.org/abs/2202.08005",
        ),
        Claim(
            id="objectives/fresh-masks",
            trial="core.masking.objectives.claims:fresh_masks",
            delta=0.05,
            unit="nats per hidden word",
            seeds={"small": 5, "full": 10},
            source="Liu et al. 2019, RoBERTa, section 4.1",
            url="https://arxiv.org/abs/1907.11692",
        ),
        Claim(
            id="sentences/dropout-views",
            trial="core.simcse.claims:dropout_views",
            delta=0.01,  # in Spearman's ρ
            unit="ρ on STS-B dev",
            seeds={"small": 5, "full": 10},
            source="Gao et al. 2021, SimCSE, section 3, table 1",
            url="https://arxiv.org/abs/2104.08821",
            published={"dropout": 0.825, "crop": 0.778, "delete": 0.759},
        ),
        Claim(
            id="sentences/same-mask",
            trial="core.simcse.claims:same_mask",
            delta=0.05,  # of a squared distance that is at most 4
            unit="mean squared distance",
            seeds={"small": 5, "full": 10},
            source="Gao et al. 2021, SimCSE, section 3, figure 2",
            url="https://arxiv.org/abs/2104.08821",
        ),
        Claim(
            id="sentences/more-uniform",
            trial="core.simcse.claims:more_uniform",
            delta=0.2,
            unit="uniformity, and squared distance",
            seeds={"small": 5, "full": 10},
            source="Gao et al. 2021, SimCSE, section 3, figure 2",
            url="https://arxiv.org/abs/2104.08821",
        ),
        Claim(
            id="sentences/supervised",
            trial="core.simcse.claims:supervised",
            delta=0.01,
            unit="ρ on STS-B dev",
            seeds={"small": 5, "full": 10},
            source="Gao et al. 2021, SimCSE, section 4 and table 5",
            url="https://arxiv.org/abs/2104.08821",
        ),
        Claim(
            id="topics/umap-first",
            trial="core.topics.effects:umap_first",
            delta=0.05,
            unit="adjusted Rand",
            seeds={"small": 10, "full": 20},
            source="Allaoui et al. 2020, Considerably Improving Clustering Algorithms Using UMAP",
            url="https://doi.org/10.1007/978-3-030-51935-3_34",
        ),
        Claim(
            id="topics/more-epochs",
            trial="core.topics.effects:more_epochs",
            delta=0.05,
            unit="adjusted Rand",
            seeds={"small": 10, "full": 20},
            source="umap-learn's manual: larger n_epochs result in more accurate embeddings",
            url="https://umap-learn.readthedocs.io/en/latest/api.html",
        ),
        Claim(
            id="positions/rope-converges",
            trial="core.positions.effects:rope_converges",
            delta=0.05,
            unit="nats per character",
            seeds={"small": 5, "full": 10},
            source="Su et al. 2021, RoFormer, section 4.2 and figure 3",
            url="https://arxiv.org/abs/2104.09864",
        ),
        Claim(
            id="positions/rope-beyond",
            trial="core.positions.effects:rope_beyond",
            delta=0.05,
            unit="nats per character",
            seeds={"small": 5, "full": 10},
            source="Su et al. 2021, RoFormer, section 3.3: flexibility of the sequence length",
            url="https://arxiv.org/abs/2104.09864",
        ),
        Claim(
            id="positions/alibi-beyond",
            trial="core.positions.effects:alibi_beyond",
            delta=0.05,
            unit="nats per character",
            seeds={"small": 5, "full": 10},
            source="Press et al. 2022, Train Short, Test Long, section 4.1",
            url="https://arxiv.org/abs/2108.12409",
        ),
    )
}


@dataclass(frozen=True)
class Rerun:
    """The knobs of :func:`rerun`."""

    scale: str = "small"  # one of the claim's scales


def run(claim_id: str, *, scale: str = "small", device: str = "auto", on_step: OnStep = quiet) -> ClaimResult:
    """Measure a claim, one trial after the other, and judge it.

    Raises:
        Trouble: ``claim-unknown``, ``claim-scale-unknown``.
    """
    claim = CLAIMS.get(claim_id)
    if claim is None:
        raise Trouble("claim-unknown", f"No claim {claim_id!r}; there are {', '.join(CLAIMS)}.", id=claim_id)
    if scale not in claim.seeds:
        known = ", ".join(claim.seeds)
        raise Trouble("claim-scale-unknown", f"No scale {scale!r}; choose from {known}.", scale=scale, known=known)
    module, name = claim.trial.split(":")
    trial = getattr(import_module(module), name)
    began, trials, n = time.perf_counter(), list[Trial](), claim.seeds[scale]
    for seed in range(n):

        def inside(step: Step, seed: int = seed) -> None:
            on_step(Step((seed + step.progress) / n, step.metrics, step.frame))

        trials.append(trial(seed, scale=scale, device=device, on_step=inside))
        effects = [t.effect for t in trials]
        on_step(Step((seed + 1) / n, {"seed": float(seed), "effect": effects[-1]}))
    effect = estimate(effects)
    return ClaimResult(
        id=claim.id,
        scale=scale,
        verdict=verdict(effect, claim.delta),
        delta=claim.delta,
        unit=claim.unit,
        seeds=tuple(range(n)),
        effect=effect,
        control=estimate([t.control for t in trials]),
        extras={key: estimate([t.extras[key] for t in trials]) for key in trials[0].extras},
        code=provenance.code_version(module, "core.claims.claim"),
        date=provenance.today(),
        machine=provenance.machine(),
        seconds=round(time.perf_counter() - began, 2),
    )


def rerun(data: str, config: Rerun, *, device: str = "auto", on_step: OnStep = quiet) -> ClaimResult:
    """:func:`run` in the shape of a training: ``data`` is the claim's id."""
    return run(data, scale=config.scale, device=device, on_step=on_step)


def record(claim_id: str, *, scale: str = "small", on_step: OnStep = quiet) -> ClaimResult:
    """Measure a claim and keep the result, whatever it is, in ``assets/claims``."""
    result = run(claim_id, scale=scale, on_step=on_step)
    store.save(_folder(claim_id), result)
    return result


def recorded(claim_id: str) -> ClaimResult | None:
    """The recorded result, or ``None`` where there is none yet."""
    return store.load(_folder(claim_id)) if claim_id in CLAIMS and _folder(claim_id).exists() else None


def _folder(claim_id: str) -> Path:
    return runtime.ASSETS / "claims" / claim_id
