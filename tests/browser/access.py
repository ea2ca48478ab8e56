"""What axe-core calls serious, without what Streamlit draws itself and we cannot change."""

from __future__ import annotations

import re
from typing import Any

OPTIONS = {"resultTypes": ["violations"]}

# Streamlit's own markup: (rule, what its node looks like, why it stays).
STREAMLITS: tuple[tuple[str, str, str], ...] = (
    (
        "scrollable-region-focusable",
        r"katex-display",
        "st.latex lets a wide formula scroll and offers no way to reach it by keyboard; its text is there as MathML",
    ),
)


def serious(response: dict[str, Any]) -> list[str]:
    """Violations that keep somebody out, one a node."""
    return [
        f"{violation['id']} ({violation['impact']}): {' '.join(map(str, node['target']))}\n    {node['html'][:300]}"
        for violation in response["violations"]
        if violation["impact"] in ("serious", "critical")
        for node in violation["nodes"]
        if not any(
            rule == violation["id"] and re.search(appearance, f"{node['target']} {node['html']}")
            for rule, appearance, _ in STREAMLITS
        )
    ]
