"""The bot itself: opens and closes everything, names and loads the features, answers what nobody else answers."""

from __future__ import annotations

import asyncio
import logging
import re
import sqlite3
from contextlib import suppress
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import discord
from discord import app_commands
from discord.ext import commands

from bot import __version__
from bot.anonymity.ballot_box import BallotBoxes, Recovery
from bot.anonymity.crossing import Lots, draw_lots
from bot.clock import Clock
from bot.config import Config
from bot.errors import StartError, UserError
from bot.housekeeping import Housekeeping
from bot.posting.heartbeat import BEAT_EVERY
from bot.posting.notices import NoticePost, Notices
from bot.posting.notices_storage import NoticeStorage
from bot.posting.outbox import Outbox
from bot.posting.outbox_storage import OutboxStorage
from bot.posting.personal import CorePersonalData
from bot.posting.problems import ProblemPost, RetryButton
from bot.posting.safe_mode import SafeMode
from bot.registry import Erased, PersonalData, PersonalSettings, Registry, Resume
from bot.schedule.scheduler import Scheduler
from bot.screen.commands import FluentTranslator, describe_in_english, sync_commands
from bot.screen.errors import explain, guarded, tell
from bot.screen.i18n import Catalogue, Language, Speaker, as_language
from bot.screen.tree import CommunityTree, answer_command_error
from bot.screen.ui import Dynamic, Form, Interaction, typed_values
from bot.storage.backup import BEFORE_UPDATE, is_unfinished, make_backup
from bot.storage.database import Database, DatabaseUnavailable
from bot.storage.erasures import NAME as ERASURES
from bot.storage.erasures import Erasures
from bot.storage.files import KeptFiles
from bot.storage.folder import DataFolder
from bot.storage.migrate import list_migrations
from bot.storage.people import PeopleStorage
from bot.storage.settings import Settings
from bot.storage.soundness import version_of
from bot.storage.threads import Threads
from bot.text.search import SearchIndex
from bot.text.thesaurus import Thesaurus
from bot.web.fetch import Fetcher
from bot.web.policy import Policy

log = logging.getLogger(__name__)

# It never speaks; discord.py would say at each start that it cannot.
discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False

ROOT = Path(__file__).resolve().parent.parent
MIGRATIONS = ROOT / "migrations"
FEATURES = (
    "settings",
    "help",
    "privacy",
    "polls",
    "review",
    "surveys",
    "search",
    "library",
    "links",
    "meetups",
    "digests",
    "operation",
)
BEGIN_AGAIN = timedelta(seconds=30)
LAST_MINUTE = 8  # seconds for what is under way when the bot is told to stop
_UNDER_WAY = ("CommandTree-invoker", "discord-ui-", "discord.py: on_interaction")
SYNC_AGAIN = timedelta(minutes=5)


@cache
def load_catalogue() -> Catalogue:
    """Read once in a process: parsing takes half a second."""
    return Catalogue([ROOT / "bot/screen/locales", *(ROOT / "cogs" / feature / "locales" for feature in FEATURES)])


class CommunityAway(UserError):
    """Discord does not show the server just now."""

    def __init__(self) -> None:
        super().__init__("error-starting")


class CommunityBot(commands.Bot):
    """One process, one community. `prepare` before connecting, `close` at the end."""

    settings: Settings
    database: Database
    outbox: Outbox
    notices: Notices
    threads: Threads
    thesaurus: Thesaurus
    index: SearchIndex
    fetcher: Fetcher
    recovery: Recovery
    safe_mode: SafeMode
    housekeeping: Housekeeping

    def __init__(
        self,
        config: Config,
        *,
        clock: Clock,
        scheduler: Scheduler,
        web_policy: Policy | None = None,
        lots: Lots = draw_lots,
    ) -> None:
        """`web_policy`: what may be fetched, where a test or the demo plays the web; the public web by default.
        `lots`: which cross-tabulations are left out by lot; the demo leaves out none.
        """
        self._wished = discord.Intents(guilds=True, members=True, guild_scheduled_events=True)
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            intents=self._wished,
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
            tree_cls=CommunityTree,
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
        )
        self.config = config
        self.clock = clock
        self.scheduler = scheduler
        self.lots = lots
        self.registry = Registry()
        self.catalogue = load_catalogue()
        self.folder = DataFolder(config.data_dir)
        self.files = KeptFiles(self.folder.files)
        self.boxes = BallotBoxes(self.folder.ballots, config.secret_key)
        self.erasures = Erasures(self.folder.backups / ERASURES, config.secret_key)
        self._web_policy = web_policy
        self._forms: list[Form] = []
        self._templates: list[re.Pattern[str]] = []
        self._found_guild_id: int | None = None
        self._guild_id: int | None = None
        self._beginning = False
        self._prepared = False
        self._opened = False
        self._stopping = False
        self.finishes_restore = False
        self._is_connected = False
        self.started_at = clock.now()

    # Opening and closing

    async def prepare(self) -> None:
        """The folder, the database and the ballot boxes, before anything is said to Discord.

        Raises StartError, having touched nothing that is not ours to touch.
        """
        self.folder.claim()
        try:
            self._require_whole()
            await asyncio.to_thread(self._back_up_before_update)
            self.database = await Database.open(self.folder.database, MIGRATIONS)
            self._prepared = True
            self.settings = await Settings.load(self.database, timezone=self.config.timezone.key)
            self._wish_for_messages()
            self.recovery = await self.boxes.recover()
        except (OSError, sqlite3.Error) as error:
            await self._let_go()
            raise StartError(
                f"The folder {self.config.data_dir.absolute()} cannot be used ({error}). Nothing was changed: check "
                "its rights, the disk's free space, and `python -m bot check`."
            ) from error
        except BaseException:
            await self._let_go()
            raise
        self._report_refused_boxes()

    def _require_whole(self) -> None:
        """Raises StartError, for whoever is not finishing it, after a restore that was cut short."""
        if is_unfinished(self.folder) and not self.finishes_restore:
            raise StartError(
                "A restore was cut short: run it once more, with the same backup. Until then members who asked to be "
                "forgotten would be back."
            )

    def _back_up_before_update(self) -> None:
        """A newer bot changes the database at its first start: what was there before is kept aside."""
        version = version_of(self.folder.database)
        if 0 < version < len(list_migrations(MIGRATIONS)):
            prefix = f"{BEFORE_UPDATE}of-{version:04}-"
            backup = make_backup(self.folder, self.folder.backups, self.clock.now(), prefix=prefix)
            log.info("the database is about to be updated; it was backed up to %s", backup.path)

    async def look(self) -> None:
        """The database only, perhaps beside a running bot: nothing is claimed, no box is touched. Raises StartError."""
        if not self.folder.database.exists():
            raise StartError(f"There is no database in {self.config.data_dir.absolute()}: is DATA_DIR right?")
        if 0 < version_of(self.folder.database) < len(list_migrations(MIGRATIONS)):
            # Another process may be running on it, and nothing was backed up.
            raise StartError("The database waits for an update: start the bot once, with `python -m bot run`.")
        try:
            self.database = await Database.open(self.folder.database, MIGRATIONS)
            self._prepared = True
            self.settings = await Settings.load(self.database, timezone=self.config.timezone.key)
        except (OSError, sqlite3.Error) as error:
            await self._let_go()
            raise StartError(f"The folder {self.config.data_dir.absolute()} cannot be read ({error}).") from error
        except BaseException:
            await self._let_go()
            raise
        self.recovery = Recovery(frozenset(), frozenset())

    async def setup_hook(self) -> None:
        """Once, however often logging in is tried; nothing here asks Discord anything."""
        if self._opened:
            return
        if not self._prepared:
            await self.prepare()
        self.outbox = Outbox(
            self.database,
            self.clock,
            self.scheduler,
            find_channel=self.find_channel,
            moderators_channel_id=lambda: self.settings.community.moderators_channel_id,
        )
        self.outbox.register(ProblemPost(self))
        self.safe_mode = SafeMode(self.settings, self.outbox, self.clock)
        self.outbox.before_sending = self.safe_mode.look
        self.housekeeping = Housekeeping(
            self.database,
            self.folder,
            self.registry,
            self.settings,
            scheduler=self.scheduler,
            clock=self.clock,
            members=self._list_members,
            backs_up=self.config.daily_backup,
        )
        self.notices = Notices(self.database, self.clock, self.outbox)
        self.outbox.register(NoticePost(self, self.notices))
        self.threads = await Threads.load(self.database)
        self.thesaurus = await Thesaurus.load(self.database)
        self.index = SearchIndex(self.database, self.thesaurus, self.clock)
        self.fetcher = Fetcher(self._web_policy, contact=self.settings.community.web_contact, version=__version__)
        storages = NoticeStorage(self.database), OutboxStorage(self.database), PeopleStorage(self.database)
        self.registry.offer(PersonalData, CorePersonalData(*storages))
        self.registry.offer(PersonalSettings, PersonalSettings("core", ("dm_choices", "notices")))
        self.registry.offer(Resume, Resume("core", self.notices.resume))
        self.registry.offer(Erased, Erased("core", self.notices.resume))
        self.add_dynamics(RetryButton)
        self.scheduler.start()
        for feature in FEATURES:
            await self.load_extension(f"cogs.{feature}")
        self._require_personal_data()
        self.tree.error(answer_command_error)
        await self.tree.set_translator(FluentTranslator(self.catalogue))
        describe_in_english(self.tree, self.catalogue)
        self._opened = True

    async def close(self) -> None:
        """What is under way finishes first: acts begun, the post being sent, answers being written."""
        fetcher: Fetcher | None = getattr(self, "fetcher", None)  # not there when the start failed early
        if self._opened:
            self._opened = False
            self._stopping = True
            await _finish_what_is_under_way()
            await self.outbox.close()
            with suppress(DatabaseUnavailable):  # a full disk: closing goes on all the same
                await self._beat()
        self.scheduler.close()
        if not self.is_closed():
            await super().close()
        if fetcher is not None:
            await fetcher.close()
        await self._let_go()

    async def _let_go(self) -> None:
        if self._prepared:
            self._prepared = False
            await self.boxes.close()
            await self.database.close()
        self.folder.release()

    def _wish_for_messages(self) -> None:
        """What members write is asked of Discord only where a channel is watched for links."""
        if self.settings.community.watched_channel_ids:
            self._wished.guild_messages = self._wished.message_content = True
            log.info("channels are watched for links: Discord is asked to show what members write")

    @property
    def reads_messages(self) -> bool:
        """Whether this session asked for them."""
        return self._wished.message_content

    def _report_refused_boxes(self) -> None:
        for box_id in sorted(self.recovery.refused):
            log.error(
                "the ballot box %s is damaged, or was made with another SECRET_KEY; it was left as it is",
                self.folder.ballots / f"{box_id}.box",
            )

    def _require_personal_data(self) -> None:
        accounted = {offer.feature for offer in self.registry.all(PersonalData)}
        if missing := set(FEATURES) - accounted:
            raise StartError(f"These features do not say what they keep about people: {sorted(missing)}.")

    # The community

    @property
    def guild(self) -> discord.Guild:
        """The community's. Raises CommunityAway while Discord has none to show."""
        guild = self.get_guild(self._found_guild_id or 0)
        if guild is None:
            raise CommunityAway
        return guild

    async def whole_guild(self) -> discord.Guild:
        """With every member: Discord gives a large server's list in parts, and anew after each new session."""
        guild = self.guild
        if not guild.chunked:
            await guild.chunk()
        return guild

    async def find_channel(self, channel_id: int) -> Any:
        """From memory or else from Discord: an archived thread, or all after a new session, is not in memory.

        Raises discord.NotFound only when Discord says so.
        """
        channel = self.get_channel(channel_id) or await self.fetch_channel(channel_id)
        if isinstance(channel, discord.Thread):
            await self.threads.note(channel.id, channel.parent_id, is_private=channel.is_private())
        return channel

    async def on_ready(self) -> None:
        self._is_connected = True
        if self._guild_id is None:
            await self._begin()  # which beats by itself
        else:
            await self._beat()

    async def on_resumed(self) -> None:
        self._is_connected = True
        await self._beat()

    async def on_disconnect(self) -> None:
        self._is_connected = False

    async def _beat(self) -> None:
        """While Discord is there: that is how a silence is noticed."""
        if self._guild_id is None or not self._is_connected:
            return
        await self.safe_mode.beat()
        await self.safe_mode.announce()

    async def _beat_on(self) -> None:
        try:
            await self._beat()
        finally:
            self.scheduler.set_alarm("core:beat", self.clock.now() + BEAT_EVERY, self._beat_on)

    def _list_members(self) -> set[int] | None:
        """None while the list may not be whole."""
        guild = self.get_guild(self._found_guild_id or 0)
        return {member.id for member in guild.members} if guild is not None and guild.chunked else None

    async def on_guild_join(self, _guild: discord.Guild) -> None:
        await self._begin()

    async def on_guild_available(self, _guild: discord.Guild) -> None:
        if self.is_ready():
            await self._begin()

    async def _begin(self) -> None:
        """Once, as soon as the community is known; tried again until it has succeeded."""
        guild = self._find_community() if self._guild_id is None else None
        if guild is None or self._beginning:
            return
        self._beginning = True
        try:
            await self._begin_in(guild)
        except Exception as error:
            if self._stopping:
                log.info("told to stop while starting (%s)", type(error).__name__)
                return
            log.exception("the start could not be finished; next try in %d s", BEGIN_AGAIN.seconds)
            self.scheduler.set_alarm("core:begin", self.clock.now() + BEGIN_AGAIN, self._begin)
        finally:
            self._beginning = False

    async def _begin_in(self, guild: discord.Guild) -> None:
        if not guild.chunked:
            await guild.chunk()  # the electorate is read from the member list, so it must be whole
        self._found_guild_id = guild.id
        await self.safe_mode.begin()
        for resume in self.registry.all(Resume):
            await resume.run()
        for box_id in self.boxes.list_orphans():
            log.error("the ballot box %s belongs to nothing that is open; it is kept, and never used again", box_id)
        self._guild_id = guild.id
        log.info("serving the community with %d members", guild.member_count or 0)
        await self.safe_mode.announce()
        await self.housekeeping.resume()
        self.scheduler.set_alarm("core:beat", self.clock.now() + BEAT_EVERY, self._beat_on)
        await self.outbox.resume()
        await self._sync()

    async def _sync(self) -> None:
        if not await sync_commands(self):
            self.scheduler.set_alarm("core:sync", self.clock.now() + SYNC_AGAIN, self._sync)

    def _find_community(self) -> discord.Guild | None:
        if self.config.guild_id is not None:
            guild = self.get_guild(self.config.guild_id)
            if guild is None:
                log.error("the bot is not in the server of GUILD_ID: invite it (README, step 4)")
            return guild
        if len(self.guilds) == 1:
            return self.guilds[0]
        if not self.guilds:
            log.warning("the bot is in no server yet: invite it (README, step 4)")
            return None
        log.error("the bot is in %d servers: set GUILD_ID to the one it serves", len(self.guilds))
        return None

    async def serves(self, interaction: discord.Interaction[Any]) -> bool:
        """False, and said so: in another server, while starting, to who is no member of the community."""
        problem = await self._problem_with(interaction)
        if problem is not None:
            await _say(interaction, self.speaker_for(interaction)(problem))
        return problem is None

    async def _problem_with(self, interaction: discord.Interaction[Any]) -> str | None:
        if self._stopping:
            return "error-stopping"
        if interaction.guild_id is not None and interaction.guild_id != self._found_guild_id:
            # Two servers and no choice between them is the same as another server.
            starting = self._found_guild_id is None and self._find_community() is not None
            return "error-starting" if starting else "error-elsewhere"
        if self._guild_id is None:
            return "error-starting"
        if isinstance(interaction.user, discord.Member):
            return None
        known = (await self.whole_guild()).get_member(interaction.user.id)
        return None if known is not None else "error-not-a-member"

    # Languages

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.settings.community.timezone)

    @property
    def public_speaker(self) -> Speaker:
        return self.catalogue.speaker(as_language(self.settings.community.language), self.zone)

    def speaker_for(self, interaction: discord.Interaction[Any]) -> Speaker:
        """The community's language, or the member's own where the setting says so."""
        community = self.settings.community
        language: Language = as_language(community.language)
        if community.follow_member_language:
            language = as_language(str(interaction.locale), language)
        return self.catalogue.speaker(language, self.zone)

    # What is pressed and typed

    def add_dynamics(self, *items: type[Dynamic]) -> None:
        self.add_dynamic_items(*items)
        self._templates += [item.__discord_ui_compiled_template__ for item in items]

    def add_forms(self, *forms: Form) -> None:
        self._forms += forms

    async def on_interaction(self, interaction: Interaction) -> None:
        if interaction.type is discord.InteractionType.modal_submit:
            await guarded(interaction, self._answer_form)
        elif interaction.type is discord.InteractionType.component:
            custom_id = _custom_id(interaction)
            if not any(template.fullmatch(custom_id) for template in self._templates):
                await tell(interaction, self.speaker_for(interaction)("error-stale-button"))

    async def on_app_command_completion(self, interaction: Interaction, _command: object) -> None:
        await self.notices.tell(interaction)

    async def _answer_form(self, interaction: Interaction) -> None:
        """Whatever stops a form, what was typed in it is handed back."""
        custom_id, values = _custom_id(interaction), typed_values(interaction)
        for form in self._forms:
            if match := form.template.fullmatch(custom_id):
                try:
                    await form.submitted(interaction, match.groupdict(), values)
                except Exception as error:  # noqa: BLE001 - it becomes a sentence, with the text
                    await explain(interaction, error, typed=values)
                if not form.quiet:
                    await self.notices.tell(interaction)
                return
        await tell(interaction, self.speaker_for(interaction)("error-stale-form"), typed=values)


async def _finish_what_is_under_way() -> None:
    """The acts of members that discord.py has handed on, a few seconds long at most."""
    mine = asyncio.current_task()
    tasks = [task for task in asyncio.all_tasks() if task is not mine and task.get_name().startswith(_UNDER_WAY)]
    if tasks:
        await asyncio.wait(tasks, timeout=LAST_MINUTE)


async def _say(interaction: discord.Interaction[Any], text: str) -> None:
    if interaction.type is not discord.InteractionType.autocomplete:
        await tell(interaction, text)


def _custom_id(interaction: discord.Interaction[Any]) -> str:
    data: Any = interaction.data or {}
    return str(data.get("custom_id", ""))
