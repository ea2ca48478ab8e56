"""Claims of topics."""

from core.claims.claim import Claim

CLAIMS = (
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
)
