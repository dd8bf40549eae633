"""A report with the user's own taxonomy: the report keeps a copy of it, and its notebooks read that copy."""

import os
from pathlib import Path

from analysis.cooperation import Taxonomy, load
from analysis.cooperation.taxonomy import SHIPPED, VARIABLE
from analysis.paths import find

KEPT = Path("inputs") / "taxonomy.toml"


def own_taxonomy(path: str | Path | None) -> bytes | None:
    """The bytes of the user's taxonomy, checked; None where there is none.

    Raises TaxonomyError, with the line, for a file that cannot be used.
    """
    path = path if path is not None else os.environ.get(VARIABLE) or None
    if path is None:
        return None
    load(path)
    return find(path).read_bytes()


def keep_taxonomy(folder: Path, data: bytes | None) -> Taxonomy:
    """Put the user's taxonomy into the report's folder and read it there; the shipped one where there is
    none.
    """
    if data is None:
        return load(SHIPPED)
    (folder / KEPT).write_bytes(data)
    return load((folder / KEPT).absolute())


def use_kept(folder: Path) -> None:
    """Let this process, and the kernels that it starts, read the report's own taxonomy."""
    if (folder / KEPT).is_file():
        os.environ[VARIABLE] = str((folder / KEPT).absolute())
    else:
        os.environ.pop(VARIABLE, None)
