"""The real notebooks on the seed article, by the command line: complete, small, and the same twice."""

import json
import re

import pytest

from analysis.paths import PROJECT
from analysis.report import verify
from analysis.report.choice import ORDER

pytestmark = pytest.mark.slow


def test_all_four_notebooks_ran_and_wrote_what_they_promise(seed_report):
    (article,) = (seed_report / "articles").iterdir()
    notebooks = sorted(p.stem for p in (article / "notebooks").iterdir())
    assert set(ORDER) <= set(notebooks)
    assert not [name for name in notebooks if name.endswith(".failed")]
    pictures = sorted(p.stem for p in (article / "figures").glob("*.svg"))
    assert len(pictures) >= 6
    assert sorted(p.stem for p in (article / "figures").glob("*.png")) == pictures
    assert {"acts", "sentences", "speakers", "statements", "themes"} <= {
        p.stem for p in (article / "tables").glob("*.csv")
    }
    assert {p.stem for p in (seed_report.parent / "my figures").glob("*.svg")} == set(pictures)
    assert json.loads((article / "record.json").read_text("utf-8"))["status"] == "ok"


def test_the_page_is_below_400_kilobytes_and_in_order(seed_report):
    page = (seed_report / "report.html").read_text("utf-8")
    assert len(page.encode()) < 400_000
    assert re.findall(r'<section id="[^"]*--(\w+)" class="notebook"', page)[: len(ORDER)] == list(ORDER)
    assert "data:image/svg+xml" in page


def test_no_place_on_this_machine_stands_in_the_report(seed_report):
    for file in seed_report.rglob("*"):
        if file.is_file():
            data = file.read_bytes()
            for place in (PROJECT, seed_report.parent):
                assert str(place).encode() not in data, f"{place} in {file.name}"


def test_a_second_run_with_other_hashes_writes_the_same_bytes(seed_report):
    verdict = verify(seed_report)
    assert verdict.differences == ()
    assert verdict.reasons == ()
