"""The bot killed in every phase of a delivery, and worse: Discord, which lives on, counts what arrived.

What the bot says in the end is held against what stands in the channels.

`make soak` does the same for an hour, with more of everything.
"""

from pathlib import Path

import pytest

from tests.crash.rounds import Round
from tests.crash.setting import Setting
from tests.examples import IS_LONG, examples

POSTS, WITHIN, KILLS = examples(100, 200), examples(7, 12), examples(4, 8)
SETTINGS = {
    "one bot": Setting(seed=1, posts=POSTS, channels=20, kills=KILLS, within=WITHIN),
    "two bots": Setting(seed=2, posts=POSTS, channels=20, kills=KILLS, within=WITHIN, bots=2),
    "little time": Setting(seed=4, posts=POSTS, channels=20, kills=2, within=1.0, quota=0.2),
    "bad weather": Setting(seed=3, posts=POSTS // 2, channels=20, kills=KILLS, within=WITHIN, bots=2, share=0.1),
    "put back": Setting(seed=5, posts=60, channels=10, kills=examples(2, 6), within=4.0, rollbacks=examples(1, 3)),
}
if IS_LONG:
    SETTINGS |= {
        "moderators": Setting(
            seed=6,
            posts=20,
            channels=4,
            kills=6,
            within=WITHIN,
            steady_seconds=8.0,
            disturbances=("clock set",),
            disturbed_share=1.0,
            moderators=2,
            refused=0.2,
            threads=1,
        ),
        "frozen for long": Setting(
            seed=7,
            posts=POSTS,
            channels=20,
            kills=2,
            within=60.0,
            bots=2,
            disturbances=("frozen", "two frozen"),
            disturbed_share=1.0,
            frozen_seconds=(31.0, 40.0),
        ),
        "two bots answer": Setting(
            seed=8,
            posts=20,
            channels=4,
            kills=4,
            within=WITHIN,
            bots=2,
            steady_seconds=6.0,
            moderators=3,
            disturbances=("stopped", "threads archived"),
            disturbed_share=1.0,
            threads=2,
        ),
    }


@pytest.mark.parametrize("name", SETTINGS)
async def test_killed_at_any_instant_it_loses_nothing_and_posts_nothing_twice(tmp_path: Path, name: str) -> None:
    figures = await Round(SETTINGS[name], tmp_path).play()

    log = (tmp_path / "log.txt").read_text()
    assert (figures.lost, figures.twice, figures.untrue) == ([], [], []), log
    assert figures.is_good, log
    assert figures.kills.total() == SETTINGS[name].kills
    assert "could not be made into a post" not in log
    assert "ResourceWarning" not in log, log
    assert SETTINGS[name].share or "Traceback" not in log, log
