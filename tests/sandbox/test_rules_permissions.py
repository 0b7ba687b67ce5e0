import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.rules.mentions import Mentions, resolve
from sandbox.rules.permissions import ALL, NONE, Permissions, compute, parse

P = Permissions
EVERYONE, ROLE, OTHER, MEMBER, OWNER = 1, 2, 3, 10, 11
BASIC = P.VIEW_CHANNEL | P.SEND_MESSAGES | P.EMBED_LINKS


def overwrite(id_: int, kind: int = 0, *, allow: int = 0, deny: int = 0) -> dict[str, str | int]:
    return {"id": str(id_), "type": kind, "allow": str(int(allow)), "deny": str(int(deny))}


def computed(
    *overwrites: dict[str, str | int], roles: dict[int, int] | None = None, member: int = MEMBER
) -> Permissions:
    own = {EVERYONE: int(BASIC), ROLE: 0} if roles is None else roles
    return compute(owner_id=OWNER, member_id=member, everyone_id=EVERYONE, roles=own, overwrites=overwrites)


def test_the_owner_and_administrators_may_do_everything() -> None:
    closed = overwrite(EVERYONE, deny=ALL)
    assert computed(closed, member=OWNER) == ALL
    assert computed(closed, roles={EVERYONE: 0, ROLE: int(P.ADMINISTRATOR)}) == ALL
    assert computed(closed) == NONE


def test_overwrites_go_from_everyone_over_roles_to_the_member() -> None:
    assert P.SEND_MESSAGES not in computed(overwrite(EVERYONE, deny=P.SEND_MESSAGES))
    assert P.SEND_MESSAGES in computed(
        overwrite(EVERYONE, deny=P.SEND_MESSAGES), overwrite(ROLE, allow=P.SEND_MESSAGES)
    )
    assert P.SEND_MESSAGES not in computed(
        overwrite(ROLE, allow=P.SEND_MESSAGES), overwrite(MEMBER, 1, deny=P.SEND_MESSAGES)
    )
    assert P.SEND_MESSAGES in computed(
        overwrite(MEMBER, 1, allow=P.SEND_MESSAGES), overwrite(ROLE, deny=P.SEND_MESSAGES)
    )


def test_among_roles_what_is_allowed_wins() -> None:
    roles = {EVERYONE: int(BASIC), ROLE: 0, OTHER: 0}
    allowed, denied = overwrite(ROLE, allow=P.SEND_MESSAGES), overwrite(OTHER, deny=P.SEND_MESSAGES)
    assert P.SEND_MESSAGES in computed(allowed, denied, roles=roles)
    assert P.SEND_MESSAGES in computed(denied, allowed, roles=roles)


def test_others_overwrites_do_not_count() -> None:
    assert computed(overwrite(OTHER, deny=ALL), overwrite(OWNER, 1, deny=ALL)) == BASIC


def test_what_is_worth_nothing_is_taken_away() -> None:
    assert computed(overwrite(EVERYONE, deny=P.VIEW_CHANNEL)) == NONE
    assert computed(overwrite(EVERYONE, deny=P.SEND_MESSAGES)) == P.VIEW_CHANNEL


def test_who_is_timed_out_may_only_look() -> None:
    roles = {EVERYONE: int(BASIC | P.READ_MESSAGE_HISTORY)}
    left = compute(owner_id=OWNER, member_id=MEMBER, everyone_id=EVERYONE, roles=roles, timed_out=True)
    assert left == P.VIEW_CHANNEL | P.READ_MESSAGE_HISTORY


@given(st.integers(0, (1 << 60) - 1), st.integers(0, (1 << 60) - 1))
def test_no_member_gets_what_nobody_granted(base: int, allow: int) -> None:
    got = computed(overwrite(MEMBER, 1, allow=allow), roles={EVERYONE: base & ~int(P.ADMINISTRATOR)})
    assert got in parse(base) | parse(allow)


@pytest.mark.parametrize(
    ("content", "allowed", "users", "roles", "everyone"),
    [
        ("<@5> <@!6> <@5> <@&2> @everyone", None, (5, 6), (2,), True),
        ("<@5> <@&2> @everyone", {"parse": []}, (), (), False),
        ("<@5> <@&2> @here", {"parse": ["everyone"]}, (), (), True),
        ("<@5> <@6>", {"parse": ["users"]}, (5, 6), (), False),
        ("<@5> <@6>", {"users": ["6", "7"]}, (6,), (), False),
        ("<@&2> <@&3>", {"roles": [2]}, (), (2,), False),
        ("`<@5>` ``` @everyone <@&2> ``` <@6>", None, (6,), (), False),
        ("@everyones <@x> <@&>", None, (), (), False),
        ("", None, (), (), False),
    ],
)
def test_whom_a_message_pings(
    content: str, allowed: dict[str, list[str]] | None, users: tuple[int, ...], roles: tuple[int, ...], everyone: bool
) -> None:
    got = resolve(content, allowed, may_mention_everyone=True, mentionable_roles=())
    assert got == Mentions(users, roles, everyone, replied_user=allowed is None)


def test_who_may_not_mention_everyone_pings_only_mentionable_roles() -> None:
    got = resolve("<@&2> <@&3> @everyone <@5>", None, may_mention_everyone=False, mentionable_roles={3})
    assert got == Mentions((5,), (3,), everyone=False, replied_user=True)


def test_the_author_replied_to_is_pinged_if_allowed() -> None:
    for allowed, pinged in ((None, True), ({}, False), ({"replied_user": True}, True), ({"parse": ["users"]}, False)):
        got = resolve("", allowed, may_mention_everyone=False, mentionable_roles=())
        assert got.replied_user is pinged
