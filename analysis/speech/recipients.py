"""Recipients: who is told something, between a cue and what it announces - "told | reporters | that ..."."""

from analysis.lexicons import entries
from analysis.speech.cues import Cue
from analysis.speech.phrases import recipient
from analysis.speech.small_words import CLAUSE_SUBJECTS, DETERMINERS, PREPOSITIONS, QUESTIONS, STOPS
from analysis.speech.words import Words

OBJECTS = frozenset(e["word"] for e in entries("pronouns") if e["case"] in ("object", "any"))
NO_RECIPIENT = frozenset(["that", "to", ":", ","])  # the content begins here
FOLLOWING = (
    NO_RECIPIENT | QUESTIONS | PREPOSITIONS | CLAUSE_SUBJECTS | DETERMINERS | STOPS | {"not"}
)  # with what a content can begin behind a recipient


def over_recipient(text: Words, cue: Cue, at: int, limit: int) -> int:
    """Step over "reporters", "the council", "him" where the verb takes a recipient; else stay at `at`."""
    if at >= limit or not _takes_recipient(cue) or text.quote_at[at] or text.lower[at] in NO_RECIPIENT:
        return at
    end = _recipient_end(text, at, limit)
    content_follows = end >= limit or text.lower[end] in FOLLOWING or text.quote_at[end]
    return end if content_follows or cue.entry.lemma == "tell" else at


def _takes_recipient(cue: Cue) -> bool:
    """Can somebody stand behind this verb who is not what it is about ("thanked the mayor")?"""
    entry = cue.entry
    thanks = "np" in entry.frames and not entry.frames & {"that", "inf"}
    return "to_person" in entry.frames and entry.cls != "act" and not entry.particle and not thanks


def _recipient_end(text: Words, at: int, limit: int) -> int:
    if at in text.mentions and text.mentions[at][0] <= limit:
        return text.mentions[at][0]
    return at + 1 if text.lower[at] in OBJECTS else max(at, recipient(text, at, limit))
