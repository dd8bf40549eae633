"""Cooperation, read back in words: what it is about, how far it has come, who proposes."""

from analysis.accounts import cooperation_index, links, sides
from analysis.measures import areas, in_order, mentions, rows, tally, theme_names, umbrella
from analysis.prose.record import Prose, prose
from analysis.wording import capital, count, counted, listed, percent, quoted, spelled

_QUOTED = 140  # characters of a clause that prose repeats


def themes(reading) -> Prose:
    """Say which areas come up, how often, and how much is about the tie itself."""
    found, names, tie = areas(reading), theme_names(reading), umbrella(reading)
    about_tie = f"The tie itself is spoken of in {count(tie[0]['mentions'], 'act')}." if tie else ""
    if not found:
        return prose([f"No act in this article names an area of cooperation. {about_tie}".strip()])
    total = sum(t["mentions"] for t in found)
    leading = [t for t in found if t["mentions"] == found[0]["mentions"]]
    rest = [t for t in found if t not in leading]
    each = " each" if len(leading) > 1 else ""
    opening = (
        f"{capital(count(len(found), 'area'))} of cooperation {'comes' if len(found) == 1 else 'come'} "
        "up, in "
        f"{counted(total, 'mention')}. {capital(listed([names[t['theme']] for t in leading]))} "
        f"{'leads' if len(leading) == 1 else 'lead'} with {counted(leading[0]['mentions'], 'mention')}{each} "
        f"({percent(leading[0]['mentions'] / total)})"
        if len(found) > 1
        else f"One area of cooperation comes up, {names[found[0]['theme']]}, in {count(total, 'act')}"
    )
    others = [f"{names[t['theme']]} ({t['mentions']})" for t in rest]
    return prose([opening + (f"; then {listed(others)}." if others else "."), about_tie])


def stages(reading) -> Prose:
    """Say how far the acts have come, and how many of them are acts of conflict."""
    acts = [a for a in rows(reading.acts) if a["side"] != "none"]
    if not acts:
        return prose("The article tells of no act of cooperation or conflict.")
    sides = [(side, sum(a["side"] == side for a in acts)) for side in ("cooperation", "conflict")]
    counts = dict(tally([a["stage"] for a in acts if a["stage"]]))
    told = [f"{counts[s]} {s}" for s in in_order(counts)]
    sentences = [
        f"The article tells of {listed([count(n, 'act') + ' of ' + side for side, n in sides if n])}."
    ]
    if told:
        sentences.append(f"By stage, from what is done to what is doubtful: {listed(told)}.")
    without = sum(not a["stage"] for a in acts)
    if without:
        sentences.append(
            f"{capital(count(without, 'act'))} {'has' if without == 1 else 'have'} no stage: praise, for "
            "one, has none."
        )
    return prose(sentences)


def proposals(reading) -> Prose:
    """List who proposes what, in the article's own words."""
    names = theme_names(reading)
    found = [
        a
        for a in rows(reading.acts)
        if a["proposer"] and a["stage"] in ("proposed", "tentative", "planned", "agreed")
    ]
    if not found:
        return prose("Nobody is named as proposing something that is still to come.")
    per_head = [f"{name} ({n})" for name, n in tally([a["proposer"] for a in found])]
    points = []
    for a in found:
        about = [names.get(t["theme"], t["theme"]) for t in a["themes"] or () if t["role"] == "object"]
        on = f" on {listed(about)}" if about else ""
        points.append(
            f"Sentence {a['sentence']}, {a['proposer']}{on}, {a['stage']}: {quoted(a['text'], _QUOTED)}"
        )
    return prose(
        f"{capital(count(len(found), 'act'))} that {'looks' if len(found) == 1 else 'look'} ahead "
        f"{'has' if len(found) == 1 else 'have'} a name to {'it' if len(found) == 1 else 'them'}: "
        f"{listed(per_head)}.",
        points=points,
    )


def with_whom(reading) -> Prose:
    """Say who does most with whom, and for which cities and countries the parties stand."""
    found, of = links(reading), sides(reading)
    if not found:
        return prose("No act names two parties.")
    first = found[0]
    level = [link for link in found if len(link.deeds) == len(first.deeds)]
    opening = (
        f"{first.one} and {first.other} have most to do with one another: {count(len(first.deeds), 'deed')}"
        if len(level) == 1
        else f"{capital(count(len(level), 'pair'))} of parties are level, "
        f"with {count(len(first.deeds), 'deed')} each"
    )
    fight = sum(link.conflict > 0 for link in found)
    tail = f" In {count(fight, 'pair')} there is conflict, too." if fight else " No pair is in conflict."
    cities = tally([side.city for side in of.values() if side.city])
    countries = tally([side.country for side in of.values() if side.country])
    places = [
        f"{capital(kind)}: {listed([name for name, _ in some])}."
        for kind, some in (("cities", cities), ("countries", countries))
        if some
    ]
    return prose(
        [opening + "." + tail, *(["The parties stand for these places."] if places else []), *places]
    )


def index_in_words(reading) -> Prose:
    """Say the index of cooperation with its interval, and what pulls it down."""
    whole = cooperation_index(reading)
    if whole.value is None:
        return prose("There is no deed to add up.")
    sentences = [f"The index of cooperation is {whole.value:+.1f}, over {count(whole.n, 'deed')}."]
    if whole.interval:
        low, high = whole.interval
        sentences.append(
            "Had the article told other deeds of the same kind, it might as well lie between "
            f"{low:+.1f} and {high:+.1f}."
        )
    else:
        sentences.append("One deed has no interval.")
    down = [f"{deed.first['act'].lower()} (sentence {deed.sentences[0]})" for deed, v in whole.parts if v < 0]
    if down:
        sentences.append(f"What pulls it down: {listed(down)}.")
    return prose(sentences)


def who_with_what(reading) -> Prose:
    """Say who is named with how many themes."""
    found, names = mentions(reading), theme_names(reading)
    people: dict[str, set[str]] = {}
    for m in found:
        for name in m.who:
            people.setdefault(name, set()).add(names[m.theme])
    if not people:
        return prose("No act with a theme names who acts.")
    ranked = sorted(people.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    name, about = ranked[0]
    alone = sorted(t for t in about if sum(t in others for others in people.values()) == 1)
    level = [other for other, some in ranked if len(some) == len(about)]
    if len(level) > 1:
        return prose(f"{listed(level)} are named with equally many themes, {spelled(len(about))}.")
    all_themes = count(len({m.theme for m in found}), "theme")
    sentences = [f"{name} is named with the most themes, {spelled(len(about))} of the {all_themes}."]
    if alone and len(ranked) > 1:
        sentences.append(f"With {listed(alone)} nobody else is named.")
    return prose(sentences)
