"""Claims of probing."""

from core.claims.claim import Claim

CLAIMS = (
    Claim(
        id="probing/trees-learnt",
        trial="core.probes.effects:trees_learnt",
        delta=0.1,  # half of what lies between BERT-large and Proj0 in the paper
        unit="UUAS",
        seeds={"small": 5, "full": 10},
        source="Hewitt & Manning 2019, A Structural Probe for Finding Syntax in Word Representations, table 1",
        url="https://aclanthology.org/N19-1419/",
        published={"minilm": 0.825, "random": 0.598, "chain": 0.489},
    ),
    Claim(
        id="probing/tags-selective",
        trial="core.probes.effects:tags_selective",
        delta=0.05,  # what separates two layers of one model in the paper (31.4 and 26.0 points)
        unit="share of words",
        seeds={"small": 5, "full": 10},
        source="Hewitt & Liang 2019, Designing and Interpreting Probes with Control Tasks, table 2 (linear, ELMo1)",
        url="https://arxiv.org/abs/1909.03368",
        published={"accuracy": 0.972, "selectivity": 0.260},
    ),
    Claim(
        id="probing/pipeline-order",
        trial="core.probes.effects:pipeline_order",
        delta=0.25,
        unit="layers",
        seeds={"small": 5, "full": 10},
        source="Tenney et al. 2019, BERT Rediscovers the Classical NLP Pipeline, figure 1",
        url="https://arxiv.org/abs/1905.05950",
    ),
)
