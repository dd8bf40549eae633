"""Reasons: why a statement, an act or a tone is marked, in a line of plain words (not yet escaped)."""

from collections.abc import Mapping
from typing import Any

from analysis.measures import UNNAMED, proposing
from analysis.wording import counted, listed, percent, signed, temper

FORMS = {"direct": "quoted", "mixed": "partly quoted", "indirect": "reported"}
ASIDE = {"act": "act of words", "negated": "denied", "irrealis": "only supposed"}
EVENT = "event"  # what the act NONE is called: something announced, not done to or with anybody

Row = Mapping[str, Any]


def counts(statement: Row) -> bool:
    """Does the statement count in the shares?"""
    return statement["class"] == "speech" and statement["polarity"] == "affirmed"


def form(statement: Row) -> str:
    """The form of a statement in words: quoted, reported; or why it does not count."""
    if counts(statement):
        return FORMS.get(statement["kind"], statement["kind"])
    why = statement["class"] if statement["class"] != "speech" else statement["polarity"]
    return f"{ASIDE.get(why, why)}, not counted"


def who(statement: Row) -> str:
    """The speaker's name, or that there is none."""
    return statement["speaker"] or UNNAMED


def deed(act: Row) -> str:
    """What is done, in one lower-case word; acts of conflict say so."""
    word = EVENT if act["act"] == "NONE" else act["act"].lower()
    return f"{word} (conflict)" if act["side"] == "conflict" else word


def themes(act: Row, names: Mapping[str, str]) -> list[str]:
    """The themes of an act by name, with their role where it is not the object."""
    return [
        names.get(t["theme"], t["theme"]) + ("" if t["role"] == "object" else f" ({t['role']})")
        for t in act["themes"] or ()
    ]


def of_statement(statement: Row, text: str) -> str:
    """Why these words are somebody's.

    "Oh Se-hoon, reported, passed on by City Hall; 12 words; announced by “said”; rule cue-before, 90% sure"
    """
    parts = [f"{who(statement)}, {form(statement)}"]
    if statement["via"]:
        parts[0] += f", passed on by {statement['via']}"
    if statement["joint"]:
        parts.append(f"jointly {listed(statement['joint'])}")
    parts.append(counted(statement["words"], "word"))
    if statement["cue"]:
        parts.append(f"announced by {_at(statement['cue'], text)}")
    sure = "" if statement["confidence"] is None else f", {percent(statement['confidence'])} sure"
    return "; ".join([*parts, f"rule {statement['rule']}{sure}"])


def of_act(act: Row, text: str, names: Mapping[str, str]) -> str:
    """Why this clause is an act, whose, at which stage and about what."""
    parts = [", ".join(filter(None, (deed(act), act["stage"])))]
    about = themes(act, names)
    if about:
        parts.append(f"about {listed(about)}")
    if act["actors"]:
        parts.append(f"by {listed(act['actors'])}")
    if act["recipients"]:
        parts.append(f"towards {listed(act['recipients'])}")
    parts += [f"proposed by {name}" for name in proposing(dict(act))]
    if act["via"]:
        parts.append(f"passed on by {act['via']}")
    if act["cue"]:
        parts.append(f"decided by {_at(act['cue'], text)}")
    return "; ".join([*parts, f"rule {act['rule']}"])


def of_tone(sentence: Row, text: str) -> str:
    """What made the tone of a sentence: its words with what each adds, and VADER's score beside it."""
    hits = [
        f"{_at((h['start'], h['end']), text)} {signed(h['value'])}, {h['rule']}" for h in sentence["hits"]
    ]
    made = "; ".join(hits) or "no word of the lexicons stands in it"
    vader = "" if sentence["tone_vader"] is None else f"; VADER {signed(sentence['tone_vader'])}"
    return f"{temper(sentence['tone'])}: {made}{vader}"


def _at(span: Any, text: str) -> str:
    start, end = span
    return f"“{' '.join(text[start:end].split())}”"
