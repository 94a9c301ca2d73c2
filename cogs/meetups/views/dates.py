"""Looking for a date together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.schedule.when import describe_when, iso_local
from bot.screen.checks import require_can_post
from bot.screen.ui import Dynamic, Form, Interaction, conclude, picked, show, told_card, turn
from cogs.meetups import cards
from cogs.meetups.models import Answer, DatePoll, DatePollStatus, NotYourMeetup, Slot, Texts, best_first
from cogs.meetups.service import DatePollService, Preparation
from cogs.meetups.views.parts import drafts, moderates, require_may_plan


def _service(interaction: Interaction) -> DatePollService:
    return interaction.client.registry.service(DatePollService)


def _hours(interaction: Interaction, slots: Sequence[Slot]) -> list[str]:
    now, zone = interaction.client.clock.now(), interaction.client.zone
    language = interaction.client.speaker_for(interaction).language
    return [describe_when(slot.starts_at, now=now, zone=zone, language=language).partition(",")[0] for slot in slots]


def _require_author(interaction: Interaction, poll: DatePoll) -> None:
    if poll.author_id != interaction.user.id and not moderates(interaction):
        raise NotYourMeetup


class DatesForm(Form):
    template = re.compile(r"meetups:dates-form:(?P<channel_id>\d+):(?P<minutes>\d+)")

    async def submitted(self, interaction: Interaction, ids: dict[str, str], values: dict[str, str], /) -> None:
        require_may_plan(interaction)
        poll = await _service(interaction).prepare(
            interaction.user.id,
            int(ids["channel_id"]),
            title=values.get("title", ""),
            slots=values.get("slots", ""),
            minutes=int(ids["minutes"]),
        )
        slots = await _service(interaction).slots(poll.date_poll_id)
        await turn(interaction, cards.dates_preview_card(poll, slots, interaction.client.speaker_for(interaction)))


class _DatesItem(Dynamic, template=r"never"):
    async def poll(self, interaction: Interaction) -> DatePoll:
        return await _service(interaction).get(int(self.ids["date_poll_id"]))


class PublishDatesButton(_DatesItem, template=r"meetups:dates-publish:(?P<date_poll_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        poll, t = await self.poll(interaction), interaction.client.speaker_for(interaction)
        require_may_plan(interaction)
        _require_author(interaction, poll)
        require_can_post(interaction, poll.channel_id)
        await _service(interaction).publish(poll.date_poll_id)
        await conclude(interaction, told_card(t("meetups-dates-published", channel=f"<#{poll.channel_id}>")))


class AnswerDatesButton(_DatesItem, template=r"meetups:dates-answer:(?P<date_poll_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        poll = await self.poll(interaction)
        slots = await _service(interaction).slots(poll.date_poll_id)
        t, hours = interaction.client.speaker_for(interaction), _hours(interaction, slots)
        await show(interaction, cards.my_slots_card(poll, slots, interaction.user.id, t, hours=hours))


class SlotSelect(Dynamic, template=r"meetups:slot:(?P<slot_id>\d+)"):
    """Nothing is redrawn: the select already shows what was chosen."""

    async def act(self, interaction: Interaction) -> None:
        slot_id, answer = int(self.ids["slot_id"]), Answer(picked(interaction)[0])
        await _service(interaction).answer(slot_id, interaction.user.id, answer)
        await interaction.response.defer()


class CloseDatesButton(_DatesItem, template=r"meetups:dates-close:(?P<date_poll_id>\d+)"):
    """Asks first: nobody can answer any more. Again once it is closed: the best slots are still to be planned."""

    async def act(self, interaction: Interaction) -> None:
        poll = await self.poll(interaction)
        _require_author(interaction, poll)
        if poll.status is DatePollStatus.OPEN:
            await show(interaction, cards.close_dates_card(poll, interaction.client.speaker_for(interaction)))
            return
        await _show_best(interaction, poll)


class CloseDatesSurelyButton(_DatesItem, template=r"meetups:dates-close-now:(?P<date_poll_id>\d+)"):
    async def act(self, interaction: Interaction) -> None:
        poll = await self.poll(interaction)
        _require_author(interaction, poll)
        await _service(interaction).close(poll.date_poll_id)
        await _show_best(interaction, poll)


async def _show_best(interaction: Interaction, poll: DatePoll) -> None:
    ranked = best_first(await _service(interaction).slots(poll.date_poll_id))
    t, hours = interaction.client.speaker_for(interaction), _hours(interaction, ranked)
    await turn(interaction, cards.best_card(poll, ranked, t, hours=hours))


class PlanSlotButton(Dynamic, template=r"meetups:dates-plan:(?P<slot_id>\d+)"):
    """A meetup's form with the title and the date: the place is left to say."""

    async def act(self, interaction: Interaction) -> None:
        poll, slot = await _service(interaction).of_slot(int(self.ids["slot_id"]))
        require_may_plan(interaction)
        _require_author(interaction, poll)
        preparation = Preparation(
            author_id=interaction.user.id,
            channel_id=poll.channel_id,
            when=iso_local(slot.starts_at, interaction.client.zone),
            duration=f"{poll.minutes} min",
        )
        draft = await drafts(interaction).start(preparation, Texts(poll.title, "", ""))
        await interaction.response.send_modal(cards.draft_form(draft, interaction.client.speaker_for(interaction)))


DYNAMICS: tuple[type[Dynamic], ...] = (
    PublishDatesButton,
    AnswerDatesButton,
    SlotSelect,
    CloseDatesButton,
    CloseDatesSurelyButton,
    PlanSlotButton,
)
FORMS = (DatesForm(),)
