"""``unshare -rn python -m tests.load.isolated PAGE QUERY``: a server and its visitor on a machine without a network.

Prints one JSON object: the network interfaces there are, and what the visitor saw.
"""

from __future__ import annotations

import asyncio
import fcntl
import json
import socket
import struct
import sys

from tests.browser.server import serving
from tests.load.client import visit

SIOCGIFFLAGS, SIOCSIFFLAGS, IFF_UP = 0x8913, 0x8914, 1  # linux/sockios.h, linux/if.h
NOWHERE = "http://127.0.0.1:9"  # the discard port: nothing answers
ENV = {
    **dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), NOWHERE),
    **dict.fromkeys(("no_proxy", "NO_PROXY"), "127.0.0.1"),
    "HF_HUB_OFFLINE": "0",  # nobody has told the app that there is no network
}


def raise_loopback() -> None:
    """A new network namespace has a loopback interface, but it is down."""
    with socket.socket() as any_socket:
        ask = struct.pack("16sh", b"lo", 0)
        _, flags = struct.unpack("16sh", fcntl.ioctl(any_socket, SIOCGIFFLAGS, ask))
        if not flags & IFF_UP:
            fcntl.ioctl(any_socket, SIOCSIFFLAGS, struct.pack("16sh", b"lo", flags | IFF_UP))


if __name__ == "__main__":
    raise_loopback()
    with serving(env=ENV) as server:
        seen = asyncio.run(visit(server.url, *sys.argv[1:]))
    interfaces = [name for _, name in socket.if_nameindex()]
    print(json.dumps({"interfaces": interfaces, "elements": seen.elements, "failures": seen.failures}))
