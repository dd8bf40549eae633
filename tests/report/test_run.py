"""The fixture notebooks, run once on a nasty article: what is kept, what is said, and two runs alike."""

import json
import os
import re
import subprocess
import sys
from hashlib import sha256

import pytest

from analysis.paths import PROJECT
from analysis.report import choose, report
from tests.report.conftest import CHOSEN, FIXTURES, NASTY

FOLDER = "a-draft-of-5-more.v2"

pytestmark = pytest.mark.slow


def executed(ran, name):
    return json.loads((ran.folder / "articles" / FOLDER / "notebooks" / f"{name}.ipynb").read_text("utf-8"))


def printed(notebook):
    outputs = [o for cell in notebook["cells"] for o in cell.get("outputs", ())]
    return "".join("".join(o.get("text", o.get("data", {}).get("text/plain", ""))) for o in outputs)


def test_the_folder_holds_what_was_promised(ran):
    files = sorted(p.relative_to(ran.folder).as_posix() for p in ran.folder.rglob("*") if p.is_file())
    inside = f"articles/{FOLDER}"
    names = ["broken.failed", "dead_kernel.failed", "fine", "personal_kernel", "reaching", "restless"]
    assert files == [
        f"{inside}/figures/dot.svg",
        *(f"{inside}/notebooks/{name}.ipynb" for name in names),
        f"{inside}/record.json",
        f"{inside}/tables/dot.csv",
        f"inputs/{FOLDER}.txt",
        "manifest.json",
        "records.jsonl",
        "report.html",
    ]
    assert ran.page == ran.folder / "report.html"
    assert [p.name for p in ran.folder.parent.iterdir() if p.name.startswith(".")] == []


def test_the_input_is_kept_byte_for_byte(ran, nasty):
    assert (ran.folder / "inputs" / f"{FOLDER}.txt").read_bytes() == nasty.read_bytes()


def test_the_figures_are_copied_where_they_were_asked_for(ran):
    gallery = ran.folder.parent / "gallery"
    assert [p.name for p in gallery.iterdir()] == ["dot.svg"]


def test_parameters_arrive_as_they_were_declared(ran):
    notebook = executed(ran, "fine")
    assert printed(notebook).startswith(f"inputs/{FOLDER}.txt articles/{FOLDER} '007' 12 0.5 False None\n")
    (injected,) = [c for c in notebook["cells"] if "injected-parameters" in c["metadata"].get("tags", ())]
    assert injected["id"] == "injected-parameters"


def test_a_notebook_saved_with_somebody_s_own_kernel_runs_on_python3(ran):
    notebook = executed(ran, "personal_kernel")
    assert printed(notebook) == "'ran on python3'"
    assert notebook["metadata"]["kernelspec"]["name"] == "python3"


def test_a_broken_notebook_is_kept_apart_and_named(ran):
    broken, dead = ran.failures
    kept = f"articles/{FOLDER}/notebooks"
    assert (
        broken == f"{FOLDER}: broken failed in cell 4: ValueError: two <and> two are not five "
        f"(kept as {kept}/broken.failed.ipynb)"
    )
    assert (
        dead == f"{FOLDER}: dead_kernel failed in cell 4: the kernel died "
        f"(kept as {kept}/dead_kernel.failed.ipynb)"
    )
    assert "before it breaks" in printed(executed(ran, "broken.failed"))
    assert "before it dies" in printed(executed(ran, "dead_kernel.failed"))
    assert "never shown" not in printed(executed(ran, "broken.failed"))


def test_no_time_no_path_and_no_process_stands_in_any_file(ran, nasty):
    for path in ran.folder.rglob("*"):
        if path.is_file() and path.suffix != ".txt":
            text = path.read_text("utf-8")
            for trace in (
                str(ran.folder),
                str(nasty.parent),
                str(PROJECT),
                "start_time",
                "duration",
                "ipykernel_",
                ".part",
            ):
                assert trace not in text, f"{trace} in {path.name}"
    metadata = executed(ran, "fine")["metadata"]
    assert set(metadata) == {"kernelspec", "language_info", "papermill"}
    assert set(metadata["papermill"]) == {"parameters", "version"}
    assert "version" not in metadata["language_info"]


def test_the_manifest_says_what_went_in_and_what_came_out(ran, nasty):
    manifest = json.loads((ran.folder / "manifest.json").read_text("utf-8"))
    assert sorted(manifest) == [
        "failures",
        "format",
        "inputs",
        "notebooks",
        "outputs",
        "parameters",
        "versions",
    ]
    (one,) = manifest["inputs"]
    assert one["id"] == "a {draft} of $5 & more.v2"
    assert one["sha256"] == sha256(nasty.read_bytes()).hexdigest()
    assert manifest["parameters"] == {"title": "007", "top": "12"}
    assert [n["name"] for n in manifest["notebooks"]] == sorted(CHOSEN)
    assert {"python", "pandas", "matplotlib", "papermill"} <= set(manifest["versions"])
    page = sha256((ran.folder / "report.html").read_bytes()).hexdigest()
    assert manifest["outputs"]["report.html"] == page


def test_the_record_is_there_alone_and_as_a_line(ran):
    alone = json.loads((ran.folder / "articles" / FOLDER / "record.json").read_text("utf-8"))
    (line,) = (ran.folder / "records.jsonl").read_text("utf-8").splitlines()
    assert alone == json.loads(line)
    assert alone["path"] == f"inputs/{FOLDER}.txt"
    assert alone["n_chars"] == len(NASTY)


def test_a_second_run_elsewhere_with_other_hashes_writes_the_same_bytes(ran, nasty, tmp_path):
    code = (
        "import sys; from pathlib import Path; from analysis.report import choose, report;"
        f"choice = choose({CHOSEN!r}, given={{'top': '12', 'title': '007'}}, folder=Path(sys.argv[1]));"
        "report([Path(sys.argv[2]).name], out='again', choice=choice, jobs=3)"
    )
    surroundings = os.environ | {
        "PYTHONPATH": str(PROJECT),
        "PYTHONHASHSEED": "4711",
        "TZ": "Asia/Seoul",
        "LC_ALL": "C",
        "COLUMNS": "40",
    }
    work = tmp_path / "another folder"
    work.mkdir()
    (work / nasty.name).write_bytes(nasty.read_bytes())
    subprocess.run(
        [sys.executable, "-c", code, str(FIXTURES), str(nasty)], cwd=work, env=surroundings, check=True
    )
    files = [p.relative_to(ran.folder) for p in sorted(ran.folder.rglob("*")) if p.is_file()]
    assert files == [
        p.relative_to(work / "again") for p in sorted((work / "again").rglob("*")) if p.is_file()
    ]
    for file in files:
        assert (work / "again" / file).read_bytes() == (ran.folder / file).read_bytes(), file


def test_in_a_batch_a_bad_input_has_its_place_and_the_rest_goes_on(tmp_path):
    press = tmp_path / "press"
    press.mkdir()
    (press / "a.txt").write_text(NASTY, "utf-8")
    (press / "b.txt").write_text("")
    (press / "c.txt").write_text(NASTY, "utf-8")
    told = []
    run = report(
        [press],
        out=tmp_path / "report",
        choice=choose(["fine"], folder=FIXTURES),
        figures=tmp_path / "figures",
        tell=lambda outcome, number, total: told.append((number, total)),
    )
    assert run.failures == ("b.txt is empty.",)
    assert told == [(1, 2), (2, 2)]
    page = run.page.read_text("utf-8")
    assert "b.txt is empty." in page
    assert len(re.findall(r"<section ", page)) == 2
    rows = [json.loads(line) for line in (run.folder / "records.jsonl").read_text("utf-8").splitlines()]
    assert [(r["id"], r["status"], r["error"]) for r in rows] == [
        ("a", "ok", None),
        ("b", "failed", "b.txt is empty."),
        ("c", "ok", None),
    ]
    assert str(tmp_path) not in page + (run.folder / "manifest.json").read_text("utf-8")
    assert sorted(
        p.relative_to(tmp_path / "figures").as_posix() for p in (tmp_path / "figures").rglob("*.svg")
    ) == [
        "a/dot.svg",
        "c/dot.svg",
    ]
