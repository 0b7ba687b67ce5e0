"""What `pip install` lays on a machine."""

import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

ROOT = Path(__file__).parents[1]
PACKAGES = ("bot", "cogs", "migrations", "sandbox")
BUILD = "import sys; from setuptools import build_meta; build_meta.build_wheel(sys.argv[1])"


def test_the_wheel_has_the_whole_page_the_snapshot_and_nothing_that_npm_installed(tmp_path: Path) -> None:
    source, out = tmp_path / "source", tmp_path / "out"
    for name in PACKAGES:
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__", "node_modules"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source / name)
    installed = source / "sandbox" / "vendor" / "node_modules" / "lit" / "index.js"
    installed.parent.mkdir(parents=True)
    installed.write_text("export {};\n", "utf-8")

    subprocess.run([sys.executable, "-c", BUILD, str(out)], cwd=source, check=True, capture_output=True)  # noqa: S603 - ours

    (wheel,) = out.glob("*.whl")
    names = set(ZipFile(wheel).namelist())
    snapshot = "bot/catalogue/sources/bangumi/snapshot"
    assert {f"{snapshot}.xz", f"{snapshot}.LICENSE.md"} <= names
    page = {each.relative_to(ROOT).as_posix() for each in (ROOT / "sandbox" / "page").rglob("*") if each.is_file()}
    assert {"sandbox/page/index.html", "sandbox/page/vendor/LICENSES.txt"} <= page
    assert page <= names
    assert not [each for each in names if each.startswith("sandbox/vendor/")]
