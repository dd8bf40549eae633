"""The committed notebooks: clean, parameterized as agreed, and a story more than a program."""

import ast
import inspect
import json
import re

import pytest

from analysis.options import check
from analysis.paths import NOTEBOOKS, PROJECT

NAMES = ["briefing", "cooperation_themes", "sentiment", "speaker_share"]
SHARED = {
    "article": ("str", "seeds/000_41bef5cbfffa6439.txt"),
    "out": ("str", ""),
}
PARAMETER = re.compile(
    r"^(?P<name>[a-z_]+): (?P<type>str|int|float|bool) = (?P<default>.+?)  # (?P<comment>.{12,})$"
)
FORBIDDEN = (
    *(ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda, ast.For, ast.While, ast.If, ast.Try),
    *(ast.With, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp),
)


def cells(name: str, kind: str) -> list[dict]:
    return [c for c in notebook(name)["cells"] if c["cell_type"] == kind]


def notebook(name: str) -> dict:
    return json.loads((NOTEBOOKS / f"{name}.ipynb").read_text("utf-8"))


def source(cell: dict) -> str:
    return "".join(cell["source"])


def parameters(name: str) -> dict[str, tuple[str, object]]:
    (cell,) = [c for c in cells(name, "code") if "parameters" in c["metadata"].get("tags", [])]
    found = [PARAMETER.match(line) for line in source(cell).splitlines()]
    assert all(found), f"a parameter of {name} is not typed, defaulted and commented on a line of its own"
    return {m["name"]: (m["type"], ast.literal_eval(m["default"])) for m in found}


def test_these_are_the_notebooks():
    assert sorted(p.stem for p in NOTEBOOKS.glob("*.ipynb")) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_clean(name):
    book = notebook(name)
    assert (book["nbformat"], book["nbformat_minor"]) == (4, 5)
    assert book["metadata"]["kernelspec"]["name"] == "python3"
    assert book["metadata"]["title"].strip()
    assert set(book["metadata"]) <= {"kernelspec", "language_info", "title"}
    for cell in book["cells"]:
        assert set(cell["metadata"]) <= {"tags"}
        if cell["cell_type"] == "code":
            assert cell["outputs"] == [] and cell["execution_count"] is None


@pytest.mark.parametrize("name", NAMES)
def test_ids_are_names(name):
    ids = [c["id"] for c in notebook(name)["cells"]]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", i) and len(i) <= 64 for i in ids)


@pytest.mark.parametrize("name", NAMES)
def test_the_file_is_written_as_jupyter_writes_it(name):
    text = (NOTEBOOKS / f"{name}.ipynb").read_text("utf-8")
    assert text == json.dumps(notebook(name), ensure_ascii=False, indent=1) + "\n"


@pytest.mark.parametrize("name", NAMES)
def test_parameters(name):
    found = parameters(name)
    assert "parameters" in cells(name, "code")[0]["metadata"].get("tags", [])
    assert {k: found[k] for k in SHARED} == SHARED
    assert (PROJECT / SHARED["article"][1]).is_file()
    accepted = inspect.signature(check).parameters
    for key, (kind, default) in found.items():
        assert key in accepted and type(default).__name__ == kind
        assert accepted[key].default in (inspect.Parameter.empty, default)


@pytest.mark.parametrize("name", NAMES)
def test_all_parameters_are_checked_before_anything_else(name):
    second = ast.parse(source(cells(name, "code")[1]))
    calls = [n for n in ast.walk(second) if isinstance(n, ast.Call)]
    checks = [c for c in calls if ast.unparse(c.func) == "options.check"]
    assert {k.arg for c in checks for k in c.keywords} == set(parameters(name))
    assert "reading = analyse(read(article))" in source(cells(name, "code")[1])


@pytest.mark.parametrize("name", NAMES)
def test_a_story_more_than_a_program(name):
    code = cells(name, "code")
    for cell in code:
        lines = [line for line in source(cell).splitlines() if line.strip()]
        assert 1 <= len(lines) <= 5
        tree = ast.parse(source(cell))  # a `%` or `!` line would not parse
        assert not [n for n in ast.walk(tree) if isinstance(n, FORBIDDEN)]
        for node in ast.walk(tree):
            if isinstance(node, ast.Import | ast.ImportFrom):
                assert not any(alias.name.startswith("_") for alias in node.names)
            if isinstance(node, ast.Attribute):
                assert not node.attr.startswith("_")
    prose = sum(len(re.findall(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*", source(c))) for c in cells(name, "markdown"))
    assert prose / len(code) >= 40


@pytest.mark.parametrize("name", NAMES)
def test_no_number_is_typed_into_the_prose(name):
    for cell in cells(name, "markdown"):
        assert not re.search(r"\d|%", source(cell)), (
            f"{name}, {cell['id']}: a number that code did not compute"
        )


@pytest.mark.parametrize("name", NAMES)
def test_no_markup_but_markdown(name):
    for cell in cells(name, "markdown"):
        assert not re.search(r"[<$]|https?:", source(cell))
    headings = [
        line for c in cells(name, "markdown") for line in source(c).splitlines() if line.startswith("#")
    ]
    assert headings[0].startswith("# ") and all(h.startswith("## ") for h in headings[1:])


def test_no_two_notebooks_write_the_same_table_or_figure():
    written = [
        name
        for book in NAMES
        for cell in cells(book, "code")
        for name in re.findall(r"tables=\[([^\]]*)\]|figures=\[([^\]]*)\]", source(cell))
    ]
    named = [part.strip() for pair in written for part in ",".join(pair).split(",") if part.strip()]
    assert len(named) == len(set(named))
    assert {n.strip('"') for n in named if n.startswith('"')} == {
        "sentences",
        "statements",
        "speakers",
        "acts",
        "targets",
        "themes",
    }
    drawn = [
        f
        for book in NAMES
        if book != "briefing"
        for c in cells(book, "code")
        for f in re.findall(r"figures\.(\w+)", source(c))
    ]
    assert len(drawn) == len(set(drawn)) == 11
