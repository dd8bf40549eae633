"""Speakers: the words of an article's statements added up, a row a speaker.

Speaker share is not an established measure with a published definition; ours is stated in the record: words
of affirmed statements of class speech, over all such words of the article.
"""

from collections.abc import Sequence
from typing import NamedTuple

from analysis.language.referents import Referents
from analysis.speech.statement import Statement


class Speaker(NamedTuple):
    """One speaker of an article; words are whitespace tokens, `share` is of all words of reported speech."""

    name: str
    aliases: tuple[str, ...]
    role: str | None
    side: str | None
    type: str
    statements: int
    words: int
    share: float
    words_direct: int
    words_indirect: int
    words_mixed: int


def speakers(statements: Sequence[Statement], referents: Referents) -> tuple[Speaker, ...]:
    """Add up who said how much; the one with most words comes first, equals in the order of their appearance.

    Statements of nobody in particular (implicit, or a pronoun that could not be resolved) have no row, but
    their words count in the whole.
    """
    counted = [s for s in statements if s.counts]
    whole = sum(s.words for s in counted)
    by_name: dict[str, list[Statement]] = {}
    for statement in counted:
        if statement.speaker is not None:
            by_name.setdefault(statement.speaker, []).append(statement)
    rows = [_row(name, own, whole, referents) for name, own in by_name.items()]
    return tuple(sorted(rows, key=lambda row: -row.words))


def _row(name: str, own: list[Statement], whole: int, referents: Referents) -> Speaker:
    referent = referents.by_name.get(name)
    of_kind = {k: sum(s.words for s in own if s.kind == k) for k in ("direct", "indirect", "mixed")}
    words = sum(of_kind.values())
    return Speaker(
        name=name,
        aliases=referent.aliases if referent else (),
        role=referent.role if referent else None,
        side=referent.side if referent else None,
        type=own[0].speaker_type,
        statements=len(own),
        words=words,
        share=words / whole if whole else 0.0,
        words_direct=of_kind["direct"],
        words_indirect=of_kind["indirect"],
        words_mixed=of_kind["mixed"],
    )
