"""What holds for the project as a whole: the way data flows, what is declared, what the documents promise."""

import ast
import doctest
import hashlib
import re
import shlex
import sys
import tomllib
from functools import cache
from importlib.metadata import distributions, version
from itertools import chain
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

import analysis
from analysis import figures
from analysis.__main__ import _parser
from analysis.paths import FIGURES, PACKAGE, PROJECT, SEEDS

# Each module or room may import from the lines above its own, and from nothing else.
FLOW = (
    ("article", "errors", "palette", "paths", "schema", "wording"),
    ("lexicons", "options"),
    ("language",),
    ("reading",),
    ("cooperation", "sentiment", "speech"),
    ("findings", "measures"),
    ("shifts", "targets", "voices"),
    ("results", "tables"),
    ("accounts",),
    ("prose",),
    ("figures", "record", "show"),
    ("engine",),
    ("evaluation", "frames"),
    ("report",),
    ("__main__",),
)
# Packages that cost a noticeable time to import, and the room that is about each; no other may load them
# when it is imported, only in the function that needs them.
HEAVY = {
    "IPython": "report",
    "dask": None,
    "ipykernel": "report",
    "jinja2": "report",
    "jupyter_client": "report",
    "matplotlib": "figures",
    "nbclient": "report",
    "nbconvert": "report",
    "nbformat": "report",
    "nltk": None,
    "papermill": "report",
    "tqdm": None,
}
COMMANDS = {"ipykernel", "jupyterlab"}  # dependencies that are run, not imported
LONGEST = 250  # lines; one module an idea
LONGER = {
    "cooperation/cues.py",
    "cooperation/coder.py",
    "cooperation/taxonomy.py",
    "figures/canvas.py",
    "figures/share.py",
    "figures/themes.py",
    "figures/tone.py",
    "measures.py",
}  # known to be too long, and not to grow past LIMIT; strike off what has been divided
LIMIT = 350

AS_IT_CAME = {"vader_lexicon.txt"}  # somebody else's file, byte for byte
BINARY = {".npz"}  # weights: numbers, no text

MODULES = sorted(PACKAGE.rglob("*.py"))
FOLDERS = (".ci", "analysis", "benchmarks", "notebooks", "tests")
TEXTS = sorted(
    path
    for path in chain(PROJECT.glob("*"), *((PROJECT / folder).rglob("*") for folder in FOLDERS))
    if path.is_file()
    and path.suffix not in BINARY
    and "__pycache__" not in path.parts
    and ".ipynb_checkpoints" not in path.parts
)


@pytest.fixture(scope="module")
def seed():
    return analysis.analyse(analysis.read(min(SEEDS.glob("*.txt"))))


def name(path: Path) -> str:
    return path.relative_to(PROJECT).as_posix()


def room(path: Path) -> str:
    """The module or room of a file of the package."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def imported(node: ast.AST) -> list[str]:
    """The modules that a statement imports, by full names; public names of the package by their home."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if not isinstance(node, ast.ImportFrom):
        return []
    assert node.level == 0, "imports are absolute"
    if node.module != "analysis":
        return [node.module]
    return [f"analysis.{analysis._HOMES.get(alias.name, alias.name)}" for alias in node.names]


def imports(path: Path, *, at_once: bool = False) -> set[str]:
    """What a file imports: everything but for type checkers, or only what is imported when it is."""
    found: set[str] = set()

    def look(node: ast.AST) -> None:
        for child in ast.iter_child_nodes(node):
            found.update(imported(child))
            if isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING":
                continue
            if not (at_once and isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef)):
                look(child)

    look(tree(path))
    return found


def pyproject() -> dict:
    return tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))


def declared(*extras: str) -> dict[str, Requirement]:
    project = pyproject()["project"]
    lines = [*project["dependencies"], *(r for e in extras for r in project["optional-dependencies"][e])]
    return {canonicalize_name(r.name): r for r in map(Requirement, lines)}


def pinned() -> dict[str, str]:
    lines = (PROJECT / "requirements.lock").read_text("utf-8").splitlines()
    pairs = [re.fullmatch(r"([\w.-]+)==([\w.+!]+)", line) for line in lines if not line.startswith("#")]
    assert all(pairs), "a line of the lock is not NAME==VERSION"
    return {canonicalize_name(pair[1]): pair[2] for pair in pairs}


def targets() -> dict[str, str]:
    """The Makefile's commands and what `make help` says of each."""
    text = (PROJECT / "Makefile").read_text("utf-8")
    return dict(re.findall(r"^([a-z]+):.*?## +(.+)$", text, re.M))


# The house


def test_every_room_has_its_place_in_the_flow():
    rooms = {room(path) for path in MODULES} - {"__init__"}
    assert rooms == set(chain(*FLOW))


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_data_flows_one_way(path):
    if room(path) == "__init__":
        return  # it only says where each public name is at home
    line = next(number for number, rooms in enumerate(FLOW) if room(path) in rooms)
    allowed = {*chain(*FLOW[:line]), room(path), "__version__"}
    ours = {module.split(".")[1] for module in imports(path) if module.startswith("analysis.")}
    assert ours <= allowed


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_nothing_heavy_is_loaded_on_import(path):
    loaded = {module.split(".")[0] for module in imports(path, at_once=True)}
    assert not {package for package in loaded & set(HEAVY) if HEAVY[package] != room(path)}


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_every_module_says_what_it_is_and_is_short(path):
    assert len((ast.get_docstring(tree(path)) or "").split()) >= 5, "no docstring, or none worth the name"
    lines = path.read_text("utf-8").count("\n")
    if path.relative_to(PACKAGE).as_posix() in LONGER:
        assert LONGEST < lines <= LIMIT, "strike it off LONGER, or divide it"
    else:
        assert lines <= LONGEST


# Seeds and texts


def test_the_seed_article_is_as_it_came():
    digests = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in SEEDS.iterdir()}
    assert digests == {
        "000_41bef5cbfffa6439.txt": "30f5215d0131b186ea30e8a4ff191385e80e75d05a0d4df5fd95c11fc2d35132"
    }


@pytest.mark.parametrize("path", TEXTS, ids=name)
def test_no_text_names_a_place_that_only_one_machine_has(path):
    text = path.read_text("utf-8")
    home = r"(?<![\w.])/(?:home|root|Users|work|opt|mnt)/\w"
    for pattern in (
        home,
        r"\.\./shared",
        r"/tmp/v\b",
        r"file://(?!/?\{)",
        r"(?:extra-)?index-url|find-links",
    ):
        found = re.search(pattern, text) if path != Path(__file__) else None
        assert not found, found[0]


@pytest.mark.parametrize("path", TEXTS, ids=name)
def test_every_text_is_utf8_with_plain_line_ends(path):
    data = path.read_bytes()
    data.decode("utf-8")
    if path.name not in AS_IT_CAME:
        assert b"\r" not in data
        assert not data or data.endswith(b"\n")


# Packages


def test_every_dependency_is_in_the_lock_at_a_version_that_fits():
    lock = pinned()
    extras = pyproject()["project"]["optional-dependencies"]
    wanted = declared(*extras) | {"setuptools": Requirement(pyproject()["build-system"]["requires"][0])}
    assert {n: str(r) for n, r in wanted.items() if n not in lock} == {}
    assert {n: lock[n] for n, r in wanted.items() if not r.specifier.contains(lock[n])} == {}


def test_the_lock_is_sorted_and_says_how_it_was_made():
    lines = (PROJECT / "requirements.lock").read_text("utf-8").splitlines()
    assert lines[0].startswith("# ") and "`make lock`" in "".join(line for line in lines if line[0] == "#")
    names = [line.split("==")[0].lower() for line in lines if line[0] != "#"]
    assert names == sorted(set(names))


def test_every_package_of_the_lock_runs_on_the_oldest_python_that_is_promised():
    oldest = pyproject()["project"]["requires-python"].removeprefix(">=") + ".0"
    wants = {d.name: SpecifierSet(d.metadata["Requires-Python"] or "") for d in distributions()}
    lock = pinned()
    locked = {n: wants[n] for n in wants if lock.get(canonicalize_name(n)) == version(n)}
    assert locked, "nothing that is locked is installed"
    assert {n: str(want) for n, want in locked.items() if not want.contains(oldest)} == {}


def third_parties(paths) -> set[str]:
    modules = {module.split(".")[0] for path in paths for module in imports(path)}
    return {canonicalize_name(m) for m in modules - set(sys.stdlib_module_names) - {"analysis", "tests"}}


def test_what_the_package_imports_is_declared_and_what_is_declared_is_needed():
    assert third_parties(MODULES) | COMMANDS == set(declared())


def test_what_the_tests_import_is_declared():
    files = [path for path in TEXTS if path.suffix == ".py" and path.parts[-2] != "analysis"]
    assert third_parties(files) <= set(declared("test")) | {"packaging", "websocket"}


# Documents


def links(document: str) -> list[str]:
    text = (PROJECT / document).read_text("utf-8")
    return re.findall(r"\]\(([^)\s]+)", text) + re.findall(r'(?:src|href)="([^"]+)"', text)


@pytest.mark.parametrize("document", ["README.md", "CHANGELOG.md", "benchmarks/README.md"])
def test_links_and_pictures_lead_somewhere(document):
    folder = (PROJECT / document).parent
    text = (PROJECT / document).read_text("utf-8")
    headings = {
        re.sub(r"[^\w -]", "", h.lower()).replace(" ", "-") for h in re.findall(r"^#+ (.+)$", text, re.M)
    }
    for link in links(document):
        if link.startswith("#"):
            assert link[1:] in headings, link
        elif not link.startswith("https://"):
            assert (folder / link).exists(), link


def test_the_readme_shows_a_picture_with_a_text_for_those_who_do_not_see_it():
    pictures = re.findall(r"!\[([^\]]*)\]\(([^)\s]+)\)", (PROJECT / "README.md").read_text("utf-8"))
    assert pictures
    assert all(len(alt) > 20 for alt, _ in pictures)


@pytest.mark.parametrize("drawn", [n for n in figures.__all__ if n.islower()])
def test_the_committed_figures_are_what_the_code_draws(drawn, seed):
    if version("matplotlib") != pinned()["matplotlib"]:
        pytest.skip("pictures are the same byte for byte with the locked version of matplotlib only")
    figure = getattr(figures, drawn)(seed)
    assert figure.name == drawn
    assert (FIGURES / f"{drawn}.svg").read_text("utf-8") == figure.svg, "run make report"
    assert (FIGURES / f"{drawn}.png").exists()


def shell_lines(document: str) -> list[str]:
    text = (PROJECT / document).read_text("utf-8")
    blocks = re.findall(r"^```sh\n(.*?)^```", text, re.M | re.S)
    return [line.split("  #")[0].strip() for block in blocks for line in block.splitlines() if line.strip()]


@pytest.mark.parametrize("document", ["README.md", "benchmarks/README.md"])
def test_the_commands_of_the_documents_are_there(document):
    lines = shell_lines(document)
    assert lines
    for line in lines:
        words = shlex.split(line)
        if words[0] == "make":
            assert words[1] in targets(), line
        elif words[0].endswith("communique"):
            _parser().parse_args(words[1:])  # raises where a command or an option is not there
        elif words[0].endswith("python"):
            assert (PROJECT / words[1]).exists(), line
        else:
            assert words[0] in ("git", "cd"), f"an unknown kind of command: {line}"


def test_the_readmes_examples_give_what_it_says(monkeypatch):
    monkeypatch.chdir(PROJECT)
    failed, tried = doctest.testfile(str(PROJECT / "README.md"), module_relative=False, encoding="utf-8")
    assert tried > 5 and not failed


def test_the_readme_tells_what_is_found_in_the_seed(seed):
    text = " ".join((PROJECT / "README.md").read_text("utf-8").split("```")[0].split())
    speakers = seed.speakers
    spoken = speakers.words.sum()
    assert f"{seed.article.n_words} words, and {spoken} of them" in text
    assert f"only {speakers.words_direct.sum()} words stand in quotation marks" in text
    for row in speakers.itertuples():
        assert re.search(rf"{row.name}[^.]*? {row.words} [^.]*?\({row.share:.1%}\)", text), row.name


def test_the_readme_names_both_commands_and_every_notebook():
    lines = shell_lines("README.md")
    assert {"make report", "make test"} <= set(lines)
    text = (PROJECT / "README.md").read_text("utf-8")
    assert [
        p.name for p in (PROJECT / "notebooks").glob("*.ipynb") if f"notebooks/{p.name}" not in text
    ] == []


def test_the_changelog_begins_with_this_version():
    text = (PROJECT / "CHANGELOG.md").read_text("utf-8")
    latest = re.search(r"^## (\S+)", text, re.M)
    assert latest and latest[1] == pyproject()["project"]["version"]


# Commands


def test_make_alone_lists_every_command():
    text = (PROJECT / "Makefile").read_text("utf-8")
    assert ".DEFAULT_GOAL := help" in text
    phony = set(re.search(r"^\.PHONY: (.+)$", text, re.M)[1].split())
    assert phony - set(targets()) == {"unsettled"}
    assert {"report", "test", "lab", "lint", "bench", "clean", "help"} <= set(targets())


def test_ci_runs_the_lint_and_the_readmes_test_command():
    script = PROJECT / ".ci" / "run"
    lines = script.read_text("utf-8").splitlines()
    assert script.stat().st_mode & 0o111, "not executable"
    assert lines[0].endswith("bash") and "set -euo pipefail" in lines
    assert lines[-2:] == ["make lint", "make test"]
