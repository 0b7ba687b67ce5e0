"""A series on the way to what several origins make of it: what is known, and what of it changes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.catalogue.changes import Change, DateChange
from bot.catalogue.model import Series
from bot.catalogue.origins import Origin
from bot.catalogue.releases import Release
from bot.catalogue.sayings import Said
from bot.catalogue.statements import Correction


@dataclass(slots=True, eq=False)
class Standing:
    """A release as it stands, what each origin says of it, and the premiere from whose date its own is made.

    `id` is 0 until it is stored.
    """

    release: Release
    said: Mapping[Origin, Said] = field(default_factory=dict)
    follows: "Standing | None" = None
    before: "tuple[Release, Mapping[Origin, Said], Standing | None]" = field(init=False)
    """All of it as it was read."""

    def __post_init__(self) -> None:
        self.before = (self.release, self.said, self.follows)

    @property
    def is_changed(self) -> bool:
        """Whether it is no longer what it was when it was read."""
        return (self.release, self.said, self.follows) != self.before


@dataclass(slots=True, eq=False)
class Draft:
    """A shared series with what was said of it. `releases` stand in the order in which they were stored.

    `differences` are what became of its fields.
    `stored` is what lies in the store of each origin's word, `kept` which of them are to be kept anew, `changes` how
    dates changed, and `to_catch_up` which releases were put to where no look at what is due comes by any more.
    """

    series: Series
    is_new: bool = False
    said: dict[Origin, Series] = field(default_factory=dict)
    corrections: tuple[Correction, ...] = ()
    releases: list[Standing] = field(default_factory=list)
    stored: dict[Origin, object] = field(default_factory=dict)
    kept: dict[Origin, Series] = field(default_factory=dict)
    changes: list[tuple[Standing, DateChange]] = field(default_factory=list)
    differences: list[Change] = field(default_factory=list)
    to_catch_up: list[tuple[Standing, datetime]] = field(default_factory=list)
    before: Series | None = field(init=False)
    """The series as it was read; None for one that is new."""

    def __post_init__(self) -> None:
        self.before = None if self.is_new else self.series

    def say(self, origin: Origin, series: Series) -> None:
        """Let an origin say this of the series, in the place of what it said before."""
        self.said[origin] = self.kept[origin] = series

    def add(self, release: Release, said: Mapping[Origin, Said], *, follows: Standing | None = None) -> Standing:
        """Add a release that is new."""
        standing = Standing(release, said, follows)
        self.releases.append(standing)
        return standing

    @property
    def added(self) -> list[Standing]:
        """The releases that are new."""
        return [each for each in self.releases if not each.release.id]

    @property
    def changed(self) -> list[Standing]:
        """The known releases that aren't what they were."""
        return [each for each in self.releases if each.release.id and each.is_changed]
