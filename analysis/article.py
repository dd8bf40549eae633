"""An article: the user's own text, untouched, with what its first line says about where it comes from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Article:
    """One news article as it was read; every offset in the project counts code points of `text`.

    `body` is the half-open span of the text that is the story: a dateline or credit before it ("WEB DESK:",
    "PORTO (Wire) --") belongs to nobody's speech and is kept in `credit`, `place` and `outlet`.
    """

    id: str
    text: str
    sha256: str
    path: str | None = None
    title: str | None = None
    outlet: str | None = None
    date: str | None = None
    credit: str | None = None
    place: str | None = None
    language: str = "en"
    body: tuple[int, int] = (0, 0)
    encoding: str = "utf-8"
    notes: tuple[str, ...] = ()

    @property
    def n_chars(self) -> int:
        """The length of the text in code points."""
        return len(self.text)

    @property
    def n_words(self) -> int:
        """The number of words of the whole text: whitespace tokens, as in every share of this project."""
        return len(self.text.split())
