"""Logs: one line a record, in the shape that was chosen, without secrets."""

import json
import logging

import pytest

from bot import logs

TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcdE.abcdefghijklmnopqrstuvwxyz0123456789ab"
SECRETS = [TOKEN, "a-proxy's-odd-token"]


@pytest.fixture(autouse=True)
def _as_it_was() -> object:
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    yield
    root.handlers[:] = before
    root.setLevel(level)


def everything_logged(capsys: pytest.CaptureFixture[str], style: str) -> str:
    logs.set_up(level="DEBUG", style=style, secrets=SECRETS)
    logger = logging.getLogger("a.room")
    logger.info("token %s", SECRETS[0])
    logger.info("token %s", SECRETS[1])
    logger.info("POST /api/v10/webhooks/1234/%s/messages", "aW50ZXJhY3Rpb246MTIzNDU2Nzg5MDEyMw")
    try:
        int(TOKEN)
    except ValueError:
        logger.exception("It failed")
    return capsys.readouterr().err


@pytest.mark.parametrize("style", ["text", "json"])
def test_secrets_are_struck_out(capsys: pytest.CaptureFixture[str], style: str) -> None:
    written = everything_logged(capsys, style)

    assert logs.STRUCK_OUT in written
    assert "/webhooks/1234/" in written
    for secret in (*SECRETS, "aW50ZXJhY3Rpb24"):
        assert secret not in written


def test_json_is_an_object_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    entries = [json.loads(line) for line in everything_logged(capsys, "json").splitlines()]

    assert [entry["level"] for entry in entries] == ["INFO", "INFO", "INFO", "ERROR"]
    assert entries[0]["logger"] == "a.room"
    assert "ValueError" in entries[-1]["traceback"]


def test_a_gateway_that_is_down_is_a_line_for_each_try(capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up(level="INFO", style="text", secrets=[])
    error = ConnectionResetError("no gateway")
    logging.getLogger("discord.shard").error("Attempting a reconnect for shard ID %s", 7, exc_info=error)

    (line,) = capsys.readouterr().err.splitlines()
    assert line.endswith("discord.shard: Attempting a reconnect for shard ID 7 (ConnectionResetError: no gateway)")


def test_one_429_in_a_minute_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up(level="INFO", style="text", secrets=[])
    library = logging.getLogger("discord.http")
    for _ in range(50):
        library.warning("We are being rate limited. %s %s responded with 429.", "POST", "/somewhere")
        library.warning("Global rate limit has been hit. Retrying in %.2f seconds.", 1)
    library.warning("Something else")

    assert len(capsys.readouterr().err.splitlines()) == 2
