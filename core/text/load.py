"""A corpus by name."""

from __future__ import annotations

from collections.abc import Callable

from core.text.corpus import Corpus, lee_news, wikipedia_sample

PACKAGED: dict[str, Callable[[], Corpus]] = {"wikipedia-sample": wikipedia_sample, "lee-news": lee_news}


def load_corpus(
    name: str = "wikipedia-sample",
    *,
    text: str = "text",
    label: str | None = None,
    config: str | None = None,
    split: str = "train",
    limit: int = 10_000,
) -> Corpus:
    """One of ``PACKAGED``, which need no network, or a hub data set ``owner/name``.

    The other arguments are for the hub: the columns that hold text and label, which configuration and split,
    how many rows at most. See ``core.text.hub`` for what can go wrong there; a name that is neither raises
    Trouble ``corpus-name``.
    """
    if name in PACKAGED:
        return PACKAGED[name]()
    from core.text.hub import hub_corpus

    return hub_corpus(name, text=text, label=label, config=config, split=split, limit=limit)
