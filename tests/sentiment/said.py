"""What the tests of this room share: a sentence becomes a document, and its tone a sign."""

from analysis.article import Article
from analysis.language import Document, parse
from analysis.sentiment import NEUTRAL_BAND, Hit
from analysis.sentiment.tone import layered


def document(text: str) -> Document:
    return parse(Article(id="x", text=text, sha256="", path=None, body=(0, len(text))))


def tones(text: str) -> list[float]:
    return [tone for tone, _ in layered(document(text))]


def hits(text: str) -> list[Hit]:
    return [hit for _, found in layered(document(text)) for hit in found]


def rules(text: str) -> dict[str, str]:
    """The words of each hit with the rule that scored them."""
    return {text[hit.start : hit.end]: hit.rule for hit in hits(text)}


def sign(tone: float) -> str:
    return "0" if abs(tone) <= NEUTRAL_BAND else "+" if tone > 0 else "-"


def sign_of(text: str) -> str:
    (tone,) = tones(text)
    return sign(tone)
