"""The repository keeps its own promises: what lies where, how large, and which versions."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from app.catalog import EXHIBITS

ROOT = Path(__file__).parents[1]
TOP = {*"pyproject.toml README.md CHANGELOG.md LICENSE requirements.txt app core assets tests".split()}
MB = 1_000_000


def tracked() -> list[Path]:
    """Files that a fresh clone holds, and new ones that are not ignored."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    files = (ROOT / name for name in listing.split("\0") if name)
    return [file for file in files if file.is_file()]


FILES = tracked()


def text_of(file: Path) -> str:
    """The file's text; empty for a binary."""
    content = file.read_bytes()
    return "" if b"\0" in content else content.decode("utf-8")


def dependencies() -> dict[str, Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {wanted.name: wanted for wanted in map(Requirement, project["dependencies"])}


def pins() -> dict[str, Requirement]:
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    return {pin.name: pin for pin in map(Requirement, (line for line in lines if re.match(r"\w", line)))}


def test_requirements_pin_every_dependency_inside_its_range():
    pinned = pins()
    assert pinned.keys() == dependencies().keys()
    for name, wanted in dependencies().items():
        (pin,) = pinned[name].specifier
        assert pin.operator == "==", pinned[name]
        assert wanted.specifier.contains(pin.version), f"{pinned[name]} is not in {wanted}"
        assert pinned[name].extras == wanted.extras


def test_requirements_take_the_cpu_build_and_install_the_house():
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    assert str(pins()["torch"].specifier).endswith("+cpu")
    assert "-e ." in lines, "streamlit run puts only app/ on the path: the install makes `import core` work"


def test_top_level_holds_nothing_else():
    top = {file.relative_to(ROOT).parts[0] for file in FILES}
    assert {name for name in top if not name.startswith(".")} == TOP


def test_streamlit_discovers_no_pages_by_itself():
    assert not any("pages" in file.relative_to(ROOT).parts[:-1] for file in FILES)


def test_no_pickles():
    suffixes = {".pkl", ".pickle", ".pt", ".pth", ".bin", ".joblib", ".npy", ".npz", ".ckpt"}
    assert not [file for file in FILES if file.suffix in suffixes]


def test_no_file_is_large():
    most = 10 * MB  # the largest checkpoint that may be shipped
    assert not [(file.name, file.stat().st_size) for file in FILES if file.stat().st_size > most]


@pytest.mark.parametrize(("folder", "budget"), [("assets/checkpoints", 60 * MB), ("assets", 80 * MB), ("app", 4 * MB)])
def test_folders_stay_in_budget(folder: str, budget: int):
    size = sum(file.stat().st_size for file in FILES if file.is_relative_to(ROOT / folder))
    assert size <= budget * MB, f"{folder} holds {size / MB:.1f} MB"


def test_no_path_of_somebodys_machine():
    machine = re.compile(r"""(?<![\w.~/:}])/(?:root|work|home|Users|mnt)/\w""")
    found = [
        f"{file.relative_to(ROOT)}: {line.strip()[:100]}"
        for file in FILES
        if file != Path(__file__)
        for line in text_of(file).splitlines()
        if machine.search(line)
    ]
    assert not found


@pytest.mark.parametrize("exhibit", EXHIBITS, ids=lambda exhibit: exhibit.path)
def test_an_exhibit_is_whole(exhibit):
    """Every exhibit has its idea in core, its page in app, and tests of both."""
    path, idea = exhibit.path, exhibit.core or exhibit.path
    for needed in (
        f"core/{idea}/__init__.py",
        f"app/exhibits/{path}/page.py",
        f"app/exhibits/{path}/text.py",
    ):
        assert (ROOT / needed).is_file(), needed
    for tree, name in (("core", idea), ("app", path)):
        tests = [*(ROOT / f"tests/{tree}").glob(f"{name}/test_*.py"), *(ROOT / f"tests/{tree}").glob(f"test_{name}.py")]
        assert tests, f"no tests of {tree}'s {name}"


def test_readme_gives_the_two_commands_and_ci_runs_the_second():
    readme = text_of(ROOT / "README.md")
    assert "pip install -e . && streamlit run app/main.py\n" in readme
    assert 'pip install -e ".[test]" && pytest\n' in readme
    quiet = text_of(ROOT / ".ci/run").replace("install -q", "install")
    assert 'pip install -e ".[test]" && pytest' in quiet


def test_readme_example_runs(capsys):
    (example,) = re.findall(r"```python\n(.*?)```", text_of(ROOT / "README.md"), flags=re.DOTALL)
    exec(compile(example, "README.md", "exec"), {})
    printed = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in printed][:3] == ["[CLS]", "the", "animal"]
    assert abs(sum(float(line.split()[1]) for line in printed) - 1) < 0.01  # one row of attention


def test_readme_links_lead_somewhere():
    targets = re.findall(r"\]\(([^)#]+)\)", text_of(ROOT / "README.md"))
    local = [target for target in targets if "://" not in target]
    assert local
    assert not [target for target in local if not (ROOT / target).exists()]
