from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.calendars.guild_events import (
    MOST_EVENTS_OF_GUILD,
    CallOffEvent,
    ChangeEvent,
    EventStep,
    ForgetEvent,
    GuildEvent,
    KeptGuildEvent,
    MakeEvent,
    NoteEvent,
    StandingEvent,
    TakeAwayEvent,
    is_settled,
    plan_events,
)

NOW = datetime(2024, 1, 3, 16, tzinfo=UTC)
OURS, THEIRS = True, False


def event(key: str, day: int = 5, name: str = "Premiere") -> GuildEvent:
    begins = NOW + timedelta(days=day)
    return GuildEvent(key, f"{key} {name}", begins, begins + timedelta(minutes=30), "TV")


def as_standing(of: GuildEvent, id_: int, *, is_own: bool = OURS) -> StandingEvent:
    return StandingEvent(id_, is_own, of.name, of.begins, of.ends, of.place, of.description)


class Discord:
    """Does the steps as Discord would, and writes down what the bot does."""

    def __init__(self) -> None:
        self.kept: dict[str, KeptGuildEvent] = {}
        self.standing: dict[int, StandingEvent] = {}
        self.last_id = 0

    def bring(
        self, wanted: list[GuildEvent], now: datetime, off: Collection[str] = (), *, crash_after: int = 10**6
    ) -> None:
        for number, step in enumerate(plan_events(wanted, self.kept, [*self.standing.values()], off, now)):
            self.note_before(step)
            self.do(step)
            if number >= crash_after:
                return
            self.note_after(step)

    def note_before(self, step: EventStep) -> None:
        match step:
            case MakeEvent(made):
                self.kept[made.key] = KeptGuildEvent(made)
            case ChangeEvent(id_, changed, named):
                self.kept[changed.key] = KeptGuildEvent(changed, id_, named)

    def do(self, step: EventStep) -> None:
        match step:
            case MakeEvent(made):
                self.last_id += 1
                self.standing[self.last_id] = as_standing(made, self.last_id)
            case ChangeEvent(id_, changed, named):
                self.standing[id_] = replace(self.standing[id_], **{name: getattr(changed, name) for name in named})
            case CallOffEvent(_, id_) | TakeAwayEvent(_, id_):
                del self.standing[id_]

    def note_after(self, step: EventStep) -> None:
        match step:
            case MakeEvent(made):
                self.kept[made.key] = KeptGuildEvent(made, self.last_id)
            case ChangeEvent(id_, changed, _):
                self.kept[changed.key] = KeptGuildEvent(changed, id_)
            case NoteEvent(kept):
                self.kept[kept.event.key] = kept
            case CallOffEvent(key, _) | TakeAwayEvent(key, _) | ForgetEvent(key):
                del self.kept[key]


STATES = st.dictionaries(st.sampled_from("abcd"), st.tuples(st.integers(1, 40), st.sampled_from("xy")))


@given(st.lists(st.tuples(STATES, st.integers(0, 5)), max_size=8))
def test_whatever_becomes_of_the_facts_and_wherever_it_is_killed_each_has_one_event(
    states: list[tuple[dict[str, tuple[int, str]], int]],
) -> None:
    discord, wanted = Discord(), list[GuildEvent]()
    for state, crash_after in states:
        wanted = [event(key, day, name) for key, (day, name) in state.items()]
        discord.bring(wanted, NOW, crash_after=crash_after)
        names = [each.name.partition(" ")[0] for each in discord.standing.values()]
        assert len(names) == len(set(names))
    discord.bring(wanted, NOW)
    discord.bring(wanted, NOW)

    # What was cut off between its end and the note of that may be taken for a person's doing, and then stays away.
    there = {key: each for key, each in discord.kept.items() if not each.is_removed}
    assert {each.event_id for each in there.values()} == set(discord.standing)
    assert {(each.event.name, each.event.begins) for each in there.values()} == {
        (each.name, each.begins) for each in discord.standing.values()
    }
    assert {each.key for each in wanted} == discord.kept.keys()
    assert is_settled(wanted, discord.kept, NOW)


def test_the_soonest_have_what_room_there_is_beside_other_peoples() -> None:
    discord = Discord()
    discord.last_id = 1000
    theirs = {number: as_standing(event(f"t{number}"), number, is_own=THEIRS) for number in range(1, 91)}
    discord.standing.update(theirs)
    late = [event(f"late{number}", day=20 + number) for number in range(12)]
    discord.bring(late, NOW)
    soon = event("soon", day=2)

    discord.bring([*late, soon], NOW)

    assert len(discord.standing) == MOST_EVENTS_OF_GUILD
    assert theirs.keys() <= discord.standing.keys()
    assert discord.kept.keys() == {"soon", *(f"late{number}" for number in range(9))}


def test_what_a_person_changed_stays() -> None:
    discord = Discord()
    discord.bring([event("a")], NOW)
    discord.standing[1] = replace(discord.standing[1], name="Movie night")

    discord.bring([event("a", day=7, name="Late premiere")], NOW)

    assert discord.standing[1].name == "Movie night"
    assert discord.standing[1].begins == NOW + timedelta(days=7)


def test_what_a_person_took_away_stays_away() -> None:
    discord = Discord()
    discord.bring([event("a")], NOW)
    discord.standing.clear()

    discord.bring([event("a", day=7)], NOW)
    discord.bring([event("a", day=8)], NOW)

    assert discord.standing == {}


def test_what_is_off_is_called_off_and_what_is_only_unwanted_is_taken_away() -> None:
    kept = {key: KeptGuildEvent(event(key), id_) for id_, key in enumerate("ab", start=1)}
    standing = [as_standing(event(key), id_) for id_, key in enumerate("ab", start=1)]

    assert plan_events([], kept, standing, {"a"}, NOW) == [CallOffEvent("a", 1), TakeAwayEvent("b", 2)]


def test_what_has_begun_is_left_alone_and_its_start_is_not_touched() -> None:
    begun = event("a", day=0)
    kept, standing = {"a": KeptGuildEvent(begun, 1)}, [replace(as_standing(begun, 1), has_begun=True)]
    moved = replace(begun, begins=NOW + timedelta(hours=1), ends=NOW + timedelta(hours=2))

    assert plan_events([moved], kept, standing, (), NOW) == [ChangeEvent(1, moved, frozenset({"ends"}))]
    assert plan_events([], kept, standing, (), NOW) == [ForgetEvent("a")]


def test_what_is_about_to_begin_is_not_made_any_more() -> None:
    assert plan_events([event("a", day=0)], {}, [], (), NOW) == []
    assert is_settled([event("a", day=0)], {}, NOW)
