"""The inputs of a run: each article as it was read, byte for byte, or the sentence that says why not."""

import hashlib
import io
import sys
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from analysis.article import Article
from analysis.errors import UnreadableError
from analysis.paths import find
from analysis.report.names import folder_names

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Input:
    """One article of a run, under the folder name it has in the report; `error` says why it was not read."""

    folder: str
    id: str
    file: str  # its name under inputs/
    data: bytes = b""
    article: Article | None = None
    error: str | None = None


def gather(paths: Iterable[str | Path]) -> tuple[Input, ...]:
    """Read the articles behind `paths`, folders in name order.

    A single input that cannot be read raises UnreadableError; among several it is kept with its error.
    """
    from analysis.reading import expand

    listed = expand(paths)
    if not listed:
        raise UnreadableError("No article was named: name a file, a folder, or - for standard input.")
    opened: list[tuple[str | Path, str, bytes, Article | None, str | None]] = []
    for path in listed:
        try:
            article, data = _open(path)
            opened.append((path, article.id, data, article, None))
        except UnreadableError as error:
            if len(listed) == 1:
                raise
            opened.append((path, "stdin" if str(path) == STDIN else Path(path).stem, b"", None, str(error)))
    folders = folder_names(id for _, id, *_ in opened)
    return tuple(
        settle(path, Input(folder, id, folder + _suffix(path), data, article, error))
        for folder, (path, id, data, article, error) in zip(folders, opened, strict=True)
    )


def settle(given: str | Path, one: Input) -> Input:
    """The input as every run has it: where it stood here is not told, only its name in the report."""
    path = f"inputs/{one.file}"
    names = ("standard input",) if str(given) == STDIN else (str(given),)

    def told(sentence: str) -> str:
        for name in names:
            sentence = sentence.replace(name, one.file)
        return sentence

    article = one.article and replace(
        one.article, id=one.id, path=path, notes=tuple(map(told, one.article.notes))
    )
    return replace(one, article=article, error=one.error and told(one.error))


def _open(path: str | Path) -> tuple[Article, bytes]:
    from analysis.reading import read

    if str(path) == STDIN:
        data = sys.stdin.buffer.read()
        keyboard, sys.stdin = sys.stdin, io.TextIOWrapper(io.BytesIO(data))
        try:
            article = read(STDIN)
        finally:
            sys.stdin = keyboard
    else:
        article = read(path)
        data = find(path).read_bytes()
    if hashlib.sha256(data).hexdigest() != article.sha256:
        raise UnreadableError(f"{path} changed while it was being read; run again when it stands still.")
    return article, data


def _suffix(path: str | Path) -> str:
    return ".txt" if str(path) == STDIN else Path(path).suffix.lower()
