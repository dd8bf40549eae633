"""The choice: which notebooks are run, with which parameters; all of it is checked before anything runs."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from inspect import signature
from pathlib import Path
from typing import Any

from analysis import options
from analysis.errors import CommuniqueError, ParameterError
from analysis.paths import NOTEBOOKS
from analysis.report.parameters import Parameter, convert, declared

ORDER = ("briefing", "speaker_share", "sentiment", "cooperation_themes")  # then any other, in name order
OURS = ("article", "out")  # which article, and where to: the runner says this, for each article anew


@dataclass(frozen=True, slots=True)
class Notebook:
    """One notebook to run: its JSON as it stands in the folder, and what it declares."""

    name: str
    source: str
    sha256: str
    declares: tuple[Parameter, ...]
    given: Mapping[str, Any]

    def parameters(self, article: str, out: str) -> dict[str, Any]:
        """What is injected for one article: its path, its folder, and what was given by -p."""
        names = {p.name for p in self.declares}
        ours = {"article": article, "out": out}
        return {name: value for name, value in ours.items() if name in names} | dict(self.given)


@dataclass(frozen=True, slots=True)
class Choice:
    """The notebooks of a run in their order, and the parameters as given (words, not yet values)."""

    notebooks: tuple[Notebook, ...]
    given: Mapping[str, str]
    folder: Path


def choose(
    names: Iterable[str] | None = None, *, given: Mapping[str, str] | None = None, folder: Path = NOTEBOOKS
) -> Choice:
    """Choose the notebooks `names` of `folder` (all of them where None) and check the parameters `given`.

    Raises ParameterError with one sentence for an unknown notebook, for a parameter that none of the chosen
    notebooks declares, and for a value that does not fit its annotation.
    """
    found = _found(folder)
    names = list(found) if names is None else [name.removesuffix(".ipynb") for name in names]
    if not names:
        raise ParameterError(f"No notebook was chosen; there are {', '.join(found)}.")
    for name in names:
        if name not in found:
            raise ParameterError(f"There is no notebook {name!r}; there are {', '.join(found)}.")
    given = dict(given or {})
    opened = [_open(found[name]) for name in found if name in names]  # always in the report's order
    _check(given, opened)
    chosen = []
    for name, text, digest, known in opened:
        values = {p.name: convert(given[p.name], p) for p in known if p.name in given}
        _in_range(values)
        chosen.append(Notebook(name, text, digest, known, values))
    return Choice(tuple(chosen), dict(sorted(given.items())), folder)


def _found(folder: Path) -> dict[str, Path]:
    files = {file.stem: file for file in sorted(folder.glob("*.ipynb"))} if folder.is_dir() else {}
    if not files:
        raise CommuniqueError(
            f"There are no notebooks in {folder}; run Communiqué from a copy of the project."
        )
    first = [name for name in ORDER if name in files]
    return {name: files[name] for name in [*first, *(n for n in files if n not in first)]}


def _open(file: Path) -> tuple[str, str, str, tuple[Parameter, ...]]:
    try:
        data = file.read_bytes()
        text = data.decode("utf-8")
        known = declared(json.loads(text))
    except (OSError, ValueError, AttributeError, SyntaxError) as error:
        raise CommuniqueError(f"The notebook {file.name} cannot be read: {error}.") from None
    if "article" not in {p.name for p in known}:
        raise ParameterError(
            f"The notebook {file.stem} has no parameter named article in a cell tagged parameters, "
            f"so it cannot be run on an article."
        )
    return file.stem, text, hashlib.sha256(data).hexdigest(), known


def _in_range(values: Mapping[str, Any]) -> None:
    """Ask the function that the notebooks themselves ask first, before they are started in vain."""
    known = signature(options.check).parameters
    options.check(**{"article": "any"} | {name: value for name, value in values.items() if name in known})


def _check(given: Mapping[str, str], opened: Iterable[tuple[str, str, str, tuple[Parameter, ...]]]) -> None:
    known = {p.name: p for *_, parameters in opened for p in parameters}
    free = [name for name in known if name not in OURS]
    for name in given:
        if name in OURS:
            raise ParameterError(
                f"The parameter {name} is set by the report itself, article by article; leave it out."
            )
        if name not in known:
            there = f"they declare {', '.join(free)}" if free else "they declare none that can be given"
            raise ParameterError(f"None of the chosen notebooks has a parameter {name!r}; {there}.")
