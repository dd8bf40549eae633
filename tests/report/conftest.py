"""Two runs shared by all tests of this room: fixture notebooks from here, the real ones by command line."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from analysis.paths import PROJECT, SEEDS
from analysis.report import choose, report

FIXTURES = Path(__file__).parents[1] / "notebooks"
CHOSEN = ("broken", "dead_kernel", "fine", "personal_kernel", "reaching", "restless")
NASTY = (
    "PORTO (Wire) -- The mayor of Porto said on Monday that <script>alert('x')</script> was not his idea, "
    "and that the $5 and $7 tickets {per person} would stay. "
    "\u05e9\u05dc\u05d5\u05dd, she answered, with a \U0001f91d and a smile. "
    'Both cities have agreed to work together <img src=x onerror="alert(1)"> on the water of '
    "the river & its banks.\n"
)


@pytest.fixture(scope="session")
def nasty(tmp_path_factory) -> Path:
    """An article whose name and text hold everything that could be taken for something else."""
    path = tmp_path_factory.mktemp("nasty folder") / "a {draft} of $5 & more.v2.txt"
    path.write_text(NASTY, "utf-8")
    return path


@pytest.fixture(scope="session")
def ran(nasty, tmp_path_factory):
    """The fixture notebooks run on the nasty article, with two parameters given."""
    out = tmp_path_factory.mktemp("first") / "out"
    choice = choose(CHOSEN, given={"title": "007", "top": "12"}, folder=FIXTURES)
    return report([nasty], out=out, choice=choice, figures=out.parent / "gallery")


@pytest.fixture(scope="session")
def seed_report(tmp_path_factory) -> Path:
    """The real notebooks on the seed article, by the command line, from another folder."""
    elsewhere = tmp_path_factory.mktemp("else where")
    (seed,) = sorted(SEEDS.glob("*.txt"))
    environment = os.environ | {"PYTHONPATH": str(PROJECT), "PYTHONHASHSEED": "1"}
    ran = subprocess.run(
        [
            sys.executable,
            "-m",
            "analysis",
            "report",
            str(seed),
            "--out",
            "my report",
            "--figures",
            "my figures",
        ],
        cwd=elsewhere,
        env=environment,
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout == "my report/report.html\n"
    return elsewhere / "my report"
