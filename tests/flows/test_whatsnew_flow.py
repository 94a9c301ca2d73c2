"""What is new, for oneself: nothing is remembered but what one asks for."""

from __future__ import annotations

from tests.flows.acts import answer, open_poll, words
from tests.flows.digest_acts import prepare, publish_texts
from tests.flows.library_acts import publish
from tests.world import World


async def kept(world: World) -> tuple[int, int]:
    """(visits, follows)"""
    counts: list[int] = []
    for table in ("digest_visits", "digest_follows"):
        row = await world.simulator.as_bot(world.bot.database.one(f"SELECT count(*) AS n FROM {table}"))  # noqa: S608
        assert row is not None
        counts.append(row["n"])
    return counts[0], counts[1]


async def look(world: World, **options: int) -> str:
    shown = await world.members[0].slash(world.moderation, "whatsnew show", **options)
    return words(shown).replace("\u00a0", " ")


async def test_the_last_week_and_nothing_is_kept(world: World) -> None:
    await prepare(world)
    await publish_texts(world, 2)
    await world.advance(days=3)
    shown = await look(world)
    assert "Texte n° 1" in shown
    assert "Nouveau dans la bibliothèque" in shown
    assert "Texte" not in await look(world, days=2)
    assert await kept(world) == (0, 0)


async def test_since_the_last_look_for_whoever_wants_it_remembered_until_it_is_forgotten(world: World) -> None:
    await prepare(world)
    await publish_texts(world, 1)
    await world.advance(days=1)
    member = world.members[0]
    shown = await member.slash(world.channel, "whatsnew show")
    await world.restart()
    assert "C’est noté" in words(await member.click(answer(shown), label="Retenir ma dernière visite"))
    await publish_texts(world, 1, since=5)
    await world.advance(days=1)
    seen = await look(world)
    assert "Texte n° 5" in seen
    assert "Texte n° 0" not in seen
    await world.restart(crash=True)
    assert "Rien de nouveau" in await look(world)
    again = await member.slash(world.channel, "whatsnew show")
    await member.click(answer(again), label="Oublier ma dernière visite et mes thèmes")
    assert await kept(world) == (0, 0)


async def test_a_theme_narrows_it_and_can_be_left(world: World) -> None:
    await prepare(world)
    await publish(world, world.members[2], tags="lignes rouges", title="Nos lignes rouges")
    await publish(world, world.members[3], tags="billetterie", title="Billets et données")
    await world.advance(hours=1)
    member = world.members[0]
    assert "Vous suivez" in words(await member.slash(world.channel, "whatsnew follow", tag="lignes rouges"))
    seen = await look(world)
    assert "Nos lignes rouges" in seen
    assert "Billets" not in seen
    assert "ne suivez plus" in words(await member.slash(world.channel, "whatsnew follow", tag="ligne rouge"))
    assert "Billets" in await look(world)
    assert "Je ne connais pas" in words(await member.slash(world.channel, "whatsnew follow", tag="zzz"))


async def test_what_stands_in_a_channel_one_does_not_see_is_not_told(world: World) -> None:
    await prepare(world)
    await open_poll(world)
    await world.advance(hours=1)
    assert "Avez-vous utilisé une IA" in await look(world)
    await world.hide_channel()
    assert "Avez-vous utilisé une IA" not in await look(world)


async def test_more_than_one_message_holds_is_counted(world: World) -> None:
    await prepare(world)
    await publish_texts(world, 60)
    await world.advance(days=1)
    assert "Et encore" in await look(world)
