"""What moderators are told without having asked."""

import pytest

from bot.domain.closures import Closure
from bot.render.notices import remedy


@pytest.mark.parametrize("closure", Closure)
def test_each_closure_has_a_remedy_of_its_own(closure: Closure) -> None:
    assert remedy(closure.value) not in {
        remedy("anything else"),
        *(remedy(other) for other in set(Closure) - {closure}),
    }


def test_what_discord_alone_knows_has_a_remedy_too() -> None:
    assert "Embed Links" in remedy("Discord answered 403 (20028): Something new")
