"""Calendar files (RFC 5545) that Google, Apple, Outlook and Thunderbird import. The only importer of icalendar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from bot.schedule.series import Rule, Series, monthly_place
from bot.schedule.zone_rules import observances

# Discord's limit for the address of a button.
LONGEST_LINK = 512
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_REFRESH = timedelta(hours=6)
_YEARS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEvent:
    """`slot`: the naive local time it had in its series before it was moved; None for one that stands alone.

    `series`: where this is the series itself. `sequence` grows at each change, or calendars keep the old version.
    """

    uid: str
    starts_at: datetime
    ends_at: datetime
    zone: ZoneInfo
    title: str
    about: str
    place: str
    sequence: int
    cancelled: bool = False
    slot: datetime | None = None
    series: Series | None = None


def write_calendar(name: str, events: Sequence[CalendarEvent], *, now: datetime) -> bytes:
    """With the rules of every zone in it, so that no program has to guess them."""
    from icalendar import Calendar  # noqa: PLC0415 - heavy

    calendar: Any = Calendar()
    calendar.add("prodid", "-//TMNlab//meetups//FR")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", _REFRESH, parameters={"VALUE": "DURATION"})
    for zone in dict.fromkeys(event.zone for event in events):
        calendar.add_component(_zone(zone, min(event.starts_at for event in events if event.zone == zone)))
    for event in events:
        calendar.add_component(_component(event, now))
    return bytes(calendar.to_ical())


def google_link(event: CalendarEvent) -> str | None:
    """One date, in Google's calendar; without its description, or None, when the address grows too long."""
    moments = "/".join(f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}" for moment in (event.starts_at, event.ends_at))
    values = {"action": "TEMPLATE", "text": event.title, "dates": moments, "location": event.place}
    for extra in ({"details": event.about}, {}):
        link = "https://calendar.google.com/calendar/render?" + urlencode(values | extra)
        if len(link) <= LONGEST_LINK:
            return link
    return None


def _zone(zone: ZoneInfo, first: datetime) -> Any:
    """Ours: icalendar's own (7.3) puts each change an hour off, by the clock as it stands afterwards."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard  # noqa: PLC0415

    component: Any = Timezone()
    component.add("tzid", zone.key)
    for held in observances(zone, first=first, years=_YEARS):
        part: Any = TimezoneDaylight() if held.summer else TimezoneStandard()
        part.add("dtstart", held.begins[0])
        part.add("tzoffsetfrom", held.offset_from)
        part.add("tzoffsetto", held.offset_to)
        part.add("tzname", held.name)
        if held.rule is not None:
            byday = f"{held.rule.nth}{_WEEKDAYS[held.rule.weekday]}"
            part.add("rrule", {"freq": "yearly", "bymonth": held.rule.month, "byday": byday})
        for moment in held.begins[1:]:
            part.add("rdate", [moment])
        component.add_component(part)
    return component


def _component(event: CalendarEvent, now: datetime) -> Any:
    from icalendar import Event  # noqa: PLC0415

    component: Any = Event()
    component.add("uid", event.uid)
    component.add("dtstamp", now.astimezone(UTC))
    component.add("sequence", event.sequence)
    component.add("summary", event.title)
    component.add("description", event.about)
    component.add("location", event.place)
    component.add("status", "CANCELLED" if event.cancelled else "CONFIRMED")
    component.add("dtstart", event.starts_at.astimezone(event.zone))
    component.add("dtend", event.ends_at.astimezone(event.zone))
    if event.slot is not None:
        component.add("recurrence-id", event.slot.replace(tzinfo=event.zone))
    if event.series is not None and event.series.rule is not Rule.NONE:
        component.add("rrule", _rule(event.series))
    return component


def _rule(series: Series) -> dict[str, Any]:
    rule: dict[str, Any] = {"freq": "weekly"}
    if series.rule is Rule.FORTNIGHTLY:
        rule["interval"] = 2
    if series.rule is Rule.MONTHLY:
        place = monthly_place(series.start)
        rule = {"freq": "monthly", "byday": f"{place.nth}{_WEEKDAYS[place.weekday]}"}
    if series.until is not None:
        # UNTIL is in UTC where DTSTART has a zone (RFC 5545, 3.3.10).
        rule["until"] = datetime.combine(series.until, time(23, 59, 59), series.zone).astimezone(UTC)
    return rule
