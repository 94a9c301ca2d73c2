"""Meetups planned, answered, remembered, changed and cancelled, acted in French, with restarts in the middle."""

from __future__ import annotations

from bot.registry import PersonalData
from tests.flows.acts import answer, words
from tests.flows.meetup_acts import (
    ABOUT,
    PLACE,
    TITLE,
    cancel,
    card,
    change,
    edit,
    events,
    plan,
    prefer,
    prepare,
    say,
    starts,
    thread,
)
from tests.world import World, custom_ids, said


async def test_a_meetup_is_planned_read_over_and_published_with_thread_and_event(world: World) -> None:
    preview = await prepare(world, duration="2h")
    assert "Rien n’est encore publié" in words(preview)
    assert "<t:1796319000:F> · 2 h" in words(preview)
    assert not world.posts_with("meetups:dates:1:0")
    await world.moderator.click(answer(preview), label="Publier")
    shown = card(world)
    assert TITLE in said(shown)
    assert ABOUT in said(shown)
    assert PLACE in said(shown)
    assert thread(world, shown).name == TITLE
    (event,) = events(world)
    assert (event.name, event.location) == (TITLE, PLACE)
    assert event.description == f"{ABOUT}\n\ntmnlab:1"
    assert starts(world) == ["03/12 18:30"]


async def test_a_monthly_one_has_its_dates_over_eight_weeks_and_shows_the_next_six(world: World) -> None:
    preview = await prepare(world, when="jeudi 10 décembre 18h30", recurrence="monthly")
    assert "chaque mois, le 2 jeudi" in words(preview).replace("2e", "2")
    assert words(preview).count("- <t:") == 6
    await world.moderator.click(answer(preview), label="Publier")
    assert starts(world) == ["10/12 18:30", "14/01 18:30"]
    await world.advance(days=30)
    assert starts(world)[-2:] == ["14/01 18:30", "11/02 18:30"]
    assert "<t:1799947800:F>" in said(card(world))


async def test_a_draft_survives_a_restart_and_what_is_wrong_is_handed_back(world: World) -> None:
    wrong = await prepare(world, place="")
    assert "Il manque le lieu" in words(wrong)
    await world.restart()
    form = await world.moderator.click(answer(wrong), label="Corriger")
    preview = await world.moderator.submit_modal(form, {"title": TITLE, "about": ABOUT, "place": PLACE})
    await world.restart(crash=True)
    await world.moderator.click(answer(preview), label="Publier")
    assert TITLE in said(card(world))
    assert len(events(world)) == 1


async def test_answers_are_counted_on_the_card_at_most_every_ten_seconds(world: World) -> None:
    shown = await plan(world)
    assert "vous venez" in words(await say(world.members[0], shown, "Oui"))
    assert "1 oui · 0 peut-être" in said(card(world))
    await say(world.members[1], shown, "Oui")
    await say(world.members[2], shown, "Peut-être")
    assert "1 oui · 0 peut-être" in said(card(world))
    await world.advance(seconds=10)
    assert "2 oui · 1 peut-être" in said(card(world))
    await say(world.members[3], shown, "Oui")
    await world.restart(crash=True)
    assert "3 oui · 1 peut-être" in said(card(world))
    await say(world.members[0], shown, "Non")
    await world.advance(seconds=10)
    assert "2 oui · 1 peut-être" in said(card(world))


async def test_the_first_who_waits_gets_the_place_and_is_told(world: World) -> None:
    shown = await plan(world, capacity=2)
    first, second, third, fourth = world.members[:4]
    for member in (first, second):
        await say(member, shown, "Oui")
    assert "la place 1 sur la liste d’attente" in words(await say(third, shown, "Oui"))
    assert "la place 2 sur la liste d’attente" in words(await say(fourth, shown, "Oui"))
    await world.restart(hours=1)
    await say(first, shown, "Non")
    await world.advance(seconds=10)
    assert "2 oui · 0 peut-être · 1 en liste d’attente · complet" in said(card(world))
    told = await third.slash(world.channel, "help")
    assert "Une place s’est libérée" in said(told.followups[0].message)
    assert not (await fourth.slash(world.channel, "help")).followups
    assert "la place 1 sur la liste d’attente" in words(
        await fourth.click(answer(await fourth.slash(world.channel, "meetup mine")), custom_id="meetups:open:1")
    )


async def test_reminders_come_a_day_and_a_quarter_of_an_hour_before_and_mention_who_asked(world: World) -> None:
    shown = await plan(world)
    asked, silent, gone = world.members[:3]
    for member in (asked, silent, gone):
        await say(member, shown, "Oui")
    await prefer(world, asked, "Me mentionner dans le fil")
    await prefer(world, gone, "Me mentionner dans le fil")
    await say(gone, shown, "Non")
    await world.advance(days=8)
    await world.restart()
    assert world.posts(thread(world, shown)) == []
    await world.advance(hours=9)  # 19:00 the evening before
    (reminder,) = world.posts(thread(world, shown))
    assert "<t:1796319000:R>" in said(reminder)
    assert f"<@{asked.id}>" in said(reminder)
    assert f"<@{silent.id}>" not in said(reminder)
    assert f"<@{gone.id}>" not in said(reminder)
    assert [user.id for user in reminder.mentions] == [asked.id]
    await world.restart(crash=True)
    await world.advance(hours=24)
    assert len(world.posts(thread(world, shown))) == 2


async def test_a_private_reminder_comes_to_whoever_pressed_the_button_at_their_own_moment(world: World) -> None:
    shown = await plan(world)
    member, other = world.members[:2]
    for person in (member, other):
        await say(person, shown, "Oui")
    await prefer(world, member, "Me rappeler en message privé")
    preferences = await member.click(card(world), label="Me rappeler")
    await member.select(answer(preferences), ["60"])
    await world.advance(days=9, hours=7, minutes=25)
    assert list(member.user.dm_channel.history()) == []
    await world.advance(minutes=10)
    (told,) = member.user.dm_channel.history()
    assert "Rappel" in said(told)
    assert list(other.user.dm_channel.history()) == []


async def test_late_by_a_downtime_the_day_before_goes_with_two_hours_left_and_the_quarter_not_after_the_start(
    world: World,
) -> None:
    shown = await plan(world)
    await world.restart(days=9, hours=6)  # 16:00 on the day: two hours and a half are left
    assert len(world.posts(thread(world, shown))) == 1
    await world.restart(hours=3)  # 19:00: it has begun
    assert len(world.posts(thread(world, shown))) == 1


async def test_with_less_than_two_hours_left_only_the_nearest_reminder_goes(world: World) -> None:
    shown = await plan(world)
    await world.restart(days=9, hours=8, minutes=20)  # 18:20
    assert len(world.posts(thread(world, shown))) == 1


async def test_one_date_is_moved_and_those_who_answered_are_told_once_with_old_and_new(world: World) -> None:
    shown = await plan(world, recurrence="weekly")
    member = world.members[0]
    await say(member, shown, "Oui")
    before = [event.id for event in events(world)]
    assert "C’est modifié" in words(await change(world, when="vendredi 4 décembre 19h"))
    await world.restart(crash=True)
    assert starts(world)[:2] == ["04/12 19:00", "10/12 18:30"]
    assert [event.id for event in events(world)] == before
    (told,) = world.posts(thread(world, shown))
    assert "~~<t:1796319000:F>" in said(told)
    assert "→ <t:1796407200:F>" in said(told)
    occasion = await member.slash(world.channel, "help")
    assert len(occasion.followups) == 1
    assert "**Changement**" in said(occasion.followups[0].message)
    assert not (await member.slash(world.channel, "help")).followups
    # The reminders are those of the new time.
    await world.advance(days=9, hours=5)
    assert len(world.posts(thread(world, shown))) == 1
    await world.advance(hours=4, minutes=30)
    assert len(world.posts(thread(world, shown))) == 2


async def test_a_series_is_moved_from_one_date_on_and_told_once(world: World) -> None:
    shown = await plan(world, recurrence="weekly")
    member = world.members[0]
    await say(member, shown, "Oui")
    await change(world, 2, scope="following", when="mercredi 9 décembre 20h", title="Les mercredis")
    assert starts(world)[:4] == ["03/12 18:30", "09/12 20:00", "16/12 20:00", "23/12 20:00"]
    assert [event.name for event in events(world)][:2] == [TITLE, "Les mercredis"]
    assert len(world.posts(thread(world, shown))) == 1
    # Nothing they answered is concerned.
    assert not (await member.slash(world.channel, "help")).followups
    await world.advance(days=21)
    assert starts(world)[-1].endswith("20:00")


async def test_the_whole_series_gets_another_hour_over_the_change_of_time(world: World) -> None:
    await plan(world, when="jeudi 18 mars 2027 18h30", recurrence="weekly")
    assert starts(world) == []
    await world.restart(days=90)
    assert starts(world)[:3] == ["18/03 18:30", "25/03 18:30", "01/04 18:30"]
    await change(world, scope="series", when="jeudi 18 mars 2027 19h")
    assert starts(world)[:3] == ["18/03 19:00", "25/03 19:00", "01/04 19:00"]


async def test_a_series_gets_another_hour_and_each_date_keeps_its_week_and_its_answers(world: World) -> None:
    shown = await plan(world, recurrence="weekly")
    await cancel(world, 2)
    await world.members[0].slash(world.channel, "meetup list")
    await say(world.members[0], shown, "Oui")
    await change(world, scope="series", when="jeudi 3 décembre 19h")
    assert starts(world)[:4] == ["03/12 19:00", "17/12 19:00", "24/12 19:00", "31/12 19:00"]
    await change(world, scope="series", duration="2h")
    await world.advance(days=3)
    assert starts(world)[:4] == ["03/12 19:00", "17/12 19:00", "24/12 19:00", "31/12 19:00"]
    assert not [start for start in starts(world) if start.startswith("10/12")]


async def test_a_date_under_way_stays_where_it_is_when_its_series_moves(world: World) -> None:
    shown = await plan(world, recurrence="weekly")
    await say(world.members[0], shown, "Oui")
    await world.advance(days=9, hours=9)  # 19:00 on 3 December
    await change(world, 2, scope="series", when="jeudi 10 décembre 18h45")
    assert starts(world)[:3] == ["03/12 18:30", "10/12 18:45", "17/12 18:45"]


async def test_a_monthly_series_keeps_its_months(world: World) -> None:
    await plan(world, recurrence="monthly")
    await world.advance(seconds=1)
    before = starts(world)
    assert before == ["03/12 18:30", "07/01 18:30"]
    await change(world, scope="series", when="vendredi 11 décembre 20h")
    assert starts(world) == ["11/12 20:00", "08/01 20:00"]


async def test_cancelled_dates_leave_the_series_and_the_card_shows_the_next(world: World) -> None:
    shown = await plan(world, recurrence="weekly")
    await say(world.members[0], shown, "Peut-être")
    assert "C’est annulé" in words(await cancel(world))
    await world.restart(crash=True)
    assert starts(world)[0] == "10/12 18:30"
    assert "<t:1796923800:F>" in said(card(world))
    occasion = await world.members[0].slash(world.channel, "help")
    assert "**Annulation**" in said(occasion.followups[0].message)
    await cancel(world, 2, scope="series")
    await world.advance(seconds=10)
    assert events(world) == []
    assert "Annulée" in said(card(world))
    assert not [custom_id for custom_id in custom_ids(card(world)) if custom_id.startswith("meetups:yes")]
    await world.advance(days=30)
    assert events(world) == []
    assert len(world.posts(thread(world, shown))) == 2


async def test_the_list_and_ones_own_meetups(world: World) -> None:
    for number in range(7):
        await plan(world, title=f"Rencontre {number}", when=f"{number + 1} décembre 18h")
    member = world.members[0]
    listed = await member.slash(world.channel, "meetup list")
    assert words(listed).count("**Rencontre") == 5
    second = await member.click(answer(listed), label="Suivants")
    assert words(second).count("**Rencontre") == 2
    opened = await member.click(answer(second), custom_id="meetups:open:7")
    await member.click(answer(opened), label="Oui")
    await world.restart()
    mine = await member.slash(world.channel, "meetup mine")
    assert "Rencontre 6" in words(mine)
    assert "vous venez" in words(mine)
    assert "Rencontre 5" not in words(mine)


async def test_names_are_shown_and_a_hidden_one_to_organisers_only(world: World) -> None:
    shown = await plan(world)
    seen, hidden, reader = world.members[:3]
    for member in (seen, hidden):
        await say(member, shown, "Oui")
    await prefer(world, hidden, "Ne montrer mon nom qu’aux organisateur·rices")
    who = words(await reader.click(card(world), label="Qui vient\u202f?"))
    assert f"<@{seen.id}>" in who
    assert f"<@{hidden.id}>" not in who
    assert "une personne dont le nom n’est pas affiché" in who
    assert f"<@{hidden.id}>" in words(await world.moderator.click(card(world), label="Qui vient\u202f?"))
    for member in (seen, hidden):
        await prefer(world, member, "Me mentionner dans le fil")
    await world.advance(days=9, hours=5)
    told = "".join(said(message) for message in world.posts(thread(world, shown)))
    assert f"<@{seen.id}>" in told
    assert f"<@{hidden.id}>" not in told


async def test_both_changes_of_clocks_of_2027_leave_the_hour_where_it_was(world: World) -> None:
    await plan(world, when="jeudi 28 octobre 2027 18h30", recurrence="weekly", duration="2h")
    await world.restart(days=320)
    assert starts(world)[:4] == ["28/10 18:30", "04/11 18:30", "11/11 18:30", "18/11 18:30"]
    assert "on change d’heure le <t:1824944400:D>" in said(card(world))
    await world.advance(days=14)
    assert starts(world)[-1].endswith("18:30")
    shown = card(world)
    await say(world.members[0], shown, "Oui")
    reminders = len([message for message in world.posts(thread(world, shown)) if "Rappel" in said(message)])
    await world.advance(days=28)
    assert len([message for message in world.posts(thread(world, shown)) if "Rappel" in said(message)]) > reminders


async def test_whoever_asks_to_be_forgotten_leaves_no_trace_in_meetups(world: World) -> None:
    shown = await plan(world, capacity=1, recurrence="weekly")
    gone, stays = world.members[:2]
    await say(gone, shown, "Oui")
    await say(stays, shown, "Oui")
    await prefer(world, gone, "Me rappeler en message privé")
    await change(world, when="vendredi 4 décembre 19h")  # a word waits for them
    offers = world.bot.registry.all(PersonalData)
    kept = [entry for offer in offers for entry in await offer.export(gone.id)]
    assert {"answer to a meetup", "preferences for meetups"} <= {entry.get("kept") for entry in kept}

    async def erase() -> None:
        async with world.bot.database.transaction() as transaction:
            for offer in offers:
                await offer.erase(gone.id, transaction)
        await world.bot.database.forget_deleted()

    await world.simulator.as_bot(erase())
    await world.advance(seconds=10)
    assert "1 oui · 0 peut-être · complet" in said(card(world))  # the place went to whoever waited
    for path in world.data_dir.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert str(gone.id).encode() not in content, path
            assert gone.id.to_bytes(8, "big") not in content, path


async def test_a_month_s_second_thursday_becomes_its_second_wednesday(world: World) -> None:
    await plan(world, when="jeudi 10 décembre 18h30", recurrence="monthly")
    preview = await edit(world, scope="series", when="mercredi 9 décembre 20h")
    assert words(preview).count("- <t:") == 6
    await world.moderator.click(answer(preview), label="Appliquer")
    await world.advance(days=30)
    assert starts(world) == ["09/12 20:00", "13/01 20:00", "10/02 20:00"]
    assert "chaque mois, le 2e mercredi" in said(card(world))


async def test_a_limit_is_lifted_and_whoever_waited_comes(world: World) -> None:
    shown = await plan(world, capacity=1)
    for member in world.members[:3]:
        await say(member, shown, "Oui")
    await change(world, capacity=0)
    await world.advance(seconds=10)
    assert "3 oui · 0 peut-être" in said(card(world))
    assert "liste d’attente" not in said(card(world))


async def test_after_a_downtime_an_hour_s_reminder_is_not_lost_to_one_nobody_wants(world: World) -> None:
    shown = await plan(world, reminders="hour")
    await world.restart(days=9, hours=8, minutes=20)  # 18:20
    assert len(world.posts(thread(world, shown))) == 1


async def test_a_change_of_words_alone_does_not_undo_a_reminder_on_its_way(world: World) -> None:
    shown = await plan(world)
    path = f"/channels/{shown.id}/messages"
    world.simulator.env.inject_error("POST", path, status=503, code=0, message="later", times=1)
    await world.advance(days=8, hours=8, minutes=30, seconds=1)
    await change(world, title="Un autre titre")
    await world.advance(minutes=5)
    assert len([message for message in world.posts(thread(world, shown)) if "Rappel" in said(message)]) == 1
