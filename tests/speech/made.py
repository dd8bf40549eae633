"""Words of a text of our own, and the places in it that bars mark: "told | reporters | that"."""

from analysis.language import parse
from analysis.language.coreference import refer
from analysis.reading import from_text
from analysis.speech.words import Words


def words(text: str) -> Words:
    document = parse(from_text(text))
    return Words(document, refer(document))


def marked(text: str) -> tuple[Words, list[int]]:
    """The words of a text without its bars, and for each bar the token behind it."""
    parts = text.split("|")
    made = words(" ".join(part.strip() for part in parts))
    bars, offset = [], 0
    for part in parts[:-1]:
        offset += len(part.strip()) + 1
        bars.append(made.index(offset))
    return made, bars
