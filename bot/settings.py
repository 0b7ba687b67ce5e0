"""Every setting, read once from the environment and `.env`. `.env.example` is tested against this."""

import re
from importlib.metadata import metadata
from typing import Annotated, Any, Final, Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict
from pydantic_settings.exceptions import SettingsError as UnreadableError

from bot.errors import SettingsError

DISCORD_API_URL = "https://discord.com/api/v10"
ANILIST_URL = "https://graphql.anilist.co"
ANIMESCHEDULE_URL = "https://animeschedule.net/api/v3"
CATALOGUE_URL = "https://unpkg.com/bangumi-data@0.3/dist/data.json"
"""Where bangumi-data's README has its newest file of the format that is read here."""
SNOWFLAKE_MAX = 2**63 - 1
SETTLE_DELAY_MINUTES = 30
_PAGES = dict(each.split(", ", 1) for each in metadata("yokoku").get_all("Project-URL") or ())
PROJECT_PAGE: Final = _PAGES.get("Homepage", "")
"""The project's own page, which `pyproject.toml` names."""

_HOST = r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]"
_CONTACT = re.compile(
    rf"https?://{_HOST}(?::[0-9]{{1,5}})?(?:[/?#][A-Za-z0-9._~!$&'*+,;=:@%/?#-]*)?|[A-Za-z0-9._%+-]{{1,64}}@{_HOST}"
)
"""A page's address or somebody's, in signs that a header's comment can hold (RFC 9110, section 5.6.5)."""
_CONTACT_LENGTH = 200


class Settings(BaseSettings):
    """What an operator can set. Names in the environment are the fields' in capitals."""

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8", extra="ignore", frozen=True, hide_input_in_errors=True
    )

    discord_token: SecretStr | None = Field(default=None, description="The bot's token, from the developer portal")
    discord_api_url: str = Field(
        default=DISCORD_API_URL, description="REST base up to and with /api/v10; the gateway is taken from it"
    )
    database_url: str = Field(
        default="sqlite+aiosqlite:///data/yokoku.db", description="Where the facts are kept; the folder is made"
    )
    owner_ids: Annotated[frozenset[int], NoDecode] = Field(
        default=frozenset(), description="People who own this bot: Discord user ids with commas between them"
    )
    sync_guild_id: int | None = Field(
        default=None, gt=0, le=SNOWFLAKE_MAX, description="Give the commands to this guild alone, for development"
    )
    posts_per_second: float = Field(
        default=40,
        gt=0,
        allow_inf_nan=False,
        description="At most so many posts are sent in a second; Discord's limit is 50",
    )
    anilist_url: str = Field(
        default=ANILIST_URL, description="Where AniList's GraphQL API is; nothing: it isn't asked at all"
    )
    anilist_every: float = Field(
        default=30,
        ge=0,
        allow_inf_nan=False,
        description="Minutes between two questions to AniList about what is followed; 0: only what people ask for",
    )
    catalogue_url: str = Field(
        default=CATALOGUE_URL,
        description="Where bangumi-data's file is asked for once a day; nothing: it isn't asked for at all",
    )
    catalogue_snapshot: bool = Field(
        default=True, description="Take in the snapshot of bangumi-data that comes with Yokoku, unless there is newer"
    )
    animeschedule_token: SecretStr | None = Field(
        default=None, description="A token for AnimeSchedule's API, which has dubs and delays; nothing: it isn't asked"
    )
    animeschedule_url: str = Field(
        default=ANIMESCHEDULE_URL, description="Where AnimeSchedule's API is, up to and with /api/v3"
    )
    feed_origins: Annotated[frozenset[str], NoDecode] = Field(
        default=frozenset(),
        description="Where feeds and calendars may be asked for though it is private, such as http://10.0.0.5:8080",
    )
    contact: str = Field(
        default=PROJECT_PAGE,
        description="A web page or an e-mail address, where the sources that are asked can read who asks",
    )
    web_port: int | None = Field(
        default=None, ge=0, le=65_535, description="The port on which calendars are served; nothing: none are"
    )
    web_host: str = Field(default="127.0.0.1", description="The address at which that port is open")
    web_url: str = Field(
        default="", description="The address at which the world finds that port, if something stands before it"
    )
    backup_keep: int = Field(
        default=7, ge=0, description="The database is backed up once a day, and so many backups are kept; 0 makes none"
    )
    history_keep: int = Field(
        default=90,
        ge=30,
        le=36_500,
        description="So many days it is kept what was posted where, and what wasn't, and why",
    )
    updates_stand_for: int = Field(
        default=SETTLE_DELAY_MINUTES,
        ge=0,
        le=7 * 24 * 60,
        description="So many minutes a change of a series has to stand before channels are told of it",
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(default="INFO", description="How much is logged")
    log_format: Literal["text", "json"] = Field(default="text", description="text for people, json for collectors")

    @field_validator("discord_token", "sync_guild_id", "animeschedule_token", "web_port", mode="before")
    @classmethod
    def _empty_is_unset(cls, value: object) -> object:
        return None if isinstance(value, str) and not value.strip() else value

    @field_validator("discord_api_url")
    @classmethod
    def _is_an_api_address(cls, value: str) -> str:
        value = value.rstrip("/")
        parts = urlsplit(value)
        if parts.scheme not in {"http", "https"} or not parts.hostname or not parts.path.endswith("/api/v10"):
            raise ValueError("must be an http(s) address that ends in /api/v10")
        return value

    @field_validator("anilist_url", "catalogue_url", "animeschedule_url")
    @classmethod
    def _is_a_web_address(cls, value: str) -> str:
        value = value.strip()
        parts = urlsplit(value)
        if value and (parts.scheme not in {"http", "https"} or not parts.hostname):
            raise ValueError("must be an http(s) address, or nothing")
        return value

    @field_validator("feed_origins", mode="before")
    @classmethod
    def _are_origins(cls, value: object) -> object:
        words = [word.strip().rstrip("/") for word in value.split(",")] if isinstance(value, str) else value
        if not isinstance(words, list):
            return value
        for word in filter(None, words):
            parts = urlsplit(word)
            if (
                parts.scheme not in {"http", "https"}
                or not parts.hostname
                or word != f"{parts.scheme}://{parts.netloc}"
            ):
                raise ValueError("must be origins, such as http://10.0.0.5:8080, with commas between them")
        return frozenset(filter(None, words))

    @field_validator("web_url")
    @classmethod
    def _is_an_address_or_nothing(cls, value: str) -> str:
        return cls._is_a_web_address(value).rstrip("/")

    @field_validator("contact")
    @classmethod
    def _fits_a_header(cls, value: str) -> str:
        value = value.strip()
        if value and (len(value) > _CONTACT_LENGTH or not _CONTACT.fullmatch(value)):
            raise ValueError("must be the address of a web page, or an e-mail address, in plain Latin letters")
        return value or PROJECT_PAGE

    @field_validator("database_url")
    @classmethod
    def _is_sqlite(cls, value: str) -> str:
        prefix = "sqlite+aiosqlite:///"
        if not value.startswith(prefix) or len(value) == len(prefix) or ":memory:" in value:
            raise ValueError(f"must be {prefix} and a file's path")
        return value

    @field_validator("owner_ids", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        words = [word.strip() for word in value.split(",") if word.strip()]
        if not all(word.isascii() and word.isdigit() and int(word) <= SNOWFLAKE_MAX for word in words):
            raise ValueError("must be Discord user ids with commas between them")
        return frozenset(map(int, words))

    @field_validator("log_level", mode="before")
    @classmethod
    def _any_case(cls, value: object) -> object:
        return value.upper() if isinstance(value, str) else value


def load(**overrides: Any) -> Settings:  # noqa: ANN401 - each is checked by its field
    """Load the settings of this process; `overrides` win over the environment and `.env`.

    Raises `SettingsError` with one line that names the first wrong setting and never shows its value.
    """
    try:
        return Settings(**overrides)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False, include_context=False)[0]
        name = str(first["loc"][0]).upper() if first["loc"] else "The settings"
        raise SettingsError(f"{name}: {first['msg'].removeprefix('Value error, ')}.") from None
    except (UnreadableError, UnicodeDecodeError, OSError) as error:
        raise SettingsError(f".env can't be read: {type(error).__name__}.") from None
