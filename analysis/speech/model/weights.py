"""Weights: two tables of learnt numbers and a tag dictionary, kept as plain arrays beside their model card.

Of a table of a million rows those that matter are stored: their distances (two bytes) and their weights (one
byte a label, times one scale). What is not stored is zero.
"""

from functools import cache
from pathlib import Path
from typing import NamedTuple
from zipfile import BadZipFile

import numpy as np

from analysis.errors import CommuniqueError
from analysis.paths import models_with
from analysis.speech.model.columns import Vocabulary
from analysis.speech.model.crf import Model

BITS = 20  # rows of a table: 2 ** BITS
FILE = "speech.npz"


class Weights(NamedTuple):
    """Both stages, the tag dictionary (word -> tags that it can have), and the words with their columns."""

    cue: Model
    link: Model
    tags: dict[str, str]
    vocabulary: Vocabulary


def load() -> Weights:
    """The weights that stand in the package, or in the folder that COMMUNIQUE_MODELS names."""
    return read_weights(models_with(FILE))


@cache
def read_weights(folder: Path) -> Weights:
    """Read the weights of a folder once; they are made by `communique train speech`."""
    try:
        with np.load(folder / FILE, allow_pickle=False) as stored:
            parts = {name: stored[name] for name in stored.files}
    except (OSError, EOFError, ValueError, BadZipFile):
        raise CommuniqueError(f"{folder / FILE} holds no weights of the speech engine.") from None
    words = bytes(parts["tags"]).decode().split("\n")
    tags = dict(line.split("\t") for line in words if line)
    return Weights(_unpack(parts, "cue"), _unpack(parts, "link"), tags, Vocabulary(tags))


def _unpack(parts: dict[str, np.ndarray], name: str) -> Model:
    rows = np.cumsum(parts[f"{name}_gaps"].astype(np.int64))
    values = parts[f"{name}_values"]
    table = np.zeros((1 << BITS, 8), dtype=np.int8)
    table[rows, : values.shape[1]] = values
    moves, starts = parts[f"{name}_moves"], parts[f"{name}_starts"]
    return Model(table, moves, starts, table.view(np.int64)[:, 0], float(parts[f"{name}_scale"]))


def save(folder: Path, cue: Model, link: Model, tags: dict[str, str], *, keep: tuple[int, int]) -> Path:
    """Write the weights, only the `keep` largest rows of each stage; the same weights make the same bytes."""
    parts: dict[str, np.ndarray] = {}
    for name, model, most in (("cue", cue, keep[0]), ("link", link, keep[1])):
        size = np.abs(model.table).max(1)
        rows = np.sort(np.argsort(-size, kind="stable")[:most])
        rows = rows[size[rows] > 0]
        scale = float(size.max()) / 127
        rows, values = _spaced(rows, np.round(model.table[rows] / scale).astype(np.int8))
        parts[f"{name}_gaps"] = np.diff(rows, prepend=0).astype(np.uint16)
        parts[f"{name}_values"] = values
        parts[f"{name}_scale"] = np.array(scale)
        parts[f"{name}_moves"], parts[f"{name}_starts"] = model.moves, model.starts
    text = "\n".join(f"{word}\t{found}" for word, found in sorted(tags.items()))
    parts["tags"] = np.frombuffer(text.encode(), dtype=np.uint8)
    folder.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(folder / FILE, **parts)
    return folder / FILE


def _spaced(rows: np.ndarray, values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Put rows of zeros where two rows stand further apart than two bytes can say."""
    more: list[int] = []
    last = 0
    for row in rows.tolist():
        more += range(last + 65535, row, 65535)
        last = row
    if not more:
        return rows, values
    every = np.concatenate([rows, np.array(more, dtype=rows.dtype)])
    full = np.concatenate([values, np.zeros((len(more), values.shape[1]), dtype=values.dtype)])
    order = np.argsort(every, kind="stable")
    return every[order], full[order]
