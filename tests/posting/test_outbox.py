"""The outbox: an effect happens once, whatever breaks in between."""

from __future__ import annotations

from typing import Any

import pytest
import simcord

from bot.posting.outbox_storage import OutboxRow, OutboxStorage
from bot.posting.posts import Post, PostKind
from bot.posting.sending import nonce
from bot.screen.ui import Layout, button
from bot.screen.ui import row as button_row
from bot.storage.database import Transaction
from tests.world import World, said


class NotePost(PostKind):
    """A kind of post for these tests."""

    kind = "tests:note"

    def __init__(self) -> None:
        self.posted_ids: list[int] = []
        self.nothing_left = False
        self.role_id: int | None = None

    async def render(self, row: OutboxRow) -> Post | None:
        if self.nothing_left:
            return None
        number, role_id = row.ref["number"], self.role_id
        ping = f" <@&{role_id}> @everyone <@&{int(role_id) + 1}>" if role_id else ""
        layout = Layout(f"note {number}{ping}", button_row(button("x", f"tests:note:{number}")))
        return Post(layout, mentions_role=role_id, crossposts=True)

    async def posted(self, row: OutboxRow, message_id: int, transaction: Transaction) -> None:
        self.posted_ids.append(message_id)

    def mark(self, row: OutboxRow) -> str:
        return f"tests:note:{row.ref['number']}"


@pytest.fixture
def note(world: World) -> NotePost:
    note = NotePost()
    world.bot.outbox.register(note)
    return note


async def add(world: World, number: int, *, channel: simcord.ChannelHandle | None = None) -> None:
    async def work() -> None:
        async with world.bot.database.transaction() as transaction:
            await world.bot.outbox.add(
                transaction,
                key=f"note:{number}",
                kind=NotePost.kind,
                ref={"number": number},
                channel_id=(channel or world.channel).id,
            )
        world.bot.outbox.wake()

    await world.simulator.as_bot(work())


def notes(world: World) -> list[str]:
    return [said(message) for message in world.posts() if said(message).startswith("note")]


async def state(world: World, number: int) -> str:
    found = await world.bot.database.one("SELECT state FROM outbox WHERE key = ?", (f"note:{number}",))
    assert found is not None
    return str(found["state"])


async def test_posts_in_order_and_reports_each_message(world: World, note: NotePost) -> None:
    for number in range(3):
        await add(world, number)
    assert notes(world) == ["note 0", "note 1", "note 2"]
    assert note.posted_ids == [message.id for message in world.posts() if said(message).startswith("note")]


async def test_a_key_used_before_posts_nothing_more(world: World, note: NotePost) -> None:
    await add(world, 1)
    await add(world, 1)
    assert notes(world) == ["note 1"]


async def test_nothing_left_to_do_is_settled_without_a_message(world: World, note: NotePost) -> None:
    note.nothing_left = True
    await add(world, 1)
    assert (notes(world), await state(world, 1)) == ([], "sent")


@pytest.mark.parametrize("status", [429, 500, 503])
async def test_a_passing_refusal_is_tried_again_until_it_passes(world: World, note: NotePost, status: int) -> None:
    path = f"/channels/{world.channel.id}/messages"
    world.simulator.env.inject_error("POST", path, status=status, code=0, message="later", times=2)
    await add(world, 1)
    assert notes(world) == []
    await world.advance(minutes=5)
    assert notes(world) == ["note 1"]


async def test_a_network_that_fails_is_tried_again(world: World, note: NotePost) -> None:
    send, failures = world.bot.http.request, [OSError(), TimeoutError()]

    async def flaky(route: Any, **options: Any) -> Any:
        if "messages" in route.path and failures:
            raise failures.pop()
        return await send(route, **options)

    world.bot.http.request = flaky
    await add(world, 1)
    await world.advance(minutes=5)
    assert notes(world) == ["note 1"]


async def test_a_refused_channel_is_reported_to_the_moderators(world: World, note: NotePost) -> None:
    await world.bot.settings.change(moderators_channel_id=world.moderation.id)
    path = f"/channels/{world.channel.id}/messages"
    world.bot.outbox.register(CardLikePost())
    world.simulator.env.inject_error("POST", path, status=403, code=50013, message="Missing Permissions", times=1)
    await add_card(world)
    told = "\n".join(said(message) for message in world.posts(world.moderation))
    assert "Je n’ai pas pu publier un sondage" in told
    assert f"<#{world.channel.id}>" in told


async def test_a_post_half_sent_is_repeated_under_its_nonce_when_recent(world: World, note: NotePost) -> None:
    await leave_sending(world, 1)
    await world.simulator.as_bot(world.bot.outbox.resume())
    assert notes(world) == ["note 1"]


async def test_a_post_sent_long_ago_is_found_and_not_repeated(world: World, note: NotePost) -> None:
    await add(world, 1)
    await unsettle(world, 1)
    await world.advance(hours=1)
    await world.simulator.as_bot(world.bot.outbox.resume())
    assert notes(world) == ["note 1"]
    assert await state(world, 1) == "sent"


async def test_a_post_never_sent_is_sent_after_looking_for_it(world: World, note: NotePost) -> None:
    await leave_sending(world, 1)
    await world.advance(hours=1)
    await world.simulator.as_bot(world.bot.outbox.resume())
    assert notes(world) == ["note 1"]


@pytest.mark.errors_expected
async def test_a_post_that_cannot_be_drawn_stops_no_other_and_gives_up(world: World, note: NotePost) -> None:
    world.bot.outbox.register(BrokenPost())

    async def work() -> None:
        async with world.bot.database.transaction() as transaction:
            await world.bot.outbox.add(
                transaction, key="broken", kind="tests:broken", ref={}, channel_id=world.channel.id
            )

    await world.simulator.as_bot(work())
    await add(world, 1)
    assert notes(world) == ["note 1"]
    await world.advance(hours=3)
    found = await world.bot.database.one("SELECT state FROM outbox WHERE key = 'broken'")
    assert found is not None
    assert found["state"] == "failed"


def test_a_nonce_fits_discord_and_tells_keys_apart() -> None:
    assert len(nonce("polls:card:1")) == 25
    assert nonce("polls:card:1") != nonce("polls:card:2")


class CardLikePost(NotePost):
    kind = "polls:card"

    async def render(self, row: OutboxRow) -> Post | None:
        return Post(Layout("carte"))


class BrokenPost(NotePost):
    kind = "tests:broken"

    async def render(self, row: OutboxRow) -> Post | None:
        raise RuntimeError("cannot draw")


async def add_card(world: World) -> None:
    async def work() -> None:
        async with world.bot.database.transaction() as transaction:
            await world.bot.outbox.add(
                transaction, key="card", kind="polls:card", ref={"number": 9}, channel_id=world.channel.id
            )
        world.bot.outbox.wake()

    await world.simulator.as_bot(work())


async def leave_sending(world: World, number: int) -> None:
    """As a crash between the note of sending and the sending leaves it."""
    async with world.bot.database.transaction() as transaction:
        await world.bot.outbox.add(
            transaction,
            key=f"note:{number}",
            kind=NotePost.kind,
            ref={"number": number},
            channel_id=world.channel.id,
        )
    found = await world.bot.database.one("SELECT outbox_id FROM outbox WHERE key = ?", (f"note:{number}",))
    assert found is not None
    await OutboxStorage(world.bot.database).mark_sending(found["outbox_id"], world.simulator.now())


async def unsettle(world: World, number: int) -> None:
    """As a crash between Discord's answer and the note of it leaves it."""
    async with world.bot.database.transaction() as transaction:
        await transaction.execute(
            "UPDATE outbox SET state = 'sending', message_id = NULL WHERE key = ?", (f"note:{number}",)
        )


async def test_a_channel_out_of_memory_is_asked_for_before_it_is_called_gone(world: World, note: NotePost) -> None:
    world.bot.guild._channels.clear()  # pyright: ignore[reportPrivateUsage] - as after a new session
    await add(world, 1)
    assert notes(world) == ["note 1"]


async def test_an_answer_lost_long_ago_does_not_post_twice(world: World, note: NotePost) -> None:
    """The network went away between Discord's doing and our knowing, for longer than a nonce is remembered."""
    send = world.bot.http.request
    lost: list[bool] = []

    async def lossy(route: Any, **options: Any) -> Any:
        result = await send(route, **options)
        if route.method == "POST" and route.path.endswith("/messages") and not lost:
            lost.append(True)
            raise OSError
        return result

    world.bot.http.request = lossy
    await add(world, 1)
    async with world.bot.database.transaction() as transaction:
        await transaction.execute("UPDATE outbox SET due_at = '2026-11-24T12:00:00+00:00' WHERE key = 'note:1'")
    await world.advance(hours=5)
    assert lost
    assert notes(world) == ["note 1"]


async def test_moderators_can_try_again(world: World, note: NotePost) -> None:
    await world.bot.settings.change(moderators_channel_id=world.moderation.id)
    path = f"/channels/{world.channel.id}/messages"
    world.bot.outbox.register(CardLikePost())
    world.simulator.env.inject_error("POST", path, status=403, code=50013, message="Missing Permissions", times=1)
    await add_card(world)
    problem = world.posts(world.moderation)[-1]
    async with world.simulator.at_once():
        await world.moderator.click(problem, label="Réessayer")
        await world.moderator.click(problem, label="Réessayer")
    assert [said(post) for post in world.posts()].count("carte") == 1


@pytest.mark.errors_expected
async def test_a_database_that_refuses_for_a_while_stops_no_post(world: World, note: NotePost) -> None:
    await add(world, 1)
    storage = world.bot.outbox._storage  # pyright: ignore[reportPrivateUsage] - the accident
    mark, failures = storage.mark_sent, [OSError("disk")]

    async def failing(*values: Any) -> None:
        if failures:
            raise failures.pop()
        await mark(*values)

    storage.mark_sent = failing  # pyright: ignore[reportAttributeAccessIssue] - likewise
    await add(world, 2)
    await world.advance(hours=1)
    assert notes(world) == ["note 1", "note 2"]
    assert await state(world, 2) == "sent"


async def test_a_post_may_ping_the_role_it_was_given_and_no_other(world: World, note: NotePost) -> None:
    note.role_id = world.role.id
    await add(world, 1)
    (message,) = [message for message in world.posts() if said(message).startswith("note")]
    assert [role.id for role in message.role_mentions] == [world.role.id]


async def test_in_an_announcement_channel_it_is_published_to_followers_once(world: World, note: NotePost) -> None:
    news = world.guild.create_news_channel("annonces")
    await add(world, 1, channel=news)
    (message,) = world.posts(news)
    assert message.flags.is_crossposted  # the flag that simcord gives it
