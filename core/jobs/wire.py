"""What server and worker say to each other: tuples in the house format, length first, over a private pipe.

server → worker   ``("warm", module)``, ``("keep", folder)`` for the next run,
                  ``("run", function, data, config, arguments)``
worker → server   ``("begun",)``, ``("step", step)`` and so on, then one of ``("done", result, leaving)``,
                  ``("trouble", code, message, facts)``, ``("crash", traceback)``
"""

from __future__ import annotations

from io import RawIOBase
from typing import Any

from core import store

Packed = tuple[bytes, bytes]


def send(stream: RawIOBase, message: Packed) -> None:
    """Write one packed message. Raises OSError when the other side is gone."""
    for part in message:
        for piece in (len(part).to_bytes(8, "big"), part):
            rest = memoryview(piece)
            while rest:
                rest = rest[stream.write(rest) :]


def receive(stream: RawIOBase) -> Any:
    """Read one message. Raises EOFError when the other side is gone."""
    return store.unpack(_part(stream), _part(stream))


def _part(stream: RawIOBase) -> bytes:
    return _exactly(stream, int.from_bytes(_exactly(stream, 8), "big"))


def _exactly(stream: RawIOBase, size: int) -> bytes:
    read = bytearray()
    while len(read) < size:
        more = stream.read(size - len(read))
        if not more:
            raise EOFError
        read += more
    return bytes(read)
