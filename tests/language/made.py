"""Small articles for the tables: a text in, what the language room makes of it out."""

from analysis.language import parse
from analysis.language.coreference import refer
from analysis.reading import from_text


def document(text):
    return parse(from_text(text))


def names(text):
    return [(n.text, n.kind) for n in document(text).names]


def referents(text):
    """The referents of a text by their name."""
    return refer(document(text)).by_name


def meant(text):
    """Every mention that is not the full name itself: (its words, whom it means)."""
    doc = document(text)
    return [
        (doc.plain[m.start : m.end], m.referent.name)
        for m in refer(doc).mentions
        if doc.plain[m.start : m.end] != m.referent.name
    ]


def members(text):
    """The groups of a text with their members."""
    doc = document(text)
    return [
        (doc.plain[m.start : m.end], m.referent.members) for m in refer(doc).mentions if m.kind == "group"
    ]
