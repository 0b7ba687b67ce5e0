"""The bot killed in every phase of a delivery: Discord, which lives on, counts what arrived.

`make soak` does the same for an hour, with more of everything.
"""

from pathlib import Path

import pytest

from tests.crash.rounds import Round, Setting
from tests.examples import examples

POSTS, WITHIN = examples(100, 200), examples(7, 12)
SETTINGS = {
    "one bot": Setting(seed=1, posts=POSTS, channels=20, kills=6, within=WITHIN),
    "two bots": Setting(seed=2, posts=POSTS, channels=20, kills=6, within=WITHIN, bots=2),
    "little time": Setting(seed=4, posts=POSTS, channels=20, kills=2, within=1.0, quota=0.2),
    "bad weather": Setting(seed=3, posts=POSTS // 2, channels=20, kills=6, within=WITHIN, bots=2, share=0.1),
}


@pytest.mark.parametrize("name", SETTINGS)
async def test_killed_at_any_instant_it_loses_nothing_and_posts_nothing_twice(tmp_path: Path, name: str) -> None:
    figures = await Round(SETTINGS[name], tmp_path).play()

    log = (tmp_path / "log.txt").read_text()
    assert (figures.lost, figures.twice) == ([], []), log
    assert figures.is_good, log
    assert figures.kills.total() == SETTINGS[name].kills
    assert "could not be made into a post" not in log
    assert "ResourceWarning" not in log, log
    assert SETTINGS[name].share or "Traceback" not in log, log
