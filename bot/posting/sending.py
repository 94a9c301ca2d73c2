"""How a post goes to Discord, and by what it is found there again."""

from __future__ import annotations

import logging
from hashlib import sha256
from typing import Any

import discord

from bot.posting.outbox_storage import OutboxRow
from bot.posting.posts import Post

log = logging.getLogger(__name__)

NONCE_LENGTH = 25
ALREADY_CROSSPOSTED = 40033
# Nothing in an archived thread can be edited.
THREAD_RESTS = 50083


def _may_ping(post: Post) -> discord.AllowedMentions:
    people = [discord.Object(user_id) for user_id in post.mentions]
    roles = [] if post.mentions_role is None else [discord.Object(post.mentions_role)]
    return discord.AllowedMentions(everyone=False, roles=roles or False, replied_user=False, users=people or False)


def nonce(key: str) -> str:
    return sha256(key.encode()).hexdigest()[:NONCE_LENGTH]


def signature(key: str) -> int:
    """The number of a message's first component, by which it is found again whatever its words have become since.

    A positive integer of 31 bits, beyond those that Discord gives by itself.
    """
    return int.from_bytes(sha256(f"signature:{key}".encode()).digest()[:4]) >> 1 | 1 << 20


def sign(layout: discord.ui.LayoutView, key: str) -> None:
    if layout.children:
        layout.children[0].id = signature(key)


async def send(channel: Any, row: OutboxRow, post: Post) -> int:
    reference = None
    if post.reply_to is not None:
        reference = discord.MessageReference(
            message_id=post.reply_to, channel_id=row.channel_id, fail_if_not_exists=False
        )
    options: dict[str, Any] = {"reference": reference} if reference else {}
    message = await channel.send(
        view=post.layout,
        files=post.files,
        nonce=nonce(row.key),
        allowed_mentions=_may_ping(post),
        **options,
    )
    return message.id


async def crosspost(channel: Any, message_id: int) -> None:
    """In an announcement channel only; done once however often it is tried, and never a reason to send again."""
    if getattr(channel, "type", None) is not discord.ChannelType.news:
        return
    try:
        await channel.get_partial_message(message_id).publish()
    except discord.HTTPException as error:
        if error.code != ALREADY_CROSSPOSTED:
            log.warning("an announcement could not be published to followers (%s)", error.code)


async def edit(channel: Any, post: Post) -> int | None:
    """An edit of a message that somebody deleted has nothing left to do."""
    assert post.edits is not None
    message = channel.get_partial_message(post.edits)
    try:
        await message.edit(view=post.layout, attachments=post.files)
    except discord.NotFound:
        return None
    except discord.HTTPException as error:
        if error.code != THREAD_RESTS:
            raise
        return await _edit_in_resting_thread(channel, message, post)
    return post.edits


async def _edit_in_resting_thread(thread: Any, message: discord.PartialMessage, post: Post) -> int | None:
    """It is woken for it, where it may be; where it may not, what stands there stays as it was."""
    if not isinstance(thread, discord.Thread) or thread.locked:
        return None
    try:
        await thread.edit(archived=False)
        for file in post.files:
            file.reset()
        await message.edit(view=post.layout, attachments=post.files)
    except (discord.Forbidden, discord.NotFound):
        return None
    except discord.HTTPException as error:
        if error.code != THREAD_RESTS:
            raise
        return None
    return message.id


def marks_of(message: discord.Message) -> set[str]:
    marks = {attachment.filename for attachment in message.attachments}
    pending: list[Any] = list(message.components)
    while pending:
        component = pending.pop()
        pending += [
            *getattr(component, "children", []),
            *filter(None, [getattr(component, "accessory", None)]),
        ]
        if custom_id := getattr(component, "custom_id", None):
            marks.add(custom_id)
    return marks
