"""What we lean on: versions that are fixed, licences that let a class use it, weights that are the ones we mean."""

from __future__ import annotations

import re
from importlib.metadata import metadata, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from core.errors import Trouble
from core.models import digests, load
from tests.test_project import ROOT, dependencies, pins, text_of

FREE = re.compile(r"MIT|BSD|Apache|ISC|PSF|Zlib|MPL|LGPL|CC0|BSL|Unlicense|HPND", re.IGNORECASE)
# Says nothing in its metadata that a program can read; looked up by hand.
READ_BY_HAND = {"umap-learn": "BSD-3-Clause", "hdbscan": "BSD-3-Clause"}


def licence(name: str) -> str:
    """What a package says of itself: an SPDX expression, a classifier, or the first line of a text."""
    about = metadata(name)
    said = [
        line.rsplit("::", 1)[-1].strip() for line in about.get_all("Classifier") or () if line.startswith("License ::")
    ]
    text = (about["License"] or "").strip().splitlines()[:1]
    return READ_BY_HAND.get(name) or about["License-Expression"] or ", ".join(said) or "".join(text)


@pytest.mark.parametrize("name", sorted(dependencies()))
def test_every_dependency_has_a_licence_that_lets_a_class_use_it(name):
    found = licence(name)
    assert FREE.search(found) and not re.search(r"AGPL|(?<!L)GPL|NonCommercial|proprietary", found), (
        f"{name}: {found!r}"
    )


@pytest.mark.parametrize("name", sorted(dependencies()))
def test_every_dependency_has_a_bound_that_keeps_the_next_surprise_out(name):
    """A lower bound in the project, one version in the lock file."""
    assert any(part.operator in (">=", "==", "~=") for part in dependencies()[name].specifier), name
    (pin,) = pins()[name].specifier
    assert pin.operator == "==" and "*" not in pin.version


def test_the_pins_agree_with_each_other():
    """What one pinned package asks of another is met by its pin."""
    pinned = {re.sub(r"[-_.]+", "-", name).lower(): pin for name, pin in pins().items()}
    for name in pinned:
        for wanted in map(Requirement, requires(name) or ()):
            key = re.sub(r"[-_.]+", "-", wanted.name).lower()
            if key in pinned and (wanted.marker is None or wanted.marker.evaluate({"extra": ""})):
                (pin,) = pinned[key].specifier
                assert wanted.specifier.contains(pin.version, prereleases=True), f"{name} wants {wanted}, not {pin}"


def test_nothing_of_ours_opens_a_pickle_or_runs_what_it_reads():
    risky = re.compile(
        r"\b(?:pickle\.loads?|torch\.load|joblib\.load|eval\(|exec\(|os\.system|shell=True|yaml\.load\()"
    )
    files = [file for tree in ("app", "core") for file in Path(ROOT / tree).rglob("*.py")]
    calls = [(file.name, line.strip()) for file in files for line in text_of(file).splitlines() if risky.search(line)]
    assert not [call for call in calls if not re.search(r"\.eval\(\)|\w\.eval\(|^[\"#]", call[1])]


def test_weights_that_we_ship_are_the_ones_that_were_made():
    """After shipping new ones: ``python -m core.models.digests``."""
    assert digests.shipped() == digests.found()


def test_other_weights_under_our_name_are_refused(monkeypatch):
    monkeypatch.setattr(digests, "shipped", lambda: {"zh-char/model.safetensors": "0" * 64})
    with pytest.raises(Trouble) as trouble:
        load("zh-char", device="cpu")
    assert trouble.value.code == "model-wrong-digest"
    assert (digests.HOME / "zh-char" / "model.safetensors").exists()
