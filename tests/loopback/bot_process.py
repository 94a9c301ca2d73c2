"""The real bot as its own process, told by the command line where Discord is; the product knows nothing of this."""

from __future__ import annotations

import sys

import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.__main__ import main


def go_to(api: str, gateway: str) -> None:
    """Both are class attributes that discord.py reads at each use."""
    Route.BASE = api
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(gateway)


if __name__ == "__main__":
    go_to(sys.argv[1], sys.argv[2])
    sys.exit(main(["run"]))
