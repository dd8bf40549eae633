"""Annotated articles as PolNeAR has them: news in which people marked who says, thinks and wants what.

The file holds a JSON object a line, plain or gzipped: `id`, `text`, `annotations: {annotator: [{source,
cue, content: [[start, end], ...]}, ...]}` and, where it is known, `publisher`. Offsets are half-open and
count code points. Where several people annotated an article, gold is the first of them in sorted order.

A file of parses holds a line an article, too: `id` and `sentences`, each a list of tokens [start, end, tag,
lemma, entity, governor, relation], with the governor counted from 1 in its sentence, 0 for the root.
"""

import gzip
import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from analysis.errors import CommuniqueError
from analysis.evaluation.heads import Parse
from analysis.paths import find

Span = tuple[int, int]


class Marked(NamedTuple):
    """One attribution as somebody marked it."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article with the attributions that its first annotator marked, and its parse where there is one."""

    id: str
    publisher: str
    text: str
    attributions: tuple[Marked, ...]
    parse: Parse | None = None


def read_polnear(
    file: str | Path, *, parses: str | Path | None = None, limit: int | None = None
) -> tuple[Annotated, ...]:
    """Read the articles of a file, the first `limit` of them, with their parses from another file.

    Raises CommuniqueError with one sentence and the number of the line where a file is not as it should be.
    """
    rows = list(rows_of(file, limit))
    if not rows:
        raise CommuniqueError(f"{file} holds no article.")
    articles: dict[str, Annotated] = {}
    for number, row in rows:
        try:
            article = _article(row)
        except (ValueError, TypeError, KeyError) as error:
            raise CommuniqueError(f"{file}, line {number}: {_reason(error)}.") from None
        if article.id in articles:
            raise CommuniqueError(f"{file}, line {number}: the id {article.id!r} was there before.")
        articles[article.id] = article
    if parses is None:
        return tuple(articles.values())
    trees = _parses(parses, articles)
    if not trees:
        raise CommuniqueError(f"{parses} holds the parse of none of the articles of {file}.")
    return tuple(
        Annotated(a.id, a.publisher, a.text, a.attributions, trees.get(a.id)) for a in articles.values()
    )


def _parses(file: str | Path, articles: Mapping[str, Annotated]) -> dict[str, Parse]:
    trees: dict[str, Parse] = {}
    for number, row in rows_of(file):
        try:
            if row["id"] in articles:
                trees[row["id"]] = Parse(row["sentences"])
        except (ValueError, TypeError, KeyError, IndexError, OverflowError) as error:
            raise CommuniqueError(f"{file}, line {number}: {_reason(error)}.") from None
    return trees


def rows_of(file: str | Path, limit: int | None = None) -> Iterator[tuple[int, Any]]:
    """The JSON objects of a file with the numbers of their lines, from 1; empty lines are passed over."""
    path = find(file)
    if path.is_dir():
        raise CommuniqueError(f"{file} is a folder; name the file with the annotated articles.")
    if not path.exists():
        raise CommuniqueError(f"There is no file {file}.")
    number = 0
    try:
        with gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb") as stream:
            filled = (pair for pair in enumerate(stream, 1) if pair[1].strip())
            for number, line in islice(filled, limit):
                row = json.loads(line.decode("utf-8"))
                if not isinstance(row, dict):
                    raise CommuniqueError(f"{file}, line {number}: not a JSON object.")
                yield number, row
    except (EOFError, zlib.error, gzip.BadGzipFile):
        raise CommuniqueError(f"{file} is not a whole gzip file: it breaks after line {number}.") from None
    except UnicodeDecodeError:
        raise CommuniqueError(f"{file}, line {number}: not UTF-8.") from None
    except (json.JSONDecodeError, RecursionError):
        raise CommuniqueError(f"{file}, line {number}: not JSON.") from None


def _article(row: Mapping[str, Any]) -> Annotated:
    name, text, annotations = row["id"], row["text"], row["annotations"]
    if not isinstance(name, str) or not name or not isinstance(text, str) or not text.strip():
        raise ValueError("id and text must be text")
    if any("\ud800" <= c <= "\udfff" for c in text):
        raise ValueError("the text holds half a character")
    if not isinstance(annotations, dict) or not annotations:
        raise ValueError("annotations must hold at least one annotator")
    marked = annotations[min(annotations)]
    if not isinstance(marked, list):
        raise ValueError("an annotator's attributions must be a list")
    publisher = row.get("publisher") or (name.partition("_")[0] if "_" in name else "")
    return Annotated(name, str(publisher), text, tuple(_marked(one, len(text)) for one in marked))


def _marked(one: Any, length: int) -> Marked:
    if not isinstance(one, dict):
        raise ValueError("an attribution must be an object with source, cue and content")
    return Marked(*(_spans(one[role], role, length) for role in Marked._fields))


def _spans(given: Any, role: str, length: int) -> tuple[Span, ...]:
    spans = []
    for span in given if isinstance(given, list) else [None]:
        if not isinstance(span, list) or [type(offset) for offset in span] != [int, int]:
            raise ValueError(f"{role} must be a list of [start, end]")
        start, end = span
        if not 0 <= start < end <= length:
            raise ValueError(f"{role} [{start}, {end}] is not within the text of {length} characters")
        spans.append((start, end))
    return tuple(sorted(spans))


def _reason(error: Exception) -> str:
    if isinstance(error, KeyError):
        return f"{error.args[0]} is missing"
    return str(error)
