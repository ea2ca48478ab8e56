"""Data sets of the Hugging Face hub: by name, streamed and bounded, data only, never code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Any, cast

from core.errors import Trouble
from core.text.corpus import Corpus
from core.text.tokenise import language_of

if TYPE_CHECKING:
    from datasets import IterableDataset
    from huggingface_hub.hf_api import DatasetInfo

MOST_CHARACTERS = 25_000_000
PATIENCE = 10.0  # seconds for the hub's first answer; the datasets library would try for 23
_NAME = re.compile(r"[A-Za-z0-9][\w.-]{0,95}/[A-Za-z0-9][\w.-]{0,95}", re.ASCII)


def hub_corpus(name: str, *, text: str, label: str | None, config: str | None, split: str, limit: int) -> Corpus:
    """The texts of the first ``limit`` rows of ``owner/name``, at its newest revision (``source`` says which).

    At most 25 million characters are kept.

    Raises:
        Trouble: ``no-such-column``, ``column-not-text``, ``corpus-empty``, and those of :func:`streamed`.
    """
    with streamed(name, config=config, split=split, needs=[text] if label is None else [text, label]) as (rows, about):
        names = getattr((rows.features or {}).get(label), "names", None)  # classes are stored as numbers
        documents, labels = _take(name, islice(rows, limit), text, label, names)
    return Corpus(
        name=name,
        documents=tuple(documents),
        labels=None if label is None else tuple(labels),
        timestamps=None,
        language=language_of(" ".join(documents[:1000])),
        source=f"hub data set {name}, revision {about.sha}, split {split}, first {len(documents)} texts",
        licence=licence(about),
    )


@contextmanager
def streamed(
    name: str, *, config: str | None, split: str, needs: Sequence[str]
) -> Iterator[tuple[IterableDataset, DatasetInfo]]:
    """The rows of ``owner/name``, with the columns ``needs`` only, and what the hub says about the set.

    Only public sets: no token is sent, so a server's own rights are not lent to its visitors. ``HF_ENDPOINT``
    (a mirror) is honoured. Read the rows inside the ``with``: what goes wrong on the way is put into words there.

    Raises:
        Trouble: ``corpus-name``, ``no-network``, ``dataset-unknown``, ``dataset-unreadable``, ``no-such-column``.
    """
    if not _NAME.fullmatch(name):
        raise Trouble(
            "corpus-name",
            f"{name[:100]!r} is neither a corpus of ours nor a hub data set, which is written owner/name.",
            name=name[:100],
        )
    import datasets
    import httpx2  # what huggingface_hub speaks: its connection errors arrive unwrapped
    from datasets.exceptions import DatasetsError

    try:
        about = _ask(name)
        builder = datasets.load_dataset_builder(
            f"hf://datasets/{name}", config, revision=about.sha, token=False
        )  # with the prefix, a folder of that name on this machine is not taken instead
        rows = cast("IterableDataset", builder.as_streaming_dataset(split=split))
        head = dict(next(iter(rows), {}))
        for column in needs if head else ():
            if column not in head:
                raise Trouble(
                    "no-such-column",
                    f"{name} has no column {column!r}; it has {', '.join(map(repr, head)) or 'none'}.",
                    file=name,
                    column=column,
                    columns=tuple(head),
                )
        yield rows.select_columns(list(needs)), about
    except (httpx2.TransportError, ConnectionError) as error:
        raise Trouble(
            "no-network", f"The hub cannot be reached for {name}; the packaged corpora need no network.", name=name
        ) from error
    except (DatasetsError, httpx2.HTTPError, ValueError, OSError, RuntimeError) as error:
        raise Trouble(  # the library's own sentence would show folders of this machine
            "dataset-unreadable",
            f"{name} cannot be read: its files are missing, damaged, of a kind unknown here, or need code of their own;"
            " or it has no such configuration or split.",
            name=name,
        ) from error


def _ask(name: str) -> DatasetInfo:
    from huggingface_hub import HfApi
    from huggingface_hub.errors import RepositoryNotFoundError

    try:
        return HfApi().dataset_info(name, timeout=PATIENCE, token=False)
    except RepositoryNotFoundError as error:  # gated and private sets as well
        raise Trouble("dataset-unknown", f"The hub has no public data set {name}.", name=name) from error


def _take(
    name: str, rows: Iterable[Mapping[str, Any]], text: str, label: str | None, names: list[str] | None
) -> tuple[list[str], list[str]]:
    documents: list[str] = []
    labels: list[str] = []
    characters = 0
    for row in rows:
        document = row[text]
        if document is not None and not isinstance(document, str):
            raise Trouble("column-not-text", f"Column {text!r} of {name} does not hold text.", file=name, column=text)
        if not document or not document.strip():
            continue
        characters += len(document)
        if characters > MOST_CHARACTERS:
            break
        documents.append(document.strip())
        value = None if label is None else row[label]
        labels.append("" if value is None else names[value] if names and value >= 0 else str(value))
    if not documents:
        raise Trouble("corpus-empty", f"{name} holds no text.", file=name)
    return documents, labels


def licence(about: DatasetInfo) -> str:
    """As the set's card states it."""
    stated = about.card_data.get("license") if about.card_data else None
    stated = ", ".join(stated) if isinstance(stated, list) else stated
    return f"{stated} (as its card on the hub says)" if stated else "not stated on its card on the hub"
