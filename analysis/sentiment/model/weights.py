"""Weights as plain sorted tables: a feature a line with whole numbers, hundredths of a weight.

`tone_targets.tsv` has two numbers a feature (neg and pos; neu is what is missing to zero), `tone_ratings.tsv`
one. What is not in the table weighs nothing. The first lines say what was learnt from.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from analysis.errors import CommuniqueError
from analysis.paths import models_with

TARGETS, RATINGS = "tone_targets.tsv", "tone_ratings.tsv"
UNIT = 0.01
# Rows kept of each table, the heaviest: together 1.4 MB; with all rows macro-F1 is .703 and r .604.
KEEP = {TARGETS: 70_000, RATINGS: 16_000}
UNSEEN = 0.3  # of a word that has its weight from words used alike: about one occurrence
INTERCEPT = "(intercept)"


class Table(NamedTuple):
    """Weights by feature, a number an output; the intercepts; and how much of each feature was seen.

    `seen` is the root of the sum of squares of a feature over the rows: a large weight on what hardly ever
    occurs matters less than a small one on what often does.
    """

    weights: dict[str, tuple[float, ...]]
    intercepts: tuple[float, ...]
    seen: Mapping[str, float] = MappingProxyType({})


class Stored(NamedTuple):
    """A table as it was read: weights by feature, the intercepts, and the digest of what it learnt from."""

    weights: dict[str, tuple[float, ...]]
    intercepts: tuple[float, ...]
    learnt_from: str


def load(name: str) -> Stored:
    """The table `name` of the package, or of the folder that COMMUNIQUE_MODELS names if it is there."""
    return read(models_with(name), name)


@cache
def read(folder: Path, name: str) -> Stored:
    """Read a table once; it is made by `communique train sentiment`."""
    learnt_from, rows = "", {}
    try:
        lines = (folder / name).read_text("utf-8").splitlines()
        for line in lines:
            if line.startswith("# "):
                if line.startswith("# digest: "):
                    learnt_from = line.removeprefix("# digest: ")
                continue
            feature, *numbers = line.split("\t")
            rows[feature] = tuple(map(int, numbers))
        return unpacked(rows, learnt_from)
    except (OSError, ValueError, KeyError):
        raise CommuniqueError(f"{folder / name} holds no weights of the tone model.") from None


def packed(name: str, table: Table) -> dict[str, tuple[int, ...]]:
    """What is stored of a table: its heaviest rows in whole hundredths, and the intercepts."""
    units = {
        feature: tuple(round(w / UNIT) for w in weights)
        for feature, weights in table.weights.items()
        if feature.isprintable() and "\t" not in feature
    }
    heaviest = sorted(
        units, key=lambda f: (-round(max(map(abs, units[f])) * table.seen.get(f, UNSEEN), 6), f)
    )[: KEEP[name]]
    kept = {f: units[f] for f in heaviest if any(units[f])}
    return kept | {INTERCEPT: tuple(round(w / UNIT) for w in table.intercepts)}


def unpacked(rows: dict[str, tuple[int, ...]], learnt_from: str = "") -> Stored:
    """A table as it is used, from what is stored."""
    weights = {feature: tuple([n * UNIT for n in numbers]) for feature, numbers in rows.items()}
    return Stored(weights, weights.pop(INTERCEPT), learnt_from)


def save(folder: Path, name: str, table: Table, *, rows: int, digest: str) -> Path:
    """Write a table; the same weights make the same bytes."""
    kept = packed(name, table)
    head = (
        "# made by: communique train sentiment; see MODEL_CARD.md",
        f"# learnt from: {rows} rows",
        f"# digest: {digest}",
        "# columns: feature, then its weights in hundredths (targets: neg, pos; ratings: one)",
    )
    body = ["\t".join((f, *map(str, kept[f]))) for f in sorted(kept)]
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text("\n".join((*head, *body)) + "\n", "utf-8", newline="\n")
    return path
