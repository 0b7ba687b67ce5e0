"""The real bot in simcord, in a process of its own: simcord replaces parts of asyncio and discord.py for good."""

import os
import subprocess
import sys
from pathlib import Path

from tests.processes import ROOT

TESTS = Path(__file__).with_name("in_simcord.py")


def test_the_bot_runs_in_a_simulator_that_is_not_ours() -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", str(TESTS)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)  # noqa: S603 - our own tests

    assert done.returncode == 0, done.stdout + done.stderr
    assert "4 passed" in done.stdout
