"""The command line: its help, its exit codes, and one clear sentence for every input it cannot use."""

import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from analysis.__main__ import main
from analysis.paths import PROJECT
from analysis.reading import MAX_BYTES

ENGLISH = (
    "The mayor of Porto said on Monday that the two cities would work together on clean water and "
    "on transport, and that students of both would be able to spend a year in the other city.\n"
)
GERMAN = (
    "Der Bürgermeister sagte am Montag, dass die beiden Städte bei der Versorgung mit sauberem "
    "Wasser und im Verkehr zusammenarbeiten werden und dass Studenten ein Jahr "
    "in der anderen Stadt verbringen können.\n"
)


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A working directory with one of everything that people hand in."""
    monkeypatch.chdir(tmp_path)
    files = {
        "good.txt": ENGLISH.encode(),
        "empty.txt": b"",
        "bom.txt": b"\xef\xbb\xbf",
        "white.txt": b" \n\t\r\n \xc2\xa0 ",
        "marks.txt": b"--- *** 12 345 ... !!!\n",
        "binary.txt": b"\x7fELF\x00\x01\x02" * 50,
        "pdf.txt": b"%PDF-1.7\n" + b"binary " * 40,
        "zip.txt": b"PK\x03\x04" + b"word " * 40,
        "bytes.txt": b"\x81\x8d\x8f" * 60,
        "controls.txt": b"\x01\x02\x03\x04 the and of \xe9" * 40,
        "half.txt": b"\xff\xfeT\x00h\x00e",
        "german.txt": GERMAN.encode(),
        "korean.txt": ("두 도시의 시장은 월요일에 회담을 가졌다. " * 8).encode(),
        "huge.txt": b"word " * (MAX_BYTES // 5 + 1),
        "page.html": b"<p>" + ENGLISH.encode(),
        "plain": ENGLISH.encode(),
        "a file": b"not a folder",
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "nothing here").mkdir()
    (tmp_path / "no articles").mkdir()
    (tmp_path / "no articles" / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("three years of work")
    (tmp_path / "torn").mkdir()
    (tmp_path / "torn" / "manifest.json").write_text("{")
    (tmp_path / "newer").mkdir()
    (tmp_path / "newer" / "manifest.json").write_text('{"format": 999, "outputs": {}}')
    return tmp_path


BAD = [
    # no command, no file, no such thing
    ("", "The following arguments are required: COMMAND. See communique --help."),
    ("reprot good.txt", "Argument COMMAND: invalid choice: 'reprot'"),
    ("report", "The following arguments are required: PATH. See communique report --help."),
    ("annotate", "The following arguments are required: PATH. See communique annotate --help."),
    ("verify", "The following arguments are required: DIR. See communique verify --help."),
    ("report good.txt --colour", "Unrecognized arguments: --colour."),
    # inputs that are not articles; annotate and report say the same
    ("report nowhere.txt", "There is no file nowhere.txt."),
    ("annotate nowhere.txt", "There is no file nowhere.txt."),
    ("annotate nowhere/", "There is no file nowhere/."),
    ("report 'nothing here'", "The folder nothing here holds no article: Communiqué reads .txt files."),
    ("annotate 'no articles'", "The folder no articles holds no article: Communiqué reads .txt files."),
    ("report good.txt 'nothing here'", "The folder nothing here holds no article"),
    ("report empty.txt", "empty.txt is empty."),
    ("annotate empty.txt", "empty.txt is empty."),
    ("annotate bom.txt", "bom.txt holds nothing but white space."),
    ("annotate white.txt", "white.txt holds nothing but white space."),
    ("annotate marks.txt", "marks.txt holds no words."),
    ("report binary.txt", "binary.txt is not plain text but a binary file"),
    ("annotate pdf.txt", "pdf.txt is not plain text but a binary file"),
    ("annotate zip.txt", "zip.txt is not plain text but a binary file"),
    ("annotate bytes.txt", "bytes.txt is neither UTF-8 nor cp1252 text"),
    ("annotate controls.txt", "controls.txt is not plain text but a binary file"),
    ("annotate half.txt", "half.txt is not text: it starts like UTF-16 and is not."),
    ("report huge.txt", "huge.txt is larger than 2,000,000 bytes"),
    ("report german.txt", "german.txt does not look like English"),
    ("annotate korean.txt", "korean.txt does not look like English"),
    ("annotate page.html", "page.html cannot be read: Communiqué reads .txt files so far, not .html."),
    (
        "annotate plain",
        "plain cannot be read: Communiqué reads .txt files so far, not files without a suffix.",
    ),
    ("annotate ''", "No path was given"),
    # standard input that holds nothing
    ("annotate -", "standard input is empty."),
    ("report -", "standard input is empty."),
    # notebooks and their parameters
    ("report good.txt --notebooks briefing,summary", "There is no notebook 'summary'; there are briefing, "),
    ("report good.txt --notebooks ,", "No notebook was chosen; there are briefing, "),
    ("report good.txt -p windw=5", "None of the chosen notebooks has a parameter 'windw'; they declare "),
    (
        "report good.txt --notebooks sentiment -p window=wide",
        "The parameter window must be a whole number (int), not 'wide'.",
    ),
    ("report good.txt --notebooks sentiment -p window=0", "window is 0; it must be a whole number"),
    ("report good.txt -p article=other.txt", "The parameter article is set by the report itself"),
    ("report good.txt -p out=here", "The parameter out is set by the report itself"),
    ("report good.txt -p window", "-p takes NAME=VALUE, for instance -p window=7, not 'window'."),
    ("report good.txt -p =7", "-p takes NAME=VALUE, for instance -p window=7, not '=7'."),
    ("report good.txt -p window=3 -p window=5", "The parameter window was given twice."),
    ("report good.txt --jobs 0", "Argument --jobs: must be a whole number from 1, not '0'."),
    ("report good.txt --jobs many", "Argument --jobs: must be a whole number from 1, not 'many'."),
    # places that are not ours to write to
    ("report good.txt --out 'a file'", "a file is a file; name a folder for the report."),
    ("report good.txt --out 'a file/report'", "a file is a file."),
    (
        "report good.txt --out mine",
        "mine is not empty and is not a report of Communiqué, so it is left alone",
    ),
    ("report good.txt --out torn", "torn is not empty and is not a report of Communiqué"),
    ("report good.txt --out ''", "No folder was named for the report."),
    ("report good.txt --figures 'a file'", "a file is a file; name a folder for the figures."),
    ("annotate good.txt --engine oracle", "Argument --engine: invalid choice: 'oracle'"),
    ("annotate good.txt --out mine", "mine is a folder; name a file for the records"),
    ("annotate good.txt --out 'a file/x.jsonl'", "The system refused: "),
    # what is not a report
    ("verify nowhere", "There is no folder nowhere."),
    ("verify mine", "mine is not a report of Communiqué: it holds no manifest.json that can be read."),
    ("verify good.txt", "good.txt is not a report of Communiqué"),
    ("verify torn", "torn is not a report of Communiqué"),
    ("verify newer", "newer was written by another version of Communiqué"),
]


@pytest.mark.parametrize(("line", "sentence"), BAD, ids=[line or "nothing" for line, _ in BAD])
def test_what_cannot_be_used_is_refused_in_one_sentence(line, sentence, desk, monkeypatch, capsys):
    import shlex

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    before = sorted(p.relative_to(desk) for p in desk.rglob("*"))
    assert main(shlex.split(line)) == 2
    told = capsys.readouterr()
    assert sentence in told.err
    assert told.err.startswith("communique: ")
    assert told.err.count("\n") == 1
    assert "Traceback" not in told.err
    assert told.out == ""
    assert sorted(p.relative_to(desk) for p in desk.rglob("*")) == before  # nothing made, nothing gone


@pytest.mark.parametrize("line", ["--help", "report --help", "annotate --help", "verify --help"])
def test_help_has_examples(line, capsys):
    with pytest.raises(SystemExit) as end:
        main(line.split())
    assert end.value.code == 0
    assert "examples:\n  communique " in capsys.readouterr().out


def test_version(capsys):
    with pytest.raises(SystemExit) as end:
        main(["--version"])
    assert end.value.code == 0
    assert capsys.readouterr().out.startswith("communique")


def test_the_command_line_imports_nothing_heavy():
    code = (
        "import sys, analysis.__main__ as m; m._parser();"
        "print([n for n in ('pandas', 'papermill', 'IPython') if n in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True)
    assert ran.stdout == "[]\n"


def test_annotate_writes_one_record_a_line(desk, capsys):
    assert main(["annotate", "good.txt"]) == 0
    told = capsys.readouterr()
    (row,) = map(json.loads, told.out.splitlines())
    head = [
        "id",
        "path",
        "sha256",
        "title",
        "outlet",
        "date",
        "language",
        "n_chars",
        "n_words",
        "status",
        "error",
    ]
    assert list(row) == [*head, "sentences", "statements", "speakers", "acts", "themes"]
    assert (row["id"], row["path"], row["status"], row["error"]) == ("good", "good.txt", "ok", None)
    assert row["n_chars"] == len(ENGLISH)
    assert told.err == ""


def test_a_bad_input_in_a_batch_is_a_line_with_its_error(desk, capsys):
    (desk / "press").mkdir()
    for name in ("empty.txt", "good.txt", "german.txt"):
        (desk / name).rename(desk / "press" / name)
    assert main(["annotate", "press", "nowhere.txt", "--out", "new folder/press.jsonl"]) == 1
    told = capsys.readouterr()
    assert told.err == "communique: 3 of 4 articles failed; their lines say why.\n"
    lines = (desk / "new folder" / "press.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    assert [(r["id"], r["status"], r["error"]) for r in rows] == [
        ("empty", "failed", "press/empty.txt is empty."),
        (
            "german",
            "failed",
            "press/german.txt does not look like English; Communiqué reads English news only, so far.",
        ),
        ("good", "ok", None),
        ("nowhere", "failed", "There is no file nowhere.txt."),
    ]
    assert len({tuple(r) for r in rows}) == 1  # a failed record has the same fields
    assert "Communiqué" in lines[1]  # letters as they are, not \u00e9
    assert [p.name for p in Path("new folder").iterdir()] == ["press.jsonl"]


def test_annotate_takes_either_engine(desk, capsys):
    rules = {}
    for options in ([], ["--engine", "model"], ["--engine", "rules"]):
        assert main(["annotate", "good.txt", *options]) == 0
        row = json.loads(capsys.readouterr().out)
        rules[" ".join(options)] = [s["rule"] for s in row["statements"]]
    assert rules[""] == rules["--engine model"] != rules["--engine rules"]
    assert not any(rule.startswith("model") for rule in rules["--engine rules"])


def test_annotate_says_at_once_that_there_are_no_weights(desk, monkeypatch, capsys):
    monkeypatch.setenv("COMMUNIQUE_MODELS", "nothing here")
    assert main(["annotate", "good.txt", "german.txt"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == "communique: nothing here/speech.npz holds no weights of the speech engine.\n"
    assert main(["annotate", "good.txt", "--engine", "rules"]) == 0


def test_annotate_leaves_the_old_file_when_the_only_input_is_bad(desk):
    (desk / "old.jsonl").write_text("kept")
    assert main(["annotate", "empty.txt", "--out", "old.jsonl"]) == 2
    assert (desk / "old.jsonl").read_text() == "kept"


def test_annotate_reads_standard_input_and_writes_the_same_bytes_for_the_same_text(desk, monkeypatch, capsys):
    rows = []
    for _ in range(2):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ENGLISH.encode())))
        assert main(["annotate", "-"]) == 0
        rows.append(capsys.readouterr().out)
    assert rows[0] == rows[1]
    assert json.loads(rows[0])["id"] == "stdin"


def test_an_engine_that_breaks_takes_no_other_article_with_it(desk, monkeypatch, capsys):
    import analysis

    whole = analysis.analyse

    def fragile(article, **options):
        if article.id == "second":
            raise RuntimeError("an odd\nsentence")
        return whole(article, **options)

    monkeypatch.setattr(analysis, "analyse", fragile)
    (desk / "second.txt").write_text(ENGLISH)
    assert main(["annotate", "good.txt", "second.txt"]) == 1
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [r["status"] for r in rows] == ["ok", "failed"]
    assert rows[1]["error"] == "The analysis broke: RuntimeError: an odd sentence"
    assert rows[1]["sha256"] == rows[0]["sha256"]


def test_a_reader_who_goes_away_is_no_error(desk):
    many = [str(desk / "good.txt"), *(str(desk / f"n{i}.txt") for i in range(300))]
    for path in many[1:]:
        (desk / path).write_text(ENGLISH)
    code = f"{sys.executable} -m analysis annotate {desk} | head -c 10"
    ran = subprocess.run(["bash", "-c", code], cwd=PROJECT, capture_output=True, text=True)
    assert "Traceback" not in ran.stderr
    assert "BrokenPipe" not in ran.stderr


@pytest.mark.slow
@pytest.mark.parametrize("how", ["by Ctrl-C", "by kill"])
def test_an_interrupted_run_leaves_the_old_report_whole_and_says_so(how, desk):
    """A notebook that takes long is interrupted: nothing is replaced, nothing stays behind."""
    old = desk / "report"
    old.mkdir()
    (old / "report.html").write_text("the old one")
    (old / "manifest.json").write_text('{"format": 1, "outputs": {"report.html": "x"}}')
    notebooks = desk / "slow"
    notebooks.mkdir()
    slow = json.loads((PROJECT / "tests" / "notebooks" / "fine.ipynb").read_text("utf-8"))
    slow["cells"][-1]["source"] = (
        f"import os, time\nopen({str(desk / 'started')!r}, 'w').write(str(os.getpid()))\ntime.sleep(60)"
    )
    (notebooks / "slow.ipynb").write_text(json.dumps(slow))
    code = (
        "import sys; from pathlib import Path; import analysis.report.choice as choice;"
        "choose = choice.choose; import analysis.report as room;"
        f"room.choose = lambda names, given: choose(names, given=given, folder=Path({str(notebooks)!r}));"
        "from analysis.__main__ import main;"
        "sys.exit(main(['report', 'good.txt', '--jobs', '1']))"
    )
    running = subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=desk,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env=os.environ | {"PYTHONPATH": str(PROJECT)},
    )
    end = time.monotonic() + 60
    while not (desk / "started").exists() or not (desk / "started").read_text():
        assert running.poll() is None and time.monotonic() < end, "the notebook did not start"
        time.sleep(0.05)
    kernel = int((desk / "started").read_text())
    if how == "by Ctrl-C":
        os.killpg(running.pid, signal.SIGINT)  # a terminal signals the whole group
    else:
        running.terminate()
    _, told = running.communicate(timeout=30)
    assert running.returncode == 130
    assert told == "communique: Interrupted; nothing was replaced, and what stood there before still does.\n"
    assert (old / "report.html").read_text() == "the old one"
    assert not [p.name for p in desk.iterdir() if p.name.startswith(".")]
    end = time.monotonic() + 10
    while _alive(kernel):
        assert time.monotonic() < end, "the kernel outlived its report"
        time.sleep(0.05)


def _alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False
