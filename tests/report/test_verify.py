"""Verifying: a report that stands as it was written, and each way in which it may not."""

import json
import shutil

import pytest

from analysis.report import choose, report, verify
from tests.report.conftest import FIXTURES, NASTY

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A small report of one good and one empty article."""
    work = tmp_path_factory.mktemp("verify")
    (work / "a visit {1}.txt").write_bytes(("Caf\u00e9. " + NASTY).encode("cp1252", "ignore"))  # has a note
    (work / "empty.txt").write_text("")
    notebooks = work / "notebooks"
    notebooks.mkdir()
    shutil.copy(FIXTURES / "fine.ipynb", notebooks)
    choice = choose(given={"title": "007"}, folder=notebooks)
    return report([work / "a visit {1}.txt", work / "empty.txt"], out=work / "report", choice=choice).folder


@pytest.fixture
def copy(made, tmp_path):
    return shutil.copytree(made, tmp_path / "copy")


def test_a_report_is_made_again_byte_for_byte(made):
    verdict = verify(made, notebooks=made.parent / "notebooks")
    assert verdict.differences == ()
    assert verdict.reasons == ()
    assert verdict.files == len([p for p in made.rglob("*") if p.is_file()]) - 1
    assert "was read as cp1252" in (made / "report.html").read_text("utf-8")


def test_every_difference_is_named(copy, made, tmp_path):
    notebooks = shutil.copytree(made.parent / "notebooks", tmp_path / "changed")
    notebook = json.loads((notebooks / "fine.ipynb").read_text("utf-8"))
    notebook["cells"][2]["source"] += "\nprint('more')"
    (notebooks / "fine.ipynb").write_text(json.dumps(notebook))
    (copy / "articles/a-visit-1/tables/dot.csv").write_text("a,b\n1,3\n")
    (copy / "articles/a-visit-1/figures/dot.svg").unlink()
    (copy / "mine.txt").write_text("not of the report")
    manifest = json.loads((copy / "manifest.json").read_text("utf-8"))
    manifest["versions"]["pandas"] = "0.1"
    (copy / "manifest.json").write_text(json.dumps(manifest))
    verdict = verify(copy, notebooks=notebooks)
    assert verdict.differences == (
        "articles/a-visit-1/figures/dot.svg is missing.",
        "articles/a-visit-1/tables/dot.csv has been altered since the report was made.",
        "mine.txt is not part of the report.",
        "articles/a-visit-1/notebooks/fine.ipynb differs when it is made again.",
        "report.html differs when it is made again.",
    )
    assert verdict.reasons[0].startswith("It was made with pandas 0.1; here is ")
    assert verdict.reasons[1] == "The notebook fine has changed since."


@pytest.mark.parametrize(
    ("harm", "sentence"),
    [
        (
            lambda file: file.write_text(NASTY + "One more.", "utf-8"),
            "has been altered since the report was made.",
        ),
        (lambda file: file.write_text(""), "has been altered since the report was made."),
        (lambda file: file.unlink(), "is missing."),
    ],
)
def test_an_input_that_is_not_as_it_was_is_named_and_nothing_is_run(copy, harm, sentence):
    harm(copy / "inputs" / "a-visit-1.txt")
    verdict = verify(copy, notebooks=FIXTURES, tell=lambda *_: pytest.fail("a notebook was run"))
    assert verdict.differences == (f"inputs/a-visit-1.txt {sentence}",)


def test_a_report_with_its_own_taxonomy_keeps_a_copy_and_is_made_again(tmp_path):
    (tmp_path / "mine.toml").write_text(
        'extends = true\n[areas.space]\ndefinition = "Rockets."\nterms = ["rocket*"]\n', "utf-8"
    )
    (tmp_path / "visit.txt").write_text("Oslo and Porto agreed on Monday to build rockets.\n", "utf-8")
    notebooks = tmp_path / "notebooks"
    notebooks.mkdir()
    shutil.copy(FIXTURES / "fine.ipynb", notebooks)
    choice = choose(folder=notebooks)
    run = report(
        [tmp_path / "visit.txt"], out=tmp_path / "out", choice=choice, taxonomy=tmp_path / "mine.toml"
    )
    record = json.loads((run.folder / "records.jsonl").read_text("utf-8"))
    assert [t["theme"] for t in record["themes"]] == ["space"]
    assert (run.folder / "inputs/taxonomy.toml").read_bytes() == (tmp_path / "mine.toml").read_bytes()
    assert verify(run.folder, notebooks=notebooks).differences == ()
