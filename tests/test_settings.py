"""Settings: what is read, what is refused, and that the token stays a secret."""

import tomllib
from pathlib import Path

import pytest

from bot import settings
from bot.errors import SettingsError
from bot.settings import Settings

EXAMPLE = Path(__file__).parents[1] / ".env.example"
TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcdE.abcdefghijklmnopqrstuvwxyz0123456789ab"


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)


def test_the_example_names_every_setting_with_its_default() -> None:
    lines = [line.removeprefix("# ") for line in EXAMPLE.read_text().splitlines() if "=" in line]
    shown = dict(line.split("=", 1) for line in lines if line.split("=")[0].isupper())

    assert set(shown) == {name.upper() for name in Settings.model_fields}
    assert settings.load(**{name.lower(): value for name, value in shown.items() if value}) == settings.load()


def test_the_example_can_be_copied_as_it_is(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(EXAMPLE.read_text())

    assert settings.load() == settings.load(_env_file=None)


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("DISCORD_API_URL", "discord.com", "/api/v10"),
        ("DISCORD_API_URL", "ftp://discord.com/api/v10", "http"),
        ("DATABASE_URL", "postgresql://x", "sqlite+aiosqlite:///"),
        ("DATABASE_URL", "sqlite+aiosqlite:///", "file"),
        ("OWNER_IDS", "me", "ids"),
        ("OWNER_IDS", "1,-2", "ids"),
        ("OWNER_IDS", "9" * 40, "ids"),
        ("SYNC_GUILD_ID", "zero", "integer"),
        ("SYNC_GUILD_ID", "-1", "greater"),
        ("POSTS_PER_SECOND", "0", "greater"),
        ("POSTS_PER_SECOND", "fast", "number"),
        ("POSTS_PER_SECOND", "nan", "number"),
        ("ANILIST_URL", "graphql.anilist.co", "http"),
        ("ANILIST_EVERY", "-1", "greater"),
        ("ANIMESCHEDULE_URL", "animeschedule.net", "http"),
        ("CATALOGUE_URL", "unpkg.com/data.json", "http"),
        ("CONTACT", "somewhere", "an e-mail address"),
        ("CONTACT", "https://nodots", "web page"),
        ("CONTACT", "ftp://example.com/", "web page"),
        ("CONTACT", "javascript:alert(1)", "web page"),
        ("CONTACT", "https://me@example.com/", "web page"),
        ("CONTACT", "https://example.com/\r\nX-Evil: 1", "web page"),
        ("CONTACT", "https://example.com/\nx", "web page"),
        ("CONTACT", "me@example.com\nX-Evil: 1", "web page"),
        ("CONTACT", "https://example.com/a b", "web page"),
        ("CONTACT", "https://example.com/) Evil/1 (", "web page"),
        ("CONTACT", "https://例え.jp/", "Latin"),
        ("CONTACT", "https://example.com/\x7f", "web page"),
        ("CONTACT", "me@localhost", "web page"),
        ("CONTACT", "me@you@example.com", "web page"),
        ("CONTACT", "https://example.com/" + "x" * 200, "web page"),
        ("UPDATES_STAND_FOR", "-1", "greater"),
        ("UPDATES_STAND_FOR", "1e99", "integer"),
        ("UPDATES_STAND_FOR", "99999999999", "less"),
        ("LOG_LEVEL", "LOUD", "DEBUG"),
        ("LOG_FORMAT", "xml", "json"),
    ],
)
def test_a_wrong_setting_is_one_line_that_names_it(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, says: str
) -> None:
    monkeypatch.setenv(name, value)

    with pytest.raises(SettingsError) as refused:
        settings.load()

    line = str(refused.value)
    assert line.startswith(f"{name}: ")
    assert says in line
    assert "\n" not in line


def test_values_are_read_as_people_write_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OWNER_IDS", " 1, 22 ,")
    monkeypatch.setenv("LOG_LEVEL", "debug")
    monkeypatch.setenv("DISCORD_API_URL", "http://127.0.0.1:8765/api/v10/")
    monkeypatch.setenv("SYNC_GUILD_ID", "")
    monkeypatch.setenv("DISCORD_TOKEN", "  ")
    monkeypatch.setenv("CONTACT", " bot@example.com\n")

    read = settings.load()

    assert read.owner_ids == {1, 22}
    assert read.log_level == "DEBUG"
    assert read.discord_api_url == "http://127.0.0.1:8765/api/v10"
    assert read.sync_guild_id is None
    assert read.discord_token is None
    assert read.contact == "bot@example.com"


def test_the_contact_is_the_projects_own_page_unless_another_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    project = tomllib.loads((EXAMPLE.parent / "pyproject.toml").read_text())["project"]

    assert settings.load().contact == project["urls"]["Homepage"]
    for nothing in ("", "  "):
        monkeypatch.setenv("CONTACT", nothing)
        assert settings.load().contact == project["urls"]["Homepage"]
    for contact in ("http://example.com:8080/~bot/?a=1#b", "https://example.com", "first.last+bot@mail.example.com"):
        monkeypatch.setenv("CONTACT", contact)
        assert settings.load().contact == contact


@pytest.mark.parametrize("name", ["DISCORD_TOKEN", "ANIMESCHEDULE_TOKEN"])
def test_the_token_is_in_no_repr_and_no_error(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, TOKEN)
    assert TOKEN not in repr(settings.load())
    assert TOKEN not in str(settings.load().model_dump())

    monkeypatch.setenv("OWNER_IDS", TOKEN)
    with pytest.raises(SettingsError) as refused:
        settings.load()
    assert TOKEN not in str(refused.value)
    assert refused.value.__cause__ is None
    assert refused.value.__suppress_context__
