"""Bytes of unknown origin, read as text or refused."""

from __future__ import annotations

import codecs

from core.errors import Trouble

_FAMILIAR = 0.9  # share of non-ASCII characters that GB2312 has, for bytes to pass as Chinese


def decode(name: str, data: bytes) -> tuple[str, str]:
    """The text and the encoding that gave it: UTF-8, UTF-16 with its mark, or gb18030 where that reads as Chinese.

    Almost any bytes are *valid* gb18030, so the result must also consist of common characters: a French
    file in Latin-1 is refused, not shown as rare hanzi.

    Raises:
        Trouble: ``file-binary``, ``file-encoding``.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ["utf-16"]
    elif b"\x00" in data:
        raise Trouble(
            "file-binary",
            f"{name} is not text: it holds zero bytes. Spreadsheets have to be saved as CSV first.",
            file=name,
        )
    else:
        encodings = ["utf-8-sig", "gb18030"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding != "gb18030" or _reads_as_chinese(text):
            return text, encoding.removesuffix("-sig")
    raise Trouble(
        "file-encoding",
        f"{name} is neither UTF-8 nor a Chinese encoding (GB18030, GBK). Save it as UTF-8 and try again.",
        file=name,
    )


def _reads_as_chinese(text: str) -> bool:
    beyond = [c for c in text if c > "\x7f"]
    familiar = "".join(beyond).encode("gb2312", errors="ignore")  # two bytes for each character it has
    return len(familiar) / 2 >= _FAMILIAR * len(beyond)
