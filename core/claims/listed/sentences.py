"""Claims of sentences on a sphere."""

from core.claims.claim import Claim

CLAIMS = (
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
        id="sentences/rerank",
        trial="core.search.claims:rerank",
        delta=0.02,  # of the questions
        unit="recall at 1",
        seeds={"small": 5, "full": 5},  # separate fifths of the questions: there are no more
        source="Nogueira & Cho 2019, Passage Re-ranking with BERT",
        url="https://arxiv.org/abs/1901.04085",
    ),
    Claim(
        id="sentences/flow",
        trial="core.simcse.claims_older:flow",
        delta=0.01,
        unit="ρ on STS-B dev",
        seeds={"small": 5, "full": 10},
        source="after Li et al. 2020, BERT-flow, table 2; the rival here is Su et al. 2021, whitening",
        url="https://arxiv.org/abs/2011.05864",
    ),
    Claim(
        id="sentences/averages",
        trial="core.simcse.claims_older:averages",
        delta=0.05,
        unit="ρ on STS-B dev",
        seeds={"small": 5, "full": 10},
        source="Hill, Cho & Korhonen 2016, Learning Distributed Representations of Sentences from Unlabelled Data",
        url="https://arxiv.org/abs/1602.03483",
    ),
)
