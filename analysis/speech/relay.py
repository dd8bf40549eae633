"""Relay: who said it, and who passed it on.

"According to the city government, Oh stressed ..." holds one statement, Oh's, relayed by the government.
"The mayors agreed to ..., the city government said" holds the government's statement, and in it a deed of the
mayors, which the government relays.
"""

from analysis.speech.statement import Draft

OUTER = ("according-to", "clause-cue")


def relayed(drafts: list[Draft]) -> list[Draft]:
    """Give inner statements the source they came through, and drop outer ones that only passed speech on."""
    kept: list[Draft] = []
    for number, draft in enumerate(drafts):
        outer = next(
            (o for k, o in enumerate(drafts) if k != number and o.rule in OUTER and _holds(o, draft)), None
        )
        if outer is not None:
            kept.append(draft._replace(outer=outer.source))
        elif draft.rule in OUTER and any(_holds(draft, d) and _speaks(d) for d in drafts if d is not draft):
            continue
        else:
            kept.append(draft)
    return kept


def _speaks(draft: Draft) -> bool:
    return draft.cls == "speech" and draft.polarity == "affirmed" and not draft.implicit


def _holds(outer: Draft, inner: Draft) -> bool:
    """Does the inner statement's cue stand in the outer one's content?"""
    if inner.cue is None or inner.source == outer.source or inner.cue == outer.cue:
        return False
    return any(start <= inner.cue[0] and inner.cue[1] <= end for start, end in outer.contents)
