"""Whom a message pings: Discord's `allowed_mentions`.

Source: Discord's documentation, "Allowed Mentions". Left out, everything in the content pings; given, what it names.
"""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass

from sandbox.rules.errors import ErrorTree, Path
from sandbox.rules.json_types import JsonObject, JsonValue
from sandbox.rules.values import Reader

CODE = re.compile(r"```.*?```|``.*?``|`[^`\n]*`", re.DOTALL)
USER = re.compile(r"<@!?(\d{1,20})>")
ROLE = re.compile(r"<@&(\d{1,20})>")
EVERYONE = re.compile(r"@(?:everyone|here)\b")
KINDS = ("everyone", "users", "roles")
MAX_IDS = 100


@dataclass(frozen=True, slots=True)
class Mentions:
    """Whom a message pings. `replied_user` tells whether the author of the message replied to is pinged too."""

    users: tuple[int, ...]
    roles: tuple[int, ...]
    everyone: bool
    replied_user: bool


def resolve(
    content: str,
    allowed_mentions: JsonObject | None,
    *,
    may_mention_everyone: bool,
    mentionable_roles: Collection[int],
) -> Mentions:
    """Find whom `content` pings. Mentions inside code ping no one.

    `may_mention_everyone` is the author's permission, which also opens roles that aren't mentionable by all.
    """
    text = CODE.sub(" ", content)
    may_ping_user = _permitted(allowed_mentions, "users")
    may_ping_role = _permitted(allowed_mentions, "roles")
    parse = allowed_mentions.get("parse") or [] if allowed_mentions is not None else KINDS
    return Mentions(
        users=tuple(each for each in _ids(USER, text) if may_ping_user(each)),
        roles=tuple(
            each
            for each in _ids(ROLE, text)
            if may_ping_role(each) and (may_mention_everyone or each in mentionable_roles)
        ),
        everyone=may_mention_everyone and "everyone" in parse and EVERYONE.search(text) is not None,
        replied_user=allowed_mentions is None or bool(allowed_mentions.get("replied_user")),
    )


def check_allowed_mentions(value: JsonValue, path: Path, tree: ErrorTree) -> None:
    """Note what is wrong with a payload's `allowed_mentions`."""
    reader = Reader.of(value, path, tree)
    if reader is None:
        return
    parse = reader.items("parse", most=None)
    for index, kind in enumerate(parse):
        if kind is not None and kind not in KINDS:
            choices = "{'everyone', 'roles', 'users'}"
            tree.add([*path, "parse", index], "BASE_TYPE_CHOICES", f"Value must be one of {choices}.")
        elif kind in parse[:index]:
            tree.add([*path, "parse"], "SET_TYPE_ALREADY_CONTAINS_VALUE", "The set already contains this value")
    for kind in ("users", "roles"):
        ids = reader.snowflakes(kind, most=MAX_IDS)
        if len(set(map(str, ids))) != len(ids):
            tree.add([*path, kind], "SET_TYPE_ALREADY_CONTAINS_VALUE", "The set already contains this value")
        if ids and kind in parse:
            tree.add(
                path,
                "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                f'parse:["{kind}"] and {kind}: [ids...] are mutually exclusive.',
            )
    reader.boolean("replied_user")


def _ids(pattern: re.Pattern[str], text: str) -> list[int]:
    """Find ids in the order of their first mention."""
    return list(dict.fromkeys(int(each) for each in pattern.findall(text)))


def _permitted(allowed: JsonObject | None, kind: str) -> Callable[[int], bool]:
    """Tell for each id of a kind whether `allowed_mentions` lets it be pinged."""
    if allowed is None or kind in (allowed.get("parse") or []):
        return lambda _: True
    named = {int(each) for each in allowed.get(kind) or [] if each is not None}
    return named.__contains__
