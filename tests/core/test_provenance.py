import ast
from pathlib import Path

from core import provenance


def names(*modules: str) -> set[str]:
    return {file.relative_to(provenance.HOME).as_posix() for file in provenance.sources(modules)}


def test_sources_follow_imports_packages_and_lazy_names() -> None:
    found = names("core.attention.scaling")
    assert {"attention/scaling.py", "attention/__init__.py", "attention/maps.py", "runtime.py"} <= found
    assert "claims/ledger.py" in found  # through the package of core.claims.claim
    assert not {name for name in found if name.startswith(("models/", "text/", "jobs/"))}


def test_a_list_of_claims_leans_on_what_measures_them() -> None:
    assert "attention/scaling.py" in names("core.claims.listed.attention")


def test_a_module_is_made_of_no_more_than_it_leans_on() -> None:
    assert names("core.errors") == {"__init__.py", "errors.py"}


def test_the_version_changes_with_a_file_and_only_then(tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "__init__.py").touch()
    (tmp_path / "a.py").write_text("from core import b\n")
    (tmp_path / "b.py").write_text("X = 1\n")
    (tmp_path / "c.py").write_text("X = 1\n")
    monkeypatch.setattr(provenance, "HOME", tmp_path)
    version = provenance.code_version.__wrapped__
    before = version("core.a")
    (tmp_path / "c.py").write_text("X = 2\n")
    assert version("core.a") == before
    (tmp_path / "b.py").write_text("X = 2\n")
    assert version("core.a") != before


def test_machine_tells_cores_and_processor_only() -> None:
    import os
    import platform

    assert provenance.machine().endswith(f"{os.cpu_count()} cores")
    assert platform.node() not in provenance.machine()


def test_today_is_a_date() -> None:
    assert ast.literal_eval(provenance.today()[:4]) >= 2026 and len(provenance.today()) == 10
