"""The rules of links that need neither Discord nor a database."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.web.failures import Reason
from cogs.links.models import Checkup, Health, find_addresses
from cogs.links.models.health import EVERY, WHEN_FAILING, failed, passed

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
REASONS = st.sampled_from([reason for reason in Reason if reason is not Reason.BLOCKED])


def fail(before: Checkup, now: datetime, reason: str = "timeout", status: int | None = None) -> Checkup:
    return failed(before, now, 1, reason=reason, status=status, is_read=True)


@given(reasons=st.lists(st.tuples(REASONS, st.integers(1, 400)), min_size=1, max_size=30))
def test_nothing_is_dead_before_two_weeks_of_failures(reasons: list[tuple[Reason, int]]) -> None:
    checkup, now = Checkup(), NOW
    for reason, hours in reasons:
        checkup = fail(checkup, now, reason.value)
        assert checkup.failing_since == NOW
        if now - NOW < timedelta(days=14):
            assert checkup.health is Health.FAILING
        elif checkup.failures >= 3:
            assert checkup.health is Health.DEAD
        now += timedelta(hours=hours)


def test_two_failures_over_a_month_are_not_enough_unless_the_name_is_gone() -> None:
    once = fail(Checkup(), NOW)
    assert fail(once, NOW + timedelta(days=30)).health is Health.FAILING
    nameless = fail(Checkup(), NOW, "dns")
    assert fail(nameless, NOW + timedelta(days=14), "dns").health is Health.DEAD
    assert fail(nameless, NOW + timedelta(days=14), "tls").health is Health.FAILING


def test_gone_is_dead_at_once_and_not_found_is_not() -> None:
    assert fail(Checkup(), NOW, "gone", 410).health is Health.DEAD
    assert fail(Checkup(), NOW, "gone", 404).health is Health.FAILING


@given(failures=st.integers(0, 10), days=st.integers(0, 100))
def test_blocked_is_not_dead_and_counts_as_no_failure(failures: int, days: int) -> None:
    before = Checkup(Health.FAILING, "timeout", failures, NOW - timedelta(days=days), failures)
    after = fail(before, NOW, "blocked", 403)
    assert (after.health, after.failures, after.failing_since) == (Health.BLOCKED, 0, None)


def test_an_answer_forgets_every_failure_and_another_site_is_said() -> None:
    before = Checkup(Health.DEAD, "dns", 9, NOW - timedelta(days=40), 12)
    assert passed(before, NOW, 1).health is Health.FINE
    assert passed(before, NOW, 1).failing_since is None
    assert passed(before, NOW, 1, moved_to="http://ailleurs.example/").health is Health.MOVED


@given(links=st.lists(st.integers(1, 10_000), min_size=20, max_size=20, unique=True))
def test_links_shared_together_are_not_asked_for_together_for_ever(links: list[int]) -> None:
    moments = {passed(Checkup(), NOW, link).check_at for link in links}
    assert len(moments) > 10
    assert all(moment and EVERY * 0.8 <= moment - NOW <= EVERY * 1.2 for moment in moments)


def test_a_page_that_could_not_be_read_is_asked_for_soon_then_less_often() -> None:
    checkup, waits = Checkup(), list[timedelta]()
    for _ in range(5):
        checkup = failed(checkup, NOW, 7, reason="timeout", status=None, is_read=False)
        assert checkup.check_at is not None
        waits.append(checkup.check_at - NOW)
    assert waits[0] < timedelta(minutes=15)
    assert waits[0] < waits[1] < waits[2] < waits[3]
    assert waits[4] >= WHEN_FAILING * 0.8


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Voir https://a.example/b, puis rien.", ["https://a.example/b"]),
        ("(https://fr.example/wiki/Acte_(théâtre))", ["https://fr.example/wiki/Acte_(théâtre)"]),
        ("[ici](https://a.example/x) et <https://b.example/y>", ["https://a.example/x", "https://b.example/y"]),
        ("« https://a.example » **https://a.example**", ["https://a.example"]),
        ("javascript:alert(1) a.example ftp://a.example", []),
        ("https://", []),
    ],
)
def test_addresses_in_a_message(text: str, found: list[str]) -> None:
    assert list(find_addresses(text)) == found
