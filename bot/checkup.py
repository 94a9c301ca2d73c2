"""`python -m bot check`: everything that can be verified without starting, a line each."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import aiohttp
import discord

from bot import __version__
from bot.anonymity.filesystem import warn_about
from bot.client import MIGRATIONS
from bot.clock import Clock
from bot.config import Config, load_config
from bot.errors import ConfigError, StartError
from bot.health import Finding
from bot.posting.heartbeat import read_beat
from bot.posting.outbox_storage import OutboxStorage
from bot.registry import list_due
from bot.screen.checks import missing_permissions
from bot.storage.backup import list_backups
from bot.storage.folder import DataFolder
from bot.storage.migrate import list_migrations
from bot.storage.soundness import require_sound

LATEST_BACKUP = timedelta(days=3)
LATELY, MOST_FAILURES = timedelta(days=30), 5
LEAST_FREE_BYTES = 200 * 1024 * 1024
# What the bot does needs exactly these: see, write (in threads too), attach files, reply; for meetups, threads and
# events (Discord asks bots for the second since February 2026; it also lets them edit their own).
PERMISSIONS = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    attach_files=True,
    read_message_history=True,
    create_public_threads=True,
    create_events=True,
)


async def check_everything(environ: Mapping[str, str], environment_file: Path | None) -> int:
    """0 when all is well, 2 otherwise; prints as it goes."""
    failed = False
    async for finding in _findings(environ, environment_file):
        print(finding)  # noqa: T201 - a command's output
        failed |= not finding.good
    return 2 if failed else 0


async def _findings(environ: Mapping[str, str], environment_file: Path | None) -> AsyncIterator[Finding]:
    try:
        config = load_config(environ)
    except ConfigError as error:
        for problem in error.problems:
            yield Finding(good=False, text=problem)
        return
    yield Finding(good=True, text="the settings are complete and well formed")
    yield check_secret_place(config, environment_file)
    sound = True
    for finding in check_folder(config):
        sound &= finding.good
        yield finding
    places = Places()
    if sound and DataFolder(config.data_dir).database.exists():
        async for finding in _check_state(config, places):
            yield finding
    async for finding in _check_login(config, places):
        yield finding


@dataclass(slots=True)
class Places:
    """Where moderators chose that the bot posts, and where it reads."""

    posts: frozenset[int] = frozenset()
    watched: frozenset[int] = frozenset()


def check_secret_place(config: Config, environment_file: Path | None) -> Finding:
    if environment_file and config.data_dir.resolve() in environment_file.resolve().parents:
        return Finding(
            good=False,
            text=f"{environment_file} lies in DATA_DIR: move it out, a copy of that folder would hold SECRET_KEY",
        )
    if environment_file and stat.S_IMODE(environment_file.stat().st_mode) & 0o077:
        return Finding(
            good=False,
            text=f"{environment_file} can be read by others, and holds DISCORD_TOKEN and SECRET_KEY: chmod 600",
        )
    return Finding(good=True, text="SECRET_KEY lies outside DATA_DIR")


def check_folder(config: Config) -> list[Finding]:
    """Beside a running bot too: then the lock is taken, which is a good sign."""
    folder = DataFolder(config.data_dir)
    findings = [_check_rights(folder)]
    if not findings[0].good:
        return findings
    there = next(parent for parent in [folder.path.absolute(), *folder.path.absolute().parents] if parent.exists())
    free = shutil.disk_usage(there).free
    findings.append(
        Finding(
            good=free >= LEAST_FREE_BYTES,
            text=f"{free // 2**20} MiB free for DATA_DIR"
            + ("" if free >= LEAST_FREE_BYTES else ": make room, 200 MiB at least"),
        )
    )
    findings.append(_check_database(folder.database))
    findings.append(_check_backups(config, folder))
    warning = warn_about(folder.ballots)
    findings.append(Finding(good=warning is None, text=warning or "ballots can be overwritten in place here"))
    return findings


def _check_rights(folder: DataFolder) -> Finding:
    """Without making the folder: this command changes nothing."""
    if not folder.path.exists():
        parent = next(parent for parent in folder.path.absolute().parents if parent.exists())
        good = os.access(parent, os.W_OK)
        advice = "is made at the first start" if good else f"cannot be made: {parent} cannot be written"
        return Finding(good=good, text=f"{folder.path.absolute()} {advice}")
    try:
        folder.claim()
    except StartError as error:
        if folder.is_claimed():
            return Finding(good=True, text=f"the bot is running on {folder.path.absolute()}")
        return Finding(good=False, text=str(error))
    folder.release()
    return Finding(good=True, text=f"{folder.path.absolute()} can be written")


def _check_database(path: Path) -> Finding:
    if not path.exists():
        return Finding(good=True, text="no database yet: it is made at the first start")
    known = len(list_migrations(MIGRATIONS))
    try:
        require_sound(path, known)
    except StartError as error:
        return Finding(good=False, text=str(error))
    return Finding(good=True, text=f"the database is sound, and no newer than version {known}")


def _check_backups(config: Config, folder: DataFolder) -> Finding:
    if not config.daily_backup or not folder.database.exists():
        return Finding(good=True, text="no daily backup is asked for" if not config.daily_backup else "no backup yet")
    backups = list_backups(folder.backups)
    if not backups:
        return Finding(good=True, text="no backup yet: the first is made soon after the start")
    age = Clock().now() - backups[0][0]
    if age < timedelta(0):
        return Finding(good=False, text="the last backup is dated ahead of this machine's clock: is the clock right?")
    good = age < LATEST_BACKUP
    advice = "" if good else ": look for «backup» in the log, and at the disk's free space"
    return Finding(good=good, text=f"the last backup is {age.days * 24 + age.seconds // 3600} h old{advice}")


async def _check_state(config: Config, places: Places) -> AsyncIterator[Finding]:
    """How the bot was when it last wrote, perhaps just now."""
    from bot.offline import offline  # noqa: PLC0415 - loads every feature

    yield Finding(good=True, text=f"version {__version__}")
    folder, now = DataFolder(config.data_dir), Clock().now()
    beat = read_beat(folder.database)
    yield Finding(good=True, text=f"last sign of life: {_moment(beat)}" if beat else "no sign of life yet")
    yield Finding(good=True, text=f"the database takes {folder.database_bytes / 2**20:.1f} MiB")
    try:
        async with offline(config, writing=False) as bot:
            dues = await list_due(bot.registry, 1)
            failed = await OutboxStorage(bot.database).list_failed(now - LATELY, MOST_FAILURES)
            community = bot.settings.community
            places.posts, places.watched = community.channel_ids, frozenset(community.watched_channel_ids)
    except StartError as error:
        yield Finding(good=False, text=str(error))
        return
    for due in dues:
        yield Finding(good=True, text=f"next: {due.what.replace('-', ' ')}, “{due.title}”, {_moment(due.at)}")
    for kind, problem, channel_id in failed:
        yield Finding(
            good=False, text=f"a post was given up lately ({kind}, {problem}, channel {channel_id}): see /status"
        )


def _moment(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M} UTC"


async def _check_login(config: Config, places: Places) -> AsyncIterator[Finding]:
    client = discord.Client(intents=discord.Intents.none())
    try:
        async for finding in _ask_discord(client, config, places):
            yield finding
    except discord.LoginFailure:
        yield Finding(good=False, text="Discord refuses DISCORD_TOKEN: reset it in the developer portal")
    except (aiohttp.ClientError, discord.HTTPException, OSError) as error:
        yield Finding(good=False, text=f"Discord could not be reached ({type(error).__name__}): is the network there?")
    finally:
        await client.close()


async def _ask_discord(client: discord.Client, config: Config, places: Places) -> AsyncIterator[Finding]:
    await client.login(config.discord_token)
    application = await client.application_info()
    yield Finding(good=True, text=f"Discord knows the bot as {application.name}")
    flags = application.flags
    yield _check_intent("Server Members Intent", on=flags.gateway_guild_members or flags.gateway_guild_members_limited)
    if places.watched:
        on = flags.gateway_message_content or flags.gateway_message_content_limited
        yield _check_intent("Message Content Intent", on=on)
    link = discord.utils.oauth_url(application.id, permissions=PERMISSIONS, scopes=("bot", "applications.commands"))
    yield Finding(good=True, text=f"to invite it: {link}")
    async for finding in _check_server(client, config, places):
        yield finding


def _check_intent(name: str, *, on: bool) -> Finding:
    """As the developer portal calls it."""
    advice = "is on" if on else "is off: developer portal → Bot → Privileged Gateway Intents, switch it on"
    return Finding(good=on, text=f"“{name}” {advice}")


async def _check_server(client: discord.Client, config: Config, places: Places) -> AsyncIterator[Finding]:
    """Whether the bot is where it serves, and may post where moderators chose that it does."""
    ids = [guild.id async for guild in client.fetch_guilds(limit=None)]
    guild_id = config.guild_id or (ids[0] if len(ids) == 1 else None)
    if guild_id is None or guild_id not in ids:
        problem = "is not in the server of GUILD_ID" if config.guild_id else f"is in {len(ids)} servers"
        advice = "set GUILD_ID to the one it serves" if len(ids) > 1 and not config.guild_id else "invite it (README)"
        yield Finding(good=False, text=f"the bot {problem}: {advice}")
        return
    guild = await client.fetch_guild(guild_id)
    assert client.user is not None
    me, channels = await guild.fetch_member(client.user.id), {found.id: found for found in await guild.fetch_channels()}
    yield Finding(good=True, text=f"the bot is in the server “{guild.name}”")
    for channel_id in sorted(places.posts):
        yield _check_channel(channels.get(channel_id), me, channel_id)


def _check_channel(channel: discord.abc.GuildChannel | None, me: discord.Member, channel_id: int) -> Finding:
    if channel is None:
        return Finding(good=False, text=f"the channel {channel_id} is gone, or hidden: choose another, /settings open")
    missing = ", ".join(name.replace("_", " ") for name in missing_permissions(channel, me))
    advice = f"lacks: {missing}. Channel settings → Permissions → the bot's role" if missing else "can be posted in"
    return Finding(good=not missing, text=f"#{channel.name} {advice}")
