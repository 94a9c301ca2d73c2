"""The command line: run · demo · check · health · secret · backup · restore · export · import · reindex."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from pathlib import Path

from dotenv import find_dotenv, load_dotenv

from bot.config import load_config, load_data_dir, new_secret
from bot.errors import ConfigError, StartError
from bot.logs import set_up_logging

FAILED = 2
OFFLINE = {"backup", "restore", "export", "import", "reindex"}


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m bot", description="The TMNlab bot.")
    actions = parser.add_subparsers(dest="action", required=True)
    actions.add_parser("run", help="the real bot, with the settings of .env")
    demo = actions.add_parser("demo", help="a simulated community in the browser; no account, no network")
    demo.add_argument("--port", type=int, default=8765)
    demo.add_argument("--no-browser", action="store_true", help="only print the address")
    actions.add_parser("check", help="verifies every setting without starting")
    actions.add_parser("health", help="one word and a code, for whatever watches over the bot")
    actions.add_parser("secret", help="prints a new SECRET_KEY")
    for name, words in (
        (
            "export",
            "writes library and links to a folder, or the meetups to a file that ends in .ics; the bot may be running",
        ),
        ("import", "reads such a folder, or what other tools wrote; the bot must be stopped"),
    ):
        actions.add_parser(name, help=words).add_argument("folder", type=Path)
    actions.add_parser("reindex", help="indexes everything for search again; the bot must be stopped")
    backup = actions.add_parser("backup", help="saves the database and the files; the bot may be running")
    backup.add_argument("folder", type=Path, nargs="?", help="where to; DATA_DIR/backups by default")
    restore = actions.add_parser("restore", help="puts a backup back, into an empty DATA_DIR; the bot must be stopped")
    restore.add_argument("backup", type=Path, help="one of the folders that `backup` made")
    chosen = parser.parse_args(arguments)
    try:
        return _act(chosen)
    except ConfigError as error:
        print(
            "The settings need attention:",
            *(f"  ✗ {problem}" for problem in error.problems),
            sep="\n",
            file=sys.stderr,
        )
        return FAILED
    except StartError as error:
        print(error, file=sys.stderr)
        return FAILED


def _act(chosen: argparse.Namespace) -> int:
    if chosen.action == "secret":
        print(f"SECRET_KEY={new_secret()}")
        return 0
    if chosen.action == "demo":
        from bot.demo.main import run_demo  # noqa: PLC0415 - the demo is loaded by nothing else

        return run_demo(port=chosen.port, open_browser=not chosen.no_browser)
    if chosen.action != "export":
        os.umask(0o077)  # what is written is nobody else's to read
    environment_file = find_dotenv(usecwd=True)
    try:
        load_dotenv(environment_file)
    except (OSError, UnicodeDecodeError) as error:
        raise StartError(f"{environment_file} cannot be read ({error}): give it to this user, as UTF-8.") from error
    if chosen.action == "check":
        from bot.checkup import check_everything  # noqa: PLC0415 - used by this command only

        return asyncio.run(check_everything(os.environ, Path(environment_file) if environment_file else None))
    if chosen.action == "health":
        from bot.health import check_health  # noqa: PLC0415 - used by this command only

        finding = check_health(load_data_dir(os.environ))
        print(finding)
        return 0 if finding.good else FAILED
    config = load_config(os.environ)
    set_up_logging(config.log_level)
    if chosen.action in OFFLINE:
        from bot.offline import back_up, export_to, import_from, reindex, restore_from  # noqa: PLC0415 - for these only

        work = {
            "backup": lambda: back_up(config, chosen.folder),
            "restore": lambda: restore_from(config, chosen.backup),
            "export": lambda: export_to(config, chosen.folder),
            "import": lambda: import_from(config, chosen.folder),
            "reindex": lambda: reindex(config),
        }[chosen.action]
        print(*asyncio.run(work()), sep="\n")
        return 0
    from bot.running import run  # noqa: PLC0415 - discord.py is needed by nothing before

    return asyncio.run(run(config))


if __name__ == "__main__":
    sys.exit(main())
