"""Who is there: people and the bot, their tokens, and how Discord shows them."""

import base64
import hmac
import secrets
from dataclasses import dataclass

from sandbox.rules.json_types import JsonObject
from sandbox.rules.options import DEFAULT_LOCALE


@dataclass(slots=True)
class Account:
    """A user. `token` is what it signs in with: a person on the user-side API, the bot on Discord's.

    `locale` is the language of a person's client, by Discord's code: interactions tell it to the bot.
    `has_installed` tells whether they have installed the application for themselves.
    """

    id: int
    username: str
    global_name: str | None
    bot: bool
    token: str
    locale: str = DEFAULT_LOCALE
    has_installed: bool = False

    def payload(self) -> JsonObject:
        """Give the user as Discord shows it to others."""
        return {
            "id": str(self.id),
            "username": self.username,
            "global_name": self.global_name,
            "discriminator": "4321" if self.bot else "0",
            "avatar": None,
            "banner": None,
            "accent_color": None,
            "avatar_decoration_data": None,
            "collectibles": None,
            "primary_guild": None,
            "bot": self.bot,
            "system": False,
            "public_flags": 0,
            "flags": 0,
        }

    def own_payload(self) -> JsonObject:
        """Give the user as Discord shows it to itself."""
        return self.payload() | {
            "mfa_enabled": True,
            "locale": self.locale,
            "premium_type": 0,
            "email": None,
            "verified": True,
        }

    def described(self) -> JsonObject:
        """Give a person as whoever acts as them needs it: `name` is the one that others see."""
        return {"id": str(self.id), "token": self.token, "name": self.global_name or self.username}

    def has_token(self, token: str) -> bool:
        """Compare a token without telling by time how much of it was right."""
        return hmac.compare_digest(self.token.encode(), token.encode(errors="replace"))

    def stored(self) -> JsonObject:
        """Give the account as it is kept between two runs."""
        return {
            "id": self.id,
            "username": self.username,
            "global_name": self.global_name,
            "bot": self.bot,
            "token": self.token,
            "locale": self.locale,
            "has_installed": self.has_installed,
        }


def bot_token(application_id: int) -> str:
    """Make a token of the shape of Discord's: three parts, of which the first is the application's id in base64url."""
    first = base64.urlsafe_b64encode(str(application_id).encode()).decode().rstrip("=")
    return f"{first}.{secrets.token_urlsafe(4)}.{secrets.token_urlsafe(28)}"


def person_token() -> str:
    """Make a token for the user-side API."""
    return secrets.token_urlsafe(24)
