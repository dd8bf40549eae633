"""Quoted as saying: "State media quoted Wang as saying that ..." - Wang speaks, and the media pass it on."""

from analysis.speech.contents import right_content
from analysis.speech.cues import PASSIVE, SPOKEN, Cue
from analysis.speech.sources import Found
from analysis.speech.statement import Draft
from analysis.speech.turns import sentence_end
from analysis.speech.words import Words

REACH = 10  # tokens between "quoted" and "as saying"


def quoted_as(text: Words, cue: Cue, found: Found, last: int) -> Draft | None:
    """The statement of somebody whom the source of a cue quotes; None where the cue is no such verb."""
    if cue.entry.lemma != "quote" or cue.form == PASSIVE or text.lower[cue.last - 1] in ("as", "saying"):
        return None
    end = sentence_end(text, cue.last, last)
    at = next((i for i in range(cue.last, min(end, cue.last + REACH)) if text.lower[i] == "as"), cue.last)
    if at == cue.last or at + 2 >= end or not text.lower[at + 1].endswith("ing"):
        return None
    saying = cue._replace(first=at + 1, last=at + 2, entry=cue.entry._replace(frames=SPOKEN))
    content = right_content(text, saying, at + 2, end)
    if content is None:
        return None
    return Draft(
        contents=((content.start, content.end),),
        cue=(cue.first, cue.last),
        source=(cue.last, at),
        cls="speech",
        polarity=cue.polarity,
        rule="quoted-as",
        outer=found.span,
    )
