"""A classroom without internet: the real model still reads what is typed."""

from __future__ import annotations

import json
import subprocess
import sys

from tests.browser.server import ROOT

APART = ["unshare", "--map-root-user", "--net"]  # a network namespace of its own, with loopback only


def may_unshare() -> bool:
    try:
        return subprocess.run([*APART, "true"], capture_output=True).returncode == 0
    except FileNotFoundError:
        return False


def test_attention_needs_no_network():
    """In a namespace without network where the machine permits it; everywhere with proxies that nobody answers."""
    apart = APART if may_unshare() else []
    command = [*apart, sys.executable, "-m", "tests.load.isolated", "attention", "text=Nobody+here+is+online"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=240)
    assert done.returncode == 0, done.stderr[-3000:]
    seen = json.loads(done.stdout)
    assert not apart or seen["interfaces"] == ["lo"]
    assert seen["failures"] == []
    assert "bidi_component" in seen["elements"]
