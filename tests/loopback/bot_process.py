"""The real bot as its own process, told by the command line where Discord is; the product knows nothing of this.

With a third argument, the machine knows Discord's name only while that file is there.
"""

from __future__ import annotations

import socket
import sys
from pathlib import Path
from typing import Any, cast

import aiohttp
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.__main__ import main


def go_to(api: str, gateway: str) -> None:
    """Both are class attributes that discord.py reads at each use."""
    Route.BASE = api
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(gateway)


def know_by(file: Path) -> None:
    """Every name is this machine, or nothing is; asked anew for each connection."""
    really = socket.getaddrinfo

    def look_up(_host: object, *rest: Any, **named: Any) -> Any:
        if not file.exists():
            raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")
        return really("127.0.0.1", *rest, **named)

    socket.getaddrinfo = look_up
    cast("Any", aiohttp.TCPConnector).__init__.__kwdefaults__["use_dns_cache"] = False


if __name__ == "__main__":
    go_to(sys.argv[1], sys.argv[2])
    if len(sys.argv) > 3:
        know_by(Path(sys.argv[3]))
    sys.exit(main(["run"]))
