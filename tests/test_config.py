"""The settings of the process: every problem at once, in sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.config import load_config, new_secret
from bot.errors import ConfigError

GOOD = {"DISCORD_TOKEN": "abc.def", "SECRET_KEY": new_secret()}


def test_the_defaults_are_a_single_server_in_paris() -> None:
    config = load_config(GOOD)
    assert (config.guild_id, config.data_dir, config.timezone.key) == (None, Path("data"), "Europe/Paris")
    assert config.log_level == "INFO"


def test_a_daily_backup_is_made_unless_it_is_refused_in_a_usual_word() -> None:
    for word in ("", "yes", "True", "oui", "1", "on"):
        assert load_config(GOOD | {"DAILY_BACKUP": word}).daily_backup
    for word in ("no", "FALSE", "non", "0", "off"):
        assert not load_config(GOOD | {"DAILY_BACKUP": word}).daily_backup


def test_a_new_secret_is_accepted_and_never_twice_the_same() -> None:
    assert len(load_config(GOOD).secret_key) == 32
    assert new_secret() != new_secret()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DISCORD_TOKEN", ""),
        ("DISCORD_TOKEN", "two words"),
        ("SECRET_KEY", ""),
        ("SECRET_KEY", "a password of mine"),
        ("SECRET_KEY", "é" * 44),
        ("SECRET_KEY", "c2hvcnQ="),
        ("GUILD_ID", "my server"),
        ("GUILD_ID", "12"),
        ("GUILD_ID", "１２３４５６７８９０１２３４５６７"),
        ("TIMEZONE", "Paris"),
        ("LOG_LEVEL", "LOUD"),
        ("DAILY_BACKUP", "sometimes"),
    ],
)
def test_a_wrong_setting_is_named(name: str, value: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load_config(GOOD | {name: value})
    assert [name in problem for problem in caught.value.problems] == [True]


def test_every_problem_is_said_at_once() -> None:
    with pytest.raises(ConfigError) as caught:
        load_config({"GUILD_ID": "x", "TIMEZONE": "y"})
    assert len(caught.value.problems) == 4


def test_secrets_are_not_shown_by_accident() -> None:
    shown = repr(load_config(GOOD))
    assert "abc.def" not in shown
    assert "secret_key" not in shown
