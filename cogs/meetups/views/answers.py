"""Answering, preferring, seeing who comes, lists, the calendar."""

from __future__ import annotations

import io

import discord

from bot.screen.ui import Dynamic, Interaction, picked, show, turn
from cogs.meetups import cards
from cogs.meetups.models import USUAL_LEADS, Answer, MeetupGone, Occurrence, Rsvp
from cogs.meetups.views.parts import calendars, facts, in_words, organises, plans, rsvps, sees

PAGE_SIZE = 5


async def _answer_words(interaction: Interaction, occurrence: Occurrence, mine: Rsvp | None) -> str:
    place = 0
    if mine is not None and mine.waiting:
        # As it is now: a seat may have come free meanwhile.
        held = {rsvp.user_id: rsvp for rsvp in (await rsvps(interaction).attendance(occurrence.occurrence_id)).rsvps}
        mine = held.get(mine.user_id, mine)
        waiting = [user_id for user_id, rsvp in held.items() if rsvp.waiting]
        place = waiting.index(mine.user_id) + 1 if mine.user_id in waiting else 1
    return cards.answer_words(mine, place, interaction.client.speaker_for(interaction))


async def show_date(interaction: Interaction, occurrence_id: int) -> None:
    found = await facts(interaction).of_date(occurrence_id)
    if not sees(interaction, found.meetup):
        raise MeetupGone
    mine = (await rsvps(interaction).answers_of(interaction.user.id)).get(occurrence_id)
    words = await _answer_words(interaction, found.occurrence, mine)
    await turn(interaction, cards.date_card(found, interaction.client.speaker_for(interaction), mine=words))


async def show_list(interaction: Interaction, key: str, number: int, *, in_place: bool) -> None:
    """`key`: all, mine, or the number of a meetup."""
    found = [
        listed
        for listed in await facts(interaction).list_for(interaction.user.id, key)
        if sees(interaction, listed.meetup)
    ]
    pages = max(1, -(-len(found) // PAGE_SIZE))
    number = min(max(number, 0), pages - 1)
    page = found[number * PAGE_SIZE : (number + 1) * PAGE_SIZE]
    t = interaction.client.speaker_for(interaction)
    layout = cards.list_card(page, t, key=key, number=number, pages=pages)
    await (turn if in_place else show)(interaction, layout)


async def show_preferences(interaction: Interaction) -> None:
    held = await rsvps(interaction).preferences(interaction.user.id)
    await turn(interaction, cards.preferences_card(held, USUAL_LEADS, interaction.client.speaker_for(interaction)))


async def show_calendar(interaction: Interaction, occurrence_id: int) -> None:
    occurrence = await plans(interaction).get_occurrence(occurrence_id)
    meetup, t = await plans(interaction).get(occurrence.meetup_id), interaction.client.speaker_for(interaction)
    service, words = calendars(interaction), in_words(t, interaction.client.clock.now())
    files = {f"{t('meetups-file-one')}.ics": service.one(meetup, occurrence, words)}
    if meetup.recurs:
        files[f"{t('meetups-file-series')}.ics"] = await service.whole(meetup, words)
    layout = cards.calendar_card(
        list(files),
        t,
        google=service.google(meetup, occurrence, words),
        words=service.hours_in_words(occurrence, words),
    )
    attached = [discord.File(io.BytesIO(content), name) for name, content in files.items()]
    await show(interaction, layout, attached)


class _DateItem(Dynamic, template=r"never"):
    @property
    def occurrence_id(self) -> int:
        return int(self.ids["occurrence_id"])


class AnswerButton(_DateItem, template=r"meetups:(?P<answer>yes|maybe|no):(?P<occurrence_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        mine = await rsvps(interaction).answer(self.occurrence_id, interaction.user.id, Answer(self.ids["answer"]))
        occurrence = await plans(interaction).get_occurrence(self.occurrence_id)
        words = await _answer_words(interaction, occurrence, mine)
        await turn(interaction, cards.answered_card(occurrence, words, interaction.client.speaker_for(interaction)))


class WhoButton(_DateItem, template=r"meetups:who:(?P<occurrence_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        occurrence = await plans(interaction).get_occurrence(self.occurrence_id)
        meetup = await plans(interaction).get(occurrence.meetup_id)
        attendance = await rsvps(interaction).attendance(self.occurrence_id)
        hidden = frozenset[int]() if organises(interaction, meetup) else attendance.hidden - {interaction.user.id}
        t = interaction.client.speaker_for(interaction)
        await show(interaction, cards.who_card(occurrence, attendance.rsvps, hidden, t))


class OpenButton(_DateItem, template=r"meetups:open:(?P<occurrence_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        await show_date(interaction, self.occurrence_id)


class CalendarButton(_DateItem, template=r"meetups:calendar:(?P<occurrence_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        await show_calendar(interaction, self.occurrence_id)


class DatesButton(Dynamic, template=r"meetups:dates:(?P<meetup_id>\d+):0"):
    async def act(self, interaction: Interaction) -> None:
        await show_list(interaction, self.ids["meetup_id"], 0, in_place=False)


class PageButton(Dynamic, template=r"meetups:page:(?P<key>all|mine|\d+):(?P<number>-?\d+)"):
    async def act(self, interaction: Interaction) -> None:
        await show_list(interaction, self.ids["key"], int(self.ids["number"]), in_place=True)


class PreferencesButton(Dynamic, template=r"meetups:preferences:"):
    async def act(self, interaction: Interaction) -> None:
        await show_preferences(interaction)


class PreferButton(Dynamic, template=r"meetups:prefer:(?P<name>mentioned|by_dm|hidden):(?P<value>[01])"):
    async def act(self, interaction: Interaction) -> None:
        await rsvps(interaction).prefer(interaction.user.id, **{self.ids["name"]: self.ids["value"] == "1"})
        await show_preferences(interaction)


class LeadsSelect(Dynamic, template=r"meetups:leads:"):
    async def act(self, interaction: Interaction) -> None:
        leads = tuple(int(value) for value in picked(interaction))
        await rsvps(interaction).prefer(interaction.user.id, leads=leads)
        await show_preferences(interaction)


DYNAMICS: tuple[type[Dynamic], ...] = (
    AnswerButton,
    WhoButton,
    OpenButton,
    CalendarButton,
    DatesButton,
    PageButton,
    PreferencesButton,
    PreferButton,
    LeadsSelect,
)
