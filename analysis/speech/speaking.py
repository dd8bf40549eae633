"""Who can speak: persons, bodies, groups and documents can be a source, a visit or a mood cannot."""

from functools import cache

from analysis.lexicons import closed, entries, words
from analysis.speech.small_words import DETERMINERS, PREPOSITIONS, RELATIVES, STOPS, TIMES
from analysis.speech.words import Words

ENDINGS = tuple(sorted(closed("ending of a speaker")))
SHORTEST = 6  # letters of a noun whose ending says that it is a person: "lawyers", not "other"
SPEAKS_ALONE = closed("speaker alone")
NO_SPEAKER = closed("no speaker") | closed("demonstrative")
NO_NAME = words("stopwords") | TIMES
BEHIND_HEAD = PREPOSITIONS | RELATIVES | STOPS | {"to"}
PARTICLES = closed("particle")
POSTPONED = closed("postponed adjective")


@cache
def speaker_nouns() -> frozenset[str]:
    """Common nouns of what can speak: offices, bodies, members of groups, documents."""
    groups = {e["noun"] for e in entries("groups")} | {e["member"] for e in entries("groups")}
    titles = {t.split()[-1] for t in words("titles")}
    shorts = {s.split()[-1] for e in entries("organisations") for s in e["also"].split(";") if s.strip()}
    return groups | titles | words("organisations") | shorts | words("documents")


def speaks(text: Words, start: int, end: int, frames: frozenset[str]) -> bool:
    """Can this noun phrase be the source of a cue that takes these frames?"""
    if end - start == 1 and text.lower[start] in NO_SPEAKER:
        return False
    if end - start == 1 and text.lower[start] == "it":
        return text.mention_at[start] is not None
    return {"quote", "that"} <= frames or is_speaker(text, start, end)


def is_speaker(text: Words, start: int, end: int) -> bool:
    """Is it a person, a body, a group or a document?"""
    if text.lower[start] in NO_SPEAKER and end - start == 1:
        return False
    head = head_of(text, start, end)
    named = text.mention_at[head]
    if named:
        return named.type != "other" or named.kind == "name"
    word = text.lower[head]
    return (
        word in SPEAKS_ALONE
        or word in speaker_nouns()
        or (text.is_capitalised(head) and word not in NO_NAME)
        or (word.endswith(ENDINGS) and len(word) >= SHORTEST)
    )


def head_of(text: Words, start: int, end: int) -> int:
    """The head of a noun phrase: its last word before "of", "for", "close to", "who" or a comma."""
    for i in range(start + 1, end):
        named = text.mention_at[i]
        if (text.lower[i] in BEHIND_HEAD or text.lower[i] in PARTICLES) and not (named and named.first < i):
            return i - 2 if _is_behind_noun(text, i - 1, start) else i - 1
    return end - 2 if _is_behind_noun(text, end - 1, start) else end - 1


def _is_behind_noun(text: Words, i: int, start: int) -> bool:
    """Does a word stand behind its noun: "people | close to", "a survey | carried out", "a letter | sent"?"""
    if i <= start or text.is_capitalised(i) or text.lower[i - 1] in DETERMINERS or text.is_adverb(i - 1):
        return False
    word = text.lower[i]
    return word in POSTPONED or (word.endswith("ed") and len(word) >= SHORTEST and text.mention_at[i] is None)
