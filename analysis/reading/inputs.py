"""Inputs: a path, a folder or standard input becomes Articles; one registry says which suffix is read how.

Whatever cannot be read is refused with one sentence that says what was given and what is accepted.
"""

import hashlib
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from analysis.article import Article
from analysis.errors import UnreadableError
from analysis.paths import find
from analysis.reading.english import is_english
from analysis.reading.furniture import strip
from analysis.reading.plain_text import decode

MAX_BYTES = 2_000_000  # about 300,000 words: a long book, so surely not one article
STDIN = "-"

Decoder = Callable[..., tuple[str, str, tuple[str, ...]]]
READERS: dict[str, Decoder] = {".txt": decode}  # suffix -> bytes to (text, encoding, notes)


def read(path: str | Path) -> Article:
    """Read one article from a file, or from standard input where the path is "-".

    A relative path is looked for in the working directory, in the folders above it, and in the project, so a
    notebook finds `seeds/...` wherever it was started. Raises UnreadableError with one sentence where there
    is no such file, or it is empty, binary, too large, of an unknown suffix or not in English.

    >>> read("seeds/000_41bef5cbfffa6439.txt").credit
    'WEB DESK'
    """
    if str(path) == STDIN:
        data = sys.stdin.buffer.read(MAX_BYTES + 1)
        return _article(data, name="standard input", id="stdin", path=None, decoder=decode)
    file = find(path)
    if not str(path).strip():
        raise UnreadableError("No path was given: name a .txt file, or - for standard input.")
    if file.is_dir():
        raise UnreadableError(f"{path} is a folder; name one article in it.")
    if not file.exists():
        raise UnreadableError(f"There is no file {path}.")
    decoder = READERS.get(file.suffix.lower())
    if decoder is None:
        known = ", ".join(sorted(READERS))
        given = file.suffix or "files without a suffix"
        raise UnreadableError(f"{path} cannot be read: Communiqué reads {known} files so far, not {given}.")
    try:
        with file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise UnreadableError(f"{path} cannot be opened: {error.strerror}.") from None
    return _article(data, name=str(path), id=file.stem, path=Path(path).as_posix(), decoder=decoder)


def from_text(text: str, *, id: str = "text") -> Article:
    """Make an article of a text at hand.

    >>> from_text("The mayors met in Porto.").n_words
    5
    """
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError:
        raise UnreadableError(f"the text {id!r} holds half a character, so it is not text.") from None
    return _article(
        data, name=f"the text {id!r}", id=id, path=None, decoder=lambda *_, **__: (text, "utf-8", ())
    )


def expand(paths: Iterable[str | Path]) -> list[str | Path]:
    """List the article files behind paths: a file is itself, a folder its readable files in name order.

    Raises UnreadableError for a folder without articles. A path that does not exist is passed on: reading it
    says so, and in a batch the rest goes on. A file named twice is listed once.
    """
    found: dict[str, str | Path] = {}
    for path in paths:
        place = path if str(path) == STDIN else find(path)
        if place != STDIN and Path(place).is_dir():
            files = sorted(f for f in Path(place).iterdir() if f.is_file() and f.suffix.lower() in READERS)
            if not files:
                known = ", ".join(sorted(READERS))
                raise UnreadableError(f"The folder {path} holds no article: Communiqué reads {known} files.")
            for file in files:
                found.setdefault(str(file.resolve()), Path(path) / file.name)
        else:
            found.setdefault(str(place) if place == STDIN else str(Path(place).resolve()), path)
    return list(found.values())


def _article(data: bytes, *, name: str, id: str, path: str | None, decoder: Decoder) -> Article:
    if not data:
        raise UnreadableError(f"{name} is empty.")
    if len(data) > MAX_BYTES:
        raise UnreadableError(
            f"{name} is larger than {MAX_BYTES:,} bytes, the most that is read as one article."
        )
    text, encoding, notes = decoder(data, name=name)
    if not text.strip():
        raise UnreadableError(f"{name} holds nothing but white space.")
    if not any(c.isalpha() for c in text):
        raise UnreadableError(f"{name} holds no words.")
    if not is_english(text):
        raise UnreadableError(
            f"{name} does not look like English; Communiqué reads English news only, so far."
        )
    furniture = strip(text)
    return Article(
        id=id,
        text=text,
        sha256=hashlib.sha256(data).hexdigest(),
        path=path,
        outlet=furniture.outlet,
        date=furniture.date,
        credit=furniture.credit,
        place=furniture.place,
        body=(furniture.body, len(text.rstrip())),
        encoding=encoding,
        notes=notes,
    )
