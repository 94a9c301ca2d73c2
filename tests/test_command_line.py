"""`python -m bot`: sentences and exit codes, never a traceback."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from bot.client import ROOT
from bot.config import new_secret


def bot(*arguments: str, cwd: Path, **environ: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if name not in {"DISCORD_TOKEN", "SECRET_KEY"}}
    return subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "bot", *arguments],
        cwd=cwd,
        env=clean | {"PYTHONPATH": str(ROOT)} | environ,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture
def good(tmp_path: Path) -> dict[str, str]:
    return {"DISCORD_TOKEN": "not.a.token", "SECRET_KEY": new_secret(), "DATA_DIR": str(tmp_path / "data")}


def test_secret_prints_a_line_for_the_env_file(tmp_path: Path) -> None:
    done = bot("secret", cwd=tmp_path)
    assert done.returncode == 0
    name, _, value = done.stdout.strip().partition("=")
    assert (name, len(value)) == ("SECRET_KEY", 44)


@pytest.mark.parametrize("action", ["run", "check"])
def test_missing_settings_stop_with_a_sentence(tmp_path: Path, action: str) -> None:
    done = bot(action, cwd=tmp_path)
    assert done.returncode == 2
    assert "DISCORD_TOKEN is missing" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_run_refuses_a_folder_it_cannot_write(tmp_path: Path, good: dict[str, str]) -> None:
    (tmp_path / "file").write_text("")
    done = bot("run", cwd=tmp_path, **good | {"DATA_DIR": str(tmp_path / "file" / "data")})
    assert done.returncode == 2
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.stderr


def test_run_waits_for_the_network_and_stops_when_told(tmp_path: Path, good: dict[str, str]) -> None:
    command = [sys.executable, "-m", "bot", "run"]
    environ = os.environ | good | {"PYTHONPATH": str(ROOT), "HTTPS_PROXY": "", "https_proxy": ""}
    with subprocess.Popen(command, cwd=tmp_path, env=environ, stderr=subprocess.PIPE, text=True) as process:  # noqa: S603 - our own command
        assert process.stderr is not None
        seen = [process.stderr.readline()]
        while seen[-1] and "next try" not in seen[-1]:
            seen.append(process.stderr.readline())
        if not seen[-1]:
            pytest.skip("Discord is within reach of this machine")
        second = bot("run", cwd=tmp_path, **good)
        process.terminate()
        rest = process.stderr.read()
    assert process.returncode == 0
    assert "Traceback" not in "".join(seen) + rest
    assert second.returncode == 2
    assert "already running" in second.stderr


def test_check_says_a_line_each_and_what_to_do(tmp_path: Path, good: dict[str, str]) -> None:
    done = bot("check", cwd=tmp_path, **good)
    lines = done.stdout.splitlines()
    assert done.returncode == 2  # Discord is not reached, or refuses the token
    assert all(line[0] in "✓✗" for line in lines)
    assert "✓ the settings are complete and well formed" in lines
    assert any("is made at the first start" in line for line in lines)
    assert not (tmp_path / "data").exists()
    assert any(line.startswith("✗") and "Discord" in line for line in lines)
    assert "Traceback" not in done.stderr


def test_check_finds_a_newer_database(tmp_path: Path, good: dict[str, str]) -> None:
    (tmp_path / "data").mkdir()
    connection = sqlite3.connect(tmp_path / "data" / "tmnlab.db")
    connection.execute("PRAGMA user_version = 99")
    connection.commit()
    connection.close()
    assert "version 99" in bot("check", cwd=tmp_path, **good).stdout


def test_check_finds_a_secret_kept_with_the_data(tmp_path: Path, good: dict[str, str]) -> None:
    (tmp_path / ".env").write_text("LOG_LEVEL=INFO\n")
    done = bot("check", cwd=tmp_path, **good | {"DATA_DIR": str(tmp_path)})
    assert "lies in DATA_DIR" in done.stdout


def test_health_is_asked_every_few_minutes_and_imports_nothing_heavy(tmp_path: Path, good: dict[str, str]) -> None:
    script = "import sys, bot.__main__ as line; line.main(['health']); print(*sorted(sys.modules), file=sys.stderr)"
    done = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env=os.environ | good | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "the bot never ran here" in done.stdout
    assert not {"discord", "aiohttp", "httpx", "aiosqlite", "matplotlib"} & set(done.stderr.split())
