"""Verifying a report: is every file as it was written, and does the same run write the same bytes again?"""

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analysis.errors import CommuniqueError
from analysis.paths import NOTEBOOKS
from analysis.report import manifest
from analysis.report.choice import choose
from analysis.report.inputs import Input, settle
from analysis.report.run import Teller, make
from analysis.report.taxonomies import KEPT


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a verification found; `differences` is empty where every byte is the same."""

    files: int
    differences: tuple[str, ...]  # a sentence a file
    reasons: tuple[str, ...]  # why the bytes may differ: other versions, other notebooks


def verify(
    folder: str | Path, *, notebooks: Path = NOTEBOOKS, jobs: int | None = None, tell: Teller | None = None
) -> Verdict:
    """Check the files of a report against its manifest, make it again aside, and compare the bytes.

    Raises CommuniqueError where `folder` is not a report, or was made with notebooks that are not here.
    """
    folder = Path(folder)
    told = manifest.load(folder)
    differences = _standing(folder, told["outputs"])
    reasons = _reasons(told)
    inputs, missing = _inputs(folder, told)
    if missing:
        return Verdict(len(told["outputs"]), tuple(dict.fromkeys([*differences, *missing])), tuple(reasons))
    choice = choose([n["name"] for n in told["notebooks"]], given=told["parameters"], folder=notebooks)
    was = {n["name"]: n["sha256"] for n in told["notebooks"]}
    reasons += [
        f"The notebook {n.name} has changed since." for n in choice.notebooks if n.sha256 != was[n.name]
    ]
    with tempfile.TemporaryDirectory(prefix="communique-") as aside:
        kept = (folder / KEPT).read_bytes() if (folder / KEPT).is_file() else None
        goal = Path(aside) / "report"
        again = make(inputs, choice, goal, jobs=jobs, taxonomy=kept, tell=tell).folder
        differences += _compared(told["outputs"], manifest.fingerprints(again))
        if not differences and (again / manifest.NAME).read_bytes() != (folder / manifest.NAME).read_bytes():
            differences.append(f"{manifest.NAME} differs when it is made again.")
    return Verdict(len(told["outputs"]), tuple(dict.fromkeys(differences)), tuple(reasons))


def _standing(folder: Path, known: dict[str, str]) -> list[str]:
    """The files that are not as the manifest has them."""
    now = manifest.fingerprints(folder)
    gone = [f"{file} is missing." for file in known if file not in now]
    changed = [
        f"{file} has been altered since the report was made."
        for file in known
        if now.get(file, known[file]) != known[file]
    ]
    added = [f"{file} is not part of the report." for file in now if file not in known]
    return sorted(gone + changed + added)


def _compared(known: dict[str, str], again: dict[str, str]) -> list[str]:
    differs = [
        f"{file} differs when it is made again."
        for file in known
        if again.get(file, known[file]) != known[file]
    ]
    lost = [f"{file} is not made again." for file in known if file not in again]
    new = [f"{file} is made now, and was not then." for file in again if file not in known]
    return sorted(differs + lost + new)


def _inputs(folder: Path, told: dict[str, Any]) -> tuple[tuple[Input, ...], list[str]]:
    """The articles as the report keeps them, and a sentence for each that cannot be used."""
    from analysis.reading import read

    inputs, missing = [], []
    for one in told["inputs"]:
        if one["error"] is not None:
            inputs.append(Input(one["folder"], one["id"], one["file"], error=one["error"]))
            continue
        file = folder / "inputs" / one["file"]
        name = f"inputs/{one['file']}"
        if not file.is_file():
            missing.append(f"{name} is missing.")
            continue
        try:
            article = read(file.absolute())
        except CommuniqueError:
            missing.append(f"{name} has been altered since the report was made.")
            continue
        if article.sha256 != one["sha256"]:
            missing.append(f"{name} has been altered since the report was made.")
            continue
        kept = Input(one["folder"], one["id"], one["file"], file.read_bytes(), article)
        inputs.append(settle(file.absolute(), kept))
    return tuple(inputs), missing


def _reasons(told: dict[str, Any]) -> list[str]:
    now = manifest.versions()
    return [
        f"It was made with {name} {version}; here is {now.get(name, 'none')}."
        for name, version in told["versions"].items()
        if now.get(name) != version
    ]
