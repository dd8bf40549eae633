"""Who can speak: persons, bodies, groups and documents can be a source, a visit or a mood cannot."""

from analysis.lexicons import closed, words
from analysis.speech.cues import Cue
from analysis.speech.phrases import CALENDAR, RELATIVE, STOPS
from analysis.speech.words import Words, speakers

SPEAKING_ENDS = (
    "er",
    "ers",
    "or",
    "ors",
    "ist",
    "ists",
    "ian",
    "ians",
    "man",
    "men",
    "woman",
    "women",
    "person",
    "people",
)
DUMB = frozenset(["this", "these", "those", "there", "which", "what", "that", "such", "i", "we", "you"])


def speaks(text: Words, start: int, end: int, cue: Cue) -> bool:
    """Can this noun phrase be the source of this cue?"""
    word = text.lower[start]
    if end - start == 1 and word in DUMB:
        return False
    if end - start == 1 and word == "it":
        return text.mention_at[start] is not None
    return is_speaker(text, start, end) or {"quote", "that"} <= cue.entry.frames


def is_speaker(text: Words, start: int, end: int) -> bool:
    """Is it a person, a body, a group or a document?"""
    if text.lower[start] in DUMB and end - start == 1:
        return False
    head = head_of(text, start, end)
    mention = text.mention_at[head]
    if mention:
        return mention[2].referent.type != "other" or mention[2].kind == "name"
    word = text.lower[head]
    if word in ("he", "she", "they", "who", "one", "some", "many", "others", "most", "both"):
        return True
    if text.tokens[head].text[0].isupper() and word not in words("stopwords") and word not in CALENDAR:
        return True
    return (
        word in speakers() or word in words("documents") or (word.endswith(SPEAKING_ENDS) and len(word) > 5)
    )


def head_of(text: Words, start: int, end: int) -> int:
    """The head of a noun phrase: its last word before "of", "for", "who" or a comma."""
    for i in range(start + 1, end):
        inside = text.mention_at[i]
        if inside and inside[0] < i:
            continue
        if text.lower[i] in closed("preposition") or text.lower[i] in RELATIVE or text.lower[i] in STOPS:
            return i - 1
    return end - 1
