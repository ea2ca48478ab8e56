"""Numbers as people read them, in both languages."""

from __future__ import annotations

from app.i18n import Lang


def percent(share: float, lang: Lang) -> str:
    """``0.714`` as ``71 %`` in one piece, in Chinese ``71%``; what is there is never called 0, 99.6 not 100."""
    value, sign = 100 * float(share), "%" if lang == "zh" else "\u00a0%"
    if 0 < value < 0.05:
        return f"<0.1{sign}" if lang == "zh" else f"<\u00a00.1{sign}"
    return f"{value:.1f}{sign}" if value < 9.95 or 99.5 <= value < 99.95 else f"{value:.0f}{sign}"


def scientific(value: float, digits: int = 1) -> str:
    """``5.3e-15`` as ``5.3×10⁻¹⁵``, in prose and inside a formula."""
    if value == 0:
        return "0"
    mantissa, exponent = f"{value:.{digits}e}".split("e")
    return f"{mantissa}×10{str(int(exponent)).translate(_RAISED)}"


_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
