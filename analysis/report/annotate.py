"""Annotating: articles in, one JSON object a line out; one article that fails takes no other with it."""

import json
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from analysis.cooperation import load
from analysis.errors import CommuniqueError, UnreadableError
from analysis.frames import ready
from analysis.report.records import failed, record


def annotate(
    paths: Iterable[str | Path],
    *,
    out: str | Path | None = None,
    engine: str = "model",
    taxonomy: str | Path | None = None,
) -> int:
    """Write the record of every article behind `paths` and return how many failed.

    The lines go to the file `out`, which is replaced when all are written, or to standard output. A single
    input that cannot be read raises UnreadableError; in a batch it has a line with its error. `engine` says
    how statements are found, "model" or "rules"; CommuniqueError if there is no such engine.
    `taxonomy` names a file with other areas of cooperation, or further words for them.
    """
    from analysis.reading import expand, read

    ready(engine)
    areas = load(taxonomy)
    listed = expand(paths)
    failures = 0
    with _destination(out) as lines:
        for path in _watched(listed):
            try:
                row = record(read(path), engine=engine, taxonomy=areas)
            except UnreadableError as error:
                if len(listed) == 1:
                    raise
                name = None if str(path) == "-" else Path(path)
                row = failed(name.stem if name else "stdin", path=name and name.as_posix(), error=str(error))
            failures += row["status"] != "ok"
            if row["status"] != "ok" and len(listed) == 1:
                print(f"communique: {row['error']}", file=sys.stderr)
            lines.write(json.dumps(row, ensure_ascii=False) + "\n")
        lines.flush()
    if failures and len(listed) > 1:
        print(
            f"communique: {failures} of {len(listed)} articles failed; their lines say why.", file=sys.stderr
        )
    return failures


def _watched(listed: list[str | Path]) -> Iterable[str | Path]:
    if len(listed) < 2 or not sys.stderr.isatty():
        return listed
    from tqdm import tqdm

    return tqdm(listed, unit="article", file=sys.stderr, leave=False)


@contextmanager
def _destination(out: str | Path | None) -> Iterator[TextIO]:
    """Where the lines go; a file comes into being only when it is whole."""
    if out is None:
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(encoding="utf-8", newline="\n")
        yield sys.stdout
        return
    target = Path(out).expanduser().absolute()
    if target.is_dir():
        raise CommuniqueError(
            f"{target} is a folder; name a file for the records, for instance records.jsonl."
        )
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{target.name}-", suffix=".part", dir=target.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as lines:
            yield lines
        umask = os.umask(0)
        os.umask(umask)
        part.chmod(0o666 & ~umask)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
