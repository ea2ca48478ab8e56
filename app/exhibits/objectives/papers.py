"""The papers behind the objectives exhibit, as BibTeX."""

_ENTRIES = (
    (
        "devlin2019bert",
        "{BERT}: Pre-training of Deep Bidirectional Transformers",
        "Devlin, Jacob and others",
        2019,
        "1810.04805",
    ),
    (
        "liu2019roberta",
        "{RoBERTa}: A Robustly Optimized {BERT} Pretraining Approach",
        "Liu, Yinhan and others",
        2019,
        "1907.11692",
    ),
    (
        "joshi2020spanbert",
        "{SpanBERT}: Improving Pre-training by Representing and Predicting Spans",
        "Joshi, Mandar and others",
        2020,
        "1907.10529",
    ),
    (
        "yang2019xlnet",
        "{XLNet}: Generalized Autoregressive Pretraining for Language Understanding",
        "Yang, Zhilin and others",
        2019,
        "1906.08237",
    ),
    (
        "clark2020electra",
        "{ELECTRA}: Pre-training Text Encoders as Discriminators Rather Than Generators",
        "Clark, Kevin and others",
        2020,
        "2003.10555",
    ),
    (
        "raffel2020t5",
        "Exploring the Limits of Transfer Learning with a Unified Text-to-Text Transformer",
        "Raffel, Colin and others",
        2020,
        "1910.10683",
    ),
    (
        "lewis2020bart",
        "{BART}: Denoising Sequence-to-Sequence Pre-training",
        "Lewis, Mike and others",
        2020,
        "1910.13461",
    ),
    (
        "lan2020albert",
        "{ALBERT}: A Lite {BERT} for Self-supervised Learning",
        "Lan, Zhenzhong and others",
        2020,
        "1909.11942",
    ),
    ("song2019mass", "{MASS}: Masked Sequence to Sequence Pre-training", "Song, Kaitao and others", 2019, "1905.02450"),
    ("sun2020ernie2", "{ERNIE} 2.0: A Continual Pre-training Framework", "Sun, Yu and others", 2020, "1907.12412"),
    (
        "sun2021ernie3",
        "{ERNIE} 3.0: Large-scale Knowledge Enhanced Pre-training for Language Understanding and Generation",
        "Sun, Yu and others",
        2021,
        "2107.02137",
    ),
    ("lewis2020marge", "Pre-training via Paraphrasing", "Lewis, Mike and others", 2020, "2006.15020"),
    ("peters2018elmo", "Deep contextualized word representations", "Peters, Matthew E. and others", 2018, "1802.05365"),
    (
        "dong2019unilm",
        "Unified Language Model Pre-training for Natural Language Understanding and Generation",
        "Dong, Li and others",
        2019,
        "1905.03197",
    ),
    (
        "qiu2020survey",
        "Pre-trained Models for Natural Language Processing: A Survey",
        "Qiu, Xipeng and others",
        2020,
        "2003.08271",
    ),
    (
        "wettig2023mask",
        "Should You Mask 15\\% in Masked Language Modeling?",
        "Wettig, Alexander and others",
        2023,
        "2202.08005",
    ),
)
PAPERS = "\n\n".join(
    f"@article{{{key},\n  title = {{{title}}},\n  author = {{{author}}},\n  year = {{{year}}},\n"
    f"  url = {{https://arxiv.org/abs/{arxiv}}}\n}}"
    for key, title, author, year, arxiv in _ENTRIES
)
