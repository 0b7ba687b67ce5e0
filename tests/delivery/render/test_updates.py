"""Updates as people read them, also where what a source says is hostile."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.catalogue.model import Format, RelatedEntry, Relation, Series, Service, Titles, Trailer
from bot.catalogue.releases import Release, ReleaseKind
from bot.catalogue.revisions import Plan, Revision, UpdateKind
from bot.catalogue.updates import Item, Update
from bot.dates.airdate import AirDate
from bot.dates.facts import FactKind
from bot.delivery.model import Delivery, UpdateSubject
from bot.delivery.render.posts import PostContent, post, why_this_channel
from bot.delivery.render.updates import named, struck_release

AT = datetime(2027, 1, 10, 16, 25, tzinfo=UTC)
WEEK = timedelta(weeks=1)
TENTH, SEVENTEENTH = AirDate.day(date(2027, 1, 10)), AirDate.day(date(2027, 1, 17))
EXACT, TBA = AirDate.instant(AT), AirDate.tba()
HOSTILE = ("@everyone <@1> <@&2> [x](https://x.example)", "# **a** ||b|| `c` " * 40, "\u202eمرحبا\u2067" * 60)


def delivery(role: int | None = None) -> Delivery:
    return Delivery(1, 1, 1, 1, role, FactKind.UPDATE, 1, AT, timedelta(0), AT, 1, "y-1")


def moved(
    kind: UpdateKind,
    old: AirDate | Plan,
    new: AirDate | Plan,
    *,
    of: ReleaseKind = ReleaseKind.PREMIERE,
    number: int | None = 1,
    along: int = 0,
    service: str | None = None,
) -> UpdateSubject:
    plans = [each if isinstance(each, Plan) else Plan(each) for each in (old, new)]
    revisions = tuple(Revision(key, *plans) for key in range(1, along + 2))
    update = Update(1, 1, kind, AT, AT, 1, service=service, revisions=revisions)
    release = Release(1, 1, of, plans[1].date, number=number, service=service)
    return UpdateSubject(update, Series(1, "one", Titles(english="One")), release)


def item(new: Item, title: str = "One") -> UpdateSubject:
    kind = UpdateKind.TRAILER if isinstance(new, Trailer) else UpdateKind.SERVICE
    return UpdateSubject(Update(1, 1, kind, AT, AT, new_item=new), Series(1, "one", Titles(english=title)))


def read(content: PostContent) -> tuple[str | None, str | None]:
    assert content.embed is not None
    return content.embed.title, content.embed.description


STAMP = f"<t:{int(AT.timestamp())}:F>"
LATER = f"<t:{int((AT + WEEK).timestamp())}:F> · <t:{int((AT + WEEK).timestamp())}:R>"


@pytest.mark.parametrize(
    ("subject", "title", "text"),
    [
        (
            moved(UpdateKind.DELAYED, TENTH, SEVENTEENTH),
            "One: delayed by a week",
            "The premiere moves from 10 to 17 January 2027, a week later.",
        ),
        (
            moved(UpdateKind.DELAYED, EXACT, AirDate.instant(AT + WEEK), along=12),
            "One: delayed by a week",
            f"The premiere moves from {STAMP} to {LATER}. The 12 episodes move, too.",
        ),
        (
            moved(UpdateKind.BREAK, EXACT, AirDate.instant(AT + WEEK), of=ReleaseKind.EPISODE, number=5, along=1),
            "One: episode 5 a week later",
            f"Episode 5 moves from {STAMP} to {LATER}. The following episode moves, too.",
        ),
        (
            moved(UpdateKind.BROUGHT_FORWARD, SEVENTEENTH, TENTH, of=ReleaseKind.FILM, service="Else*where"),
            "One: the film brought forward by a week",
            "The film on Else\\*where moves from 17 to 10 January 2027, a week earlier.",
        ),
        (
            moved(UpdateKind.ANNOUNCED, TBA, TENTH),
            "One: date announced",
            "The premiere is due 10 January 2027.",
        ),
        (
            moved(UpdateKind.REFINED, AirDate.month(2027, 1), TENTH),
            "One: more exact date",
            "The premiere is due 10 January 2027; before, only January 2027 was known.",
        ),
        (
            moved(UpdateKind.DELAYED, TENTH, AirDate.month(2027, 1)),
            "One: date open again",
            "The premiere is no longer due 10 January 2027, but some time in January 2027.",
        ),
        (
            moved(UpdateKind.DELAYED, TENTH, TBA),
            "One: date open again",
            "The premiere no longer has a date; it was due 10 January 2027.",
        ),
        (
            moved(UpdateKind.DELAYED, AirDate.year(2027), AirDate.year(2028)),
            "One: delayed by a year",
            "The premiere moves from 2027 to 2028, a year later.",
        ),
        (
            moved(UpdateKind.CANCELLED, TENTH, Plan(TENTH, cancelled=True)),
            "One: cancelled",
            "The premiere was due 10 January 2027 and has been cancelled.",
        ),
        (
            moved(UpdateKind.CANCELLED, Plan(TENTH, cancelled=True), SEVENTEENTH),
            "One: no longer cancelled",
            "The premiere is on again: 17 January 2027.",
        ),
        (
            item(Service("Elsewhere", "https://example.com/one")),
            "One: on Elsewhere",
            "It streams on [Elsewhere](https://example.com/one).",
        ),
        (
            item(Service("Elsewhere", None, TENTH)),
            "One: on Elsewhere",
            "It streams on Elsewhere, since 10 January 2027.",
        ),
        (
            item(RelatedEntry(9, Relation.SEQUEL, "Two *", Format.TV, 2027, is_ahead=True)),
            "One: a sequel is announced",
            "**Two \\*** (TV series, 2027) follows it. Add it to the watchlist to hear when it comes.",
        ),
    ],
)
async def test_an_update_says_what_became_of_what(subject: UpdateSubject, title: str, text: str) -> None:
    assert read(post(subject, delivery(), late=False)) == (title, text)
    assert named(subject, FactKind.UPDATE) == title


async def test_a_trailer_is_its_bare_address_beside_the_role_alone() -> None:
    content = post(item(Trailer("PV 2", "https://youtu.be/x")), delivery(role=2), late=False)

    assert content.embed is None
    assert (content.content or "").splitlines() == ["<@&2>", "**One**: new trailer · PV 2", "https://youtu.be/x"]
    chinese = post(item(Trailer("第二弹预告", "https://youtu.be/x")), delivery(role=2), late=False)
    assert "new trailer · Trailer 2 · 第二弹预告" in (chinese.content or "")
    assert dict(content.allowed_mentions.to_dict()) == {"parse": [], "roles": ["2"]}


async def test_a_late_one_says_so() -> None:
    trailer = post(item(Trailer("PV", "https://youtu.be/x")), delivery(), late=True)
    date_ = post(moved(UpdateKind.DELAYED, TENTH, SEVENTEENTH), delivery(), late=True)

    assert "It was due <t:" in (trailer.content or "")
    assert date_.embed is not None
    assert [field.name for field in date_.embed.fields] == ["Posted late"]


@pytest.mark.parametrize("typed", HOSTILE)
async def test_what_a_source_says_neither_pings_nor_formats_nor_breaks_a_limit(typed: str) -> None:
    for new in (
        Trailer(typed, f"https://x.example/@everyone||{typed.replace(' ', '')}"),
        Service(typed, f"https://x.example/ {typed}"),
        RelatedEntry(9, Relation.SEQUEL, typed, Format.FILM),
    ):
        content = post(item(new, typed), delivery(), late=True)
        shown = [content.content or "", *(text for each in content.embeds for text in (each.title, each.description))]
        whole = "\n".join(text for text in shown if text)

        assert len(content.content or "") <= 2000
        assert all(len(each.title or "") <= 256 for each in content.embeds)
        assert "@everyone" not in whole
        assert "<@1>" not in whole
        assert "<@&2>" not in whole
        assert "](https://x.example)" not in whole
        assert "\u202e" not in whole


@pytest.mark.parametrize(
    ("plan", "text"),
    [
        (Plan(EXACT), f"**It moved to {STAMP} · <t:{int(AT.timestamp())}:R>.**"),
        (Plan(SEVENTEENTH), "**It moved to 17 January 2027.**"),
        (Plan(TBA), "**It no longer has a date.**"),
        (Plan(EXACT, cancelled=True), "**It was cancelled.**"),
    ],
)
def test_a_countdown_to_a_date_that_has_moved_is_struck_and_says_where_it_is(plan: Plan, text: str) -> None:
    struck = struck_release("One: premiere in 7 days", plan, is_countdown=True)

    assert (struck.title, struck.description) == ("~~One: premiere in 7 days~~", text)


def test_the_button_under_an_update_tells_that_it_had_stood() -> None:
    member, moderator = (why_this_channel(delivery(), for_moderator=each) for each in (False, True))

    assert "once the change had lasted for a while" in member
    assert "subscribed this channel to releases" in member
    assert "/channel" not in member
    assert moderator.startswith(member)
    assert "`/channel unsubscribe`" in moderator
