"""A browser on this machine, where there is somebody to look into it."""

import contextlib
import os
import subprocess
import sys
from collections.abc import Mapping


def is_there(environment: Mapping[str, str] = os.environ) -> bool:
    """Tell whether a person sits at this machine, with a browser in front of them."""
    if not sys.stdout.isatty() or environment.get("CI"):
        return False
    if environment.get("BROWSER"):
        return True
    if sys.platform in {"win32", "darwin"}:
        return not environment.get("SSH_CONNECTION")
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def show(url: str) -> None:
    """Open a page without waiting; that a browser is broken is no reason to end, or to say anything.

    In a process of its own, which Ctrl+C doesn't reach: some browsers talk all the time, and some end with who called.
    """
    quiet = subprocess.DEVNULL
    command = [sys.executable, "-m", "webbrowser", "-t", url]
    with contextlib.suppress(OSError):
        subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)  # noqa: S603 - ours
