"""Calendar files, read back by icalendar and by vobject: the same times, over the changes of clocks of 2027."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from importlib import import_module
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest

from bot.offline import export_to, offline
from bot.schedule.calendar_file import LONGEST_LINK, CalendarEvent, google_link, write_calendar
from bot.schedule.series import Rule, Series, occurrences
from tests.flows.acts import answer
from tests.flows.meetup_acts import TITLE, cancel, card, change, plan
from tests.world import World, make_config

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
FIRST = datetime.fromisoformat("2027-03-11 18:30")
ZONES = ("Europe/Paris", "America/Martinique", "Pacific/Noumea", "America/Montreal")


def event(zone: ZoneInfo, rule: Rule = Rule.NONE, **changes: Any) -> CalendarEvent:
    series = Series(FIRST, zone, rule, date(2027, 12, 31))
    starts_at = FIRST.replace(tzinfo=zone).astimezone(UTC)
    values: dict[str, Any] = {
        "uid": "essai@tmnlab",
        "starts_at": starts_at,
        "ends_at": starts_at + timedelta(hours=2),
        "zone": zone,
        "title": "L’atelier ; des « lignes », rouges\\fin",
        "about": "Première ligne\nDeuxième, avec virgule ; et « guillemets »" + " très long" * 40,
        "place": "Théâtre d’Essai, 3 rue des Masques",
        "sequence": 4,
        "series": series if rule is not Rule.NONE else None,
    }
    return CalendarEvent(**(values | changes))


def by_icalendar(content: bytes) -> list[Any]:
    calendar: Any = icalendar.Calendar.from_ical(content)
    return list(calendar.walk("VEVENT"))


def by_vobject(content: bytes) -> list[Any]:
    untyped: Any = import_module("vobject")
    calendar = untyped.readOne(content.decode())
    return list(calendar.vevent_list)


@pytest.mark.parametrize("name", ZONES)
@pytest.mark.parametrize("rule", [Rule.WEEKLY, Rule.FORTNIGHTLY, Rule.MONTHLY])
def test_both_readers_find_the_times_of_the_series_over_a_whole_year(name: str, rule: Rule) -> None:
    zone = ZoneInfo(name)
    written = event(zone, rule)
    assert written.series is not None
    content = write_calendar("Essai", [written], now=NOW)
    ours = [found.starts_at for found in occurrences(written.series, after=NOW, limit=100)]
    (theirs,) = by_vobject(content)
    assert [moment.astimezone(UTC) for moment in theirs.rruleset] == ours
    (read,) = by_icalendar(content)
    assert read["DTSTART"].dt.astimezone(UTC) == written.starts_at
    assert read["RRULE"]["FREQ"] == ["MONTHLY" if rule is Rule.MONTHLY else "WEEKLY"]
    assert read["RRULE"]["UNTIL"][0].tzinfo is not None


def test_texts_times_and_sequence_come_back_as_they_were() -> None:
    written = event(ZoneInfo("Europe/Paris"))
    content = write_calendar("Essai", [written], now=NOW)
    (read,), (other,) = by_icalendar(content), by_vobject(content)
    assert str(read["SUMMARY"]) == other.summary.value == written.title
    assert str(read["DESCRIPTION"]) == other.description.value == written.about
    assert str(read["LOCATION"]) == other.location.value == written.place
    assert int(read["SEQUENCE"]) == int(other.sequence.value) == 4
    assert read["DTEND"].dt == other.dtend.value == written.ends_at
    assert str(read["STATUS"]) == "CONFIRMED"
    assert b"BEGIN:VTIMEZONE" in content
    assert b"\r\n" in content
    assert max(len(line) for line in content.split(b"\r\n")) <= 75


def test_a_google_link_fits_a_button_or_is_none() -> None:
    link = google_link(event(ZoneInfo("Europe/Paris"), about="x" * 600))
    assert link is not None
    assert len(link) <= LONGEST_LINK
    assert "20270311T173000Z" in link
    assert google_link(event(ZoneInfo("Europe/Paris"), title="é" * 100, place="à" * 300)) is None


async def files_of(world: World, occurrence: str = "") -> list[bytes]:
    shown = await world.members[0].click(card(world), label="Agenda")
    return [await attachment.read() for attachment in answer(shown).attachments]


async def test_the_files_on_the_card_follow_moves_and_cancellations(world: World) -> None:
    await plan(world, recurrence="weekly", duration="2h")
    one, whole = await files_of(world)
    (alone,) = by_icalendar(one)
    (series,) = by_icalendar(whole)
    assert str(series["UID"]) != str(alone["UID"])
    uid, sequence = str(series["UID"]), int(series["SEQUENCE"])
    assert "jeudi 3 décembre 2026 à 18:30 (Paris)" in str(alone["DESCRIPTION"])

    await change(world, when="vendredi 4 décembre 20h")
    await cancel(world, 2)
    await world.restart()
    await world.advance(seconds=10)
    _, whole = await files_of(world)
    master, moved, cancelled = by_icalendar(whole)
    assert str(master["UID"]) == str(moved["UID"]) == uid
    assert int(moved["SEQUENCE"]) > sequence
    assert f"{moved['RECURRENCE-ID'].dt:%d %H:%M}" == "03 18:30"
    assert f"{moved['DTSTART'].dt:%d %H:%M}" == "04 20:00"
    assert str(cancelled["STATUS"]) == "CANCELLED"
    assert f"{cancelled['RECURRENCE-ID'].dt:%d %H:%M}" == "10 18:30"
    assert [found.uid.value for found in by_vobject(whole)] == [uid] * 3


async def test_the_zones_of_the_settings_are_said_in_the_file(world: World) -> None:
    await world.simulator.as_bot(world.bot.settings.change(meetup_zones="America/Martinique,Pacific/Noumea"))
    await plan(world)
    (content,) = await files_of(world)
    (read,) = by_icalendar(content)
    assert "jeudi 3 décembre 2026 à 13:30 (Martinique)" in str(read["DESCRIPTION"])
    assert "vendredi 4 décembre 2026 à 04:30 (Noumea)" in str(read["DESCRIPTION"])


async def test_the_command_line_writes_every_meetup_in_one_file(world: World) -> None:
    from bot.registry import CalendarSource  # noqa: PLC0415 - only here

    await plan(world, recurrence="weekly")
    await plan(world, title="Une seule", when="5 décembre 10h")
    (source,) = world.bot.registry.all(CalendarSource)
    content = await world.simulator.as_bot(source.calendar())
    assert {str(found["SUMMARY"]) for found in by_icalendar(content)} == {TITLE, "Une seule"}


async def test_an_empty_community_has_an_empty_calendar_that_opens(data_dir: Path, tmp_path: Path) -> None:
    path = tmp_path / "calendar.ics"
    async with offline(make_config(data_dir), writing=True):
        pass
    assert await export_to(make_config(data_dir), path) == [f"Calendar: written to {path}."]
    assert by_icalendar(path.read_bytes()) == []
