"""The notes of a meetup, on their way to the library."""

from __future__ import annotations

import re

from bot.registry import DraftIntake, SharedLinks
from bot.screen.ui import Dynamic, Form, Interaction, conclude
from cogs.meetups import cards
from cogs.meetups.models import Meetup, NotYourMeetup, Occurrence
from cogs.meetups.service import Notes
from cogs.meetups.views.parts import notes, organises, plans, rsvps


async def _require(interaction: Interaction, occurrence_id: int) -> tuple[Meetup, Occurrence]:
    """Whoever organises, of a date that is over too. Raises MeetupGone, NotYourMeetup."""
    occurrence = await plans(interaction).get_occurrence(occurrence_id)
    meetup = await plans(interaction).get(occurrence.meetup_id)
    if not organises(interaction, meetup):
        raise NotYourMeetup
    return meetup, occurrence


class NotesButton(Dynamic, template=r"meetups:notes:(?P<occurrence_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        meetup, occurrence = await _require(interaction, int(self.ids["occurrence_id"]))
        attendance = await rsvps(interaction).attendance(occurrence.occurrence_id)
        known = interaction.client.registry.service(SharedLinks)
        links = [(link.title, link.url) for link in await notes(interaction).list_links(known, meetup, occurrence)]
        t = interaction.client.speaker_for(interaction)
        await interaction.response.send_modal(cards.notes_form(occurrence, attendance.counts, links, t))


class NotesForm(Form):
    template = re.compile(r"meetups:noted:(?P<occurrence_id>\d+)")

    async def submitted(self, interaction: Interaction, ids: dict[str, str], values: dict[str, str], /) -> None:
        _, occurrence = await _require(interaction, int(ids["occurrence_id"]))
        typed = Notes(*(values.get(name, "") for name in ("title", "summary", "text", "attendance")))
        intake = interaction.client.registry.all(DraftIntake)[0]
        draft_id = await notes(interaction).give(intake, occurrence, interaction.user.id, typed)
        t = interaction.client.speaker_for(interaction)
        await conclude(interaction, cards.noted_card(draft_id, t))


DYNAMICS: tuple[type[Dynamic], ...] = (NotesButton,)
FORMS = (NotesForm(),)
