"""The statements of one passage: its cues from left to right, each with its source and its content.

What an earlier cue announced is closed to later cues: the outermost reporter of a clause wins. A cue ends the
content before it where it has the same speaker and a place of its own (", adding that"), where somebody else
begins (", while Silva denied"), and where it closes the sentence ("..., the ministry said").
"""

from analysis.lexicons import closed
from analysis.speech.contents import Content, left_content, right_content
from analysis.speech.cues import FINITE, PARTICIPLE, PASSIVE, Cue, find_cues
from analysis.speech.phrases import is_verb
from analysis.speech.sources import Found, find_source
from analysis.speech.statement import Draft
from analysis.speech.words import Words

TURNS = frozenset(["while", "but", "and", "whereas", "although", "though"])
CONDITIONS = frozenset(["if", "unless"])
QUOTED_REACH = 10  # tokens between "quoted" and "as saying"
TAG_REACH = (
    14  # tokens between a closing tag and the end of its sentence: "..., he said in a statement on Monday."
)


def passage_drafts(text: Words, first: int, last: int, taken: set[int]) -> list[Draft]:
    """The statements that the verb cues of a passage announce; `taken` are tokens that are a source phrase."""
    resolved: list[tuple[Cue, Found]] = []
    for cue in find_cues(text, first, last):
        if cue.first in taken:
            continue
        found = find_source(text, cue, first, last, resolved)
        if found:
            resolved.append((cue, found))
        elif cue.form == PASSIVE and _impersonal(text, cue, first):
            resolved.append((cue, Found((cue.group, cue.group), cue.group)))
    drafts: list[Draft] = []
    done = first
    for number, (cue, found) in enumerate(resolved):
        if cue.first < done:
            continue
        draft = _draft(text, cue, found, resolved[number + 1 :], _floor(drafts, first), last, taken)
        if draft is None:
            continue
        drafts.append(draft)
        done = max(done, draft.end)
    return drafts


def _floor(drafts: list[Draft], first: int) -> int:
    """The first token that a content left of its cue can have: behind what another closing tag has claimed."""
    return max([first, *(d.end for d in drafts if d.rule.startswith(("clause-cue", "quote-cue")))])


def _impersonal(text: Words, cue: Cue, first: int) -> bool:
    """ "It was announced that ...": somebody said so, nobody is named."""
    return (
        cue.group > first
        and text.lower[cue.group - 1] == "it"
        and "that" in cue.entry.frames
        and text.lower[cue.last : cue.last + 1] == ["that"]
    )


def _draft(
    text: Words,
    cue: Cue,
    found: Found,
    later: list[tuple[Cue, Found]],
    floor: int,
    last: int,
    taken: set[int],
) -> Draft | None:
    after = found.span[1] if found.inverted else cue.last
    relay = _quoted_as(text, cue, found, last)
    if relay:
        return relay
    start = cue.group if found.inverted or found.shared else found.start
    limit = _limit(text, cue, after, later, last, taken)
    right = right_content(text, cue, after, last, limit)
    left = None
    if not found.shared and cue.form == FINITE and cue.entry.frames & {"quote", "that"}:
        left = left_content(text, start, max(floor, _sentence_first(text, start)))
    contents, rule = (), ""
    quoted = left is not None and text.quote_at[left[1] - 1] is not None
    if quoted and left:
        contents, rule = (left,), "quote-cue"
        behind = _quote_behind(text, after, limit)
        if behind:
            contents, rule = (left, behind), "quote-cue-quote"
    elif (
        not right
        and not found.inverted
        and text.lower[start - 1 : start] == ["as"]
        and text.lower[after : after + 1] == [","]
    ):
        rest = _clause_behind(text, cue, after, limit)  # "As the agency noted, fares rose."
        if rest:
            contents, rule = (rest,), "as-cue-clause"
    elif right:
        contents, rule = ((right.start, right.end),), right.rule
    elif left and _is_tag(text, after, last) and _has_verb(text, *left):
        contents, rule = (left,), "clause-cue"
    elif left and found.span[0] != found.span[1]:
        rest = _clause_behind(text, cue, after, limit)
        if rest:
            contents, rule = (left, rest), "clause-cue-clause"
    if not contents:
        return None
    polarity = cue.polarity
    if polarity == "affirmed" and _conditional(text, start, floor):
        polarity = "irrealis"
    implicit = found.span[0] == found.span[1]
    return Draft(
        contents,
        (cue.first, cue.last),
        None if implicit else found.span,
        cue.entry.cls,
        polarity,
        _named(rule, cue, implicit),
        implicit=implicit,
    )


def _quoted_as(text: Words, cue: Cue, found: Found, last: int) -> Draft | None:
    """ "State media quoted Wang as saying that ...": Wang speaks, through the media."""
    if cue.entry.lemma != "quote" or cue.form == PASSIVE or text.lower[cue.last - 1] in ("as", "saying"):
        return None
    end = _sentence_end(text, cue.last, last)
    at = next((i for i in range(cue.last, min(end, cue.last + QUOTED_REACH)) if text.lower[i] == "as"), None)
    if at is None or at == cue.last or at + 2 >= end or not text.lower[at + 1].endswith("ing"):
        return None
    inner = cue._replace(
        first=at + 1, last=at + 2, entry=cue.entry._replace(frames=frozenset(["that", "quote"]))
    )
    content = right_content(text, inner, at + 2, last, end)
    if content is None:
        return None
    return Draft(
        ((content.start, content.end),),
        (cue.first, cue.last),
        (cue.last, at),
        "speech",
        cue.polarity,
        "quoted-as",
        outer=found.span,
    )


def _has_verb(text: Words, first: int, last: int) -> bool:
    """Is it a clause of its own, not "In a speech in 1963," or "Asked about the fares,"?"""
    if (
        text.lower[first] in closed("preposition") | closed("subordinator")
        or text.lower[first].endswith("ing")
        or text.lower[first] == "asked"
    ):
        return False
    return any(
        is_verb(text, i) or (text.lower[i].endswith(("ed", "s")) and i > first + 1)
        for i in range(first + 1, last)
    )


def _named(rule: str, cue: Cue, implicit: bool) -> str:
    if implicit:
        return "impersonal"
    return (
        rule.replace("cue-", "participle-", 1) if cue.form == PARTICIPLE and rule.startswith("cue-") else rule
    )


def _sentence_first(text: Words, at: int) -> int:
    """Where the sentence of a token starts, a quotation that runs over sentences taken as a whole."""
    sentence = text.document.sentences[text.sentence(at) - 1]
    quote = text.quote_at[sentence.first]
    if at > 0 and at == sentence.first:
        return at
    return quote.first if quote else sentence.first


def _limit(
    text: Words, cue: Cue, after: int, later: list[tuple[Cue, Found]], last: int, taken: set[int]
) -> int:
    """The token at which the content right of a cue must have ended."""
    end = _sentence_end(text, after, last)
    phrase = next((i for i in range(after, end) if i in taken and text.lower[i - 1] == ","), None)
    end = phrase - 1 if phrase else end
    for other, found in later:
        if other.first >= end:
            break
        if other.first < after:
            continue
        at = _turn(text, cue, after, other, found, end)
        if at is not None:
            return at
    return end


def _sentence_end(text: Words, at: int, last: int) -> int:
    for sentence in text.document.sentences[text.sentence(min(at, last - 1)) - 1 :]:
        end = min(sentence.last, last)
        if end >= last:
            return last
        quote = text.quote_at[end]
        if not (quote and quote.first < end):
            ends_open = text.lower[end - 1] == ":"
            if not ends_open:
                return end
    return last


def _turn(text: Words, cue: Cue, after: int, other: Cue, found: Found, end: int) -> int | None:
    """Where the content of `cue` stops because of a later cue; None where that one is inside it."""
    at = other.group if found.shared or found.inverted else found.start
    before = text.lower[at - 1] if at > after else ""
    comma = before == ","
    if not found.shared and not found.inverted and found.start < cue.group:
        return other.group - (
            text.lower[other.group - 1] == ","
        )  # "Brandt, who met envoys, said": the cue stands in an insertion
    if other.form == PARTICIPLE:
        shared = found.shared and other.entry.cls == "speech"
        return at - 1 if comma and shared and _announces(text, other, end) else None
    if found.shared:
        if before not in ("and", "but", "then", ","):
            return None
        marked = text.lower[other.last : other.last + 1] == ["that"] or (
            other.last < end and bool(text.quote_at[other.last])
        )
        bare = not any(is_verb(text, i) for i in range(after, at))
        if marked or bare or (other.entry.cls == "speech" and text.lower[at - 2] == ","):
            stop = at - 1
            return stop - 1 if text.lower[stop - 1] == "," else stop
        return None
    if (
        _is_tag(text, found.span[1] if found.inverted else other.last, end)
        and comma
        and not _announces(text, other, end)
    ):
        return at - 1
    if (
        before in TURNS
        and text.lower[at - 2] in (",", ";")
        and _announces(text, other, end)
        and other.entry.cls == "speech"
    ):
        return at - 2
    return at - 1 if before == ";" else None


def _announces(text: Words, cue: Cue, end: int) -> Content | None:
    return right_content(text, cue, cue.last, end, end)


def _is_tag(text: Words, after: int, last: int) -> bool:
    """Is there nothing behind a cue but time and place, up to the end of the sentence or a next part of it?"""
    end = _sentence_end(text, after - 1, last)
    rest = [i for i in range(after, end) if text.is_word(i)]
    if not rest:
        return True
    if len(rest) > TAG_REACH or text.lower[after] in (",", "that"):
        return False
    return not any(is_verb(text, i) for i in rest) or text.lower[rest[0]] in closed("subordinator")


def _quote_behind(text: Words, after: int, limit: int) -> tuple[int, int] | None:
    """The second half of a quotation that its cue interrupts: '"Our port," Lindqvist said, "is open."'"""
    for i in range(after, min(limit, after + TAG_REACH)):
        quote = text.quote_at[i]
        if quote:
            return (quote.first, quote.last) if text.lower[i - 1] == "," and quote.speech else None
        if text.lower[i] in (";", ":"):
            return None
    return None


def _clause_behind(text: Words, cue: Cue, after: int, limit: int) -> tuple[int, int] | None:
    """The rest of a clause that its cue interrupts: "The plan, Chen told reporters, would ..."."""
    for i in range(after, min(limit, after + TAG_REACH)):
        if text.lower[i] == ",":
            end = limit
            while end > i + 1 and text.tokens[end - 1].text in ".,;":
                end -= 1
            return (i + 1, end) if end - i > 2 and cue.entry.frames & {"that", "quote"} else None
        if is_verb(text, i):
            return None
    return None


def _conditional(text: Words, start: int, floor: int) -> bool:
    return start > floor and text.lower[start - 1] in CONDITIONS
