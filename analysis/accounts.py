"""The accounts of an article: its deeds counted by theme, stage, party and proposer, and added up to an
index.

What the ledger lists row by row is counted here in tables that a city's yearly statistics can take over. Each
number stands beside the sentences from which it comes.
"""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from analysis.cooperation.deeds import Deed, Index, deeds, index
from analysis.cooperation.sides import Side, side
from analysis.measures import UNSTAGED, in_order, proposing, rows, tally, theme_names
from analysis.tables import Table, shown
from analysis.wording import counted

COUNTED = ("object", "aim")


class Link(NamedTuple):
    """Two parties with the deeds that they share or that one does to the other."""

    one: str
    other: str
    deeds: tuple[Deed, ...]

    @property
    def conflict(self) -> int:
        """How many of these deeds are acts of conflict."""
        return sum(deed.first["side"] == "conflict" for deed in self.deeds)


def all_deeds(reading) -> tuple[Deed, ...]:
    """The deeds of an article, each with every row that tells it."""
    return deeds(rows(reading.acts))


def sides(reading) -> dict[str, Side]:
    """For every party of an act, the city and the country for which it stands, as far as the article
    tells.
    """
    given = {s["name"]: s["side"] for s in rows(reading.speakers)}
    names = dict.fromkeys(name for deed in all_deeds(reading) for name in _parties(deed))
    return {name: side(name, given.get(name)) for name in names}


def links(reading) -> tuple[Link, ...]:
    """Who with whom: every two parties of one deed, those with most deeds first.

    Actors of a joint act are linked with one another, an actor with each recipient; where two parties stand
    for the same city or country the link is left out, for nobody cooperates with himself.
    """
    of = sides(reading)
    found: dict[tuple[str, str], list[Deed]] = {}
    for deed in all_deeds(reading):
        actors = list(dict.fromkeys(deed.first["actors"] or ()))
        others = [name for name in deed.first["recipients"] or () if name not in actors]
        pairs = [(a, b) for n, a in enumerate(actors) for b in (*actors[n + 1 :], *others)]
        for a, b in pairs:
            if of[a].name is None or of[a].name != of[b].name:
                found.setdefault((a, b) if a <= b else (b, a), []).append(deed)
    ranked = sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(Link(a, b, tuple(some)) for (a, b), some in ranked)


def cooperation_index(reading) -> Index:
    """The index of cooperation of an article, which can be taken apart to its deeds."""
    return index(all_deeds(reading))


def ledger(reading) -> Table:
    """The deeds as a ledger: when, who, act, stage, themes, with whom, the sentences, the cue and the
    rule.
    """
    names, of, text = theme_names(reading), sides(reading), reading.article.text
    lines = []
    for deed in all_deeds(reading):
        act = deed.first
        lines.append(
            {
                "date": reading.article.date or "",
                "who": list(act["actors"] or ()),
                "act": act["act"].lower(),
                "stage": act["stage"],
                "about": [names.get(t, t) + ("" if r == "object" else f" ({r})") for t, r in deed.themes],
                "with whom": list(act["recipients"] or ()),
                "for": _for([*(act["actors"] or ()), *(act["recipients"] or ())], of),
                "proposed by": act["proposer"],
                "via": act["via"],
                "sentences": list(deed.sentences),
                "in the text": " / ".join(row["text"] for row in deed.rows),
                "cue": text[act["cue"][0] : act["cue"][1]] if act["cue"] else "",
                "rule": act["rule"],
            }
        )
    columns = ("date", "who", "act", "stage", "about", "with whom", "for", "proposed by", "via", "sentences",
               "in the text", "cue", "rule")  # fmt: skip
    return Table(
        shown(lines, columns), "The ledger: a row a deed", "No act of cooperation or conflict was found."
    )


def theme_by_stage(reading) -> Table:
    """How many deeds each theme has at each stage."""
    names, found = theme_names(reading), all_deeds(reading)
    stages = in_order({deed.first["stage"] or UNSTAGED for deed in found})
    lines = [
        {"theme": names.get(theme, theme)}
        | {stage: sum((d.first["stage"] or UNSTAGED) == stage for d in some) for stage in stages}
        | {"sentences": _sentences(some)}
        for theme, some in _by_theme(found)
    ]
    return Table(shown(lines, ("theme", *stages, "sentences")), "Themes by stage", "No deed has a theme.")


def actor_by_theme(reading) -> Table:
    """How many deeds on each theme every party has a part in, as actor or proposer."""
    names, found = theme_names(reading), all_deeds(reading)
    themes = [theme for theme, _ in _by_theme(found)]
    who = tally([name for deed in found for name in _acting(deed)])
    lines = [
        {"who": name}
        | {
            names.get(theme, theme): sum(name in _acting(d) and theme in _areas(d) for d in found)
            for theme in themes
        }
        | {"deeds": n}
        for name, n in who
    ]
    columns = ("who", *(names.get(theme, theme) for theme in themes), "deeds")
    return Table(shown(lines, columns), "Who is active in what", "No deed names who acts.")


def proposer_by_act(reading) -> Table:
    """What each proposer puts forward: deeds by kind of act, with the sentences."""
    found = [deed for deed in all_deeds(reading) if deed.first["proposer"]]
    kinds = [kind for kind, _ in tally([deed.first["act"] for deed in found])]
    lines = [
        {"proposer": name}
        | {kind.lower(): sum(d.first["act"] == kind for d in own) for kind in kinds}
        | {"sentences": _sentences(own)}
        for name, _ in tally([deed.first["proposer"] for deed in found])
        for own in [[d for d in found if d.first["proposer"] == name]]
    ]
    columns = ("proposer", *(kind.lower() for kind in kinds), "sentences")
    return Table(shown(lines, columns), "Who puts what forward", "Nobody is named as proposing anything.")


def index_table(reading) -> Table:
    """The index taken apart: every deed with its score and its sentences; the last row is their mean."""
    whole = cooperation_index(reading)
    lines = [
        {
            "act": deed.first["act"].lower(),
            "stage": deed.first["stage"],
            "who": list(deed.first["actors"] or ()),
            "score": f"{value:+.1f}",
            "sentences": list(deed.sentences),
        }
        for deed, value in whole.parts
    ]
    if whole.value is not None:
        between = f"{whole.interval[0]:+.1f} to {whole.interval[1]:+.1f}" if whole.interval else "no interval"
        lines.append(
            {
                "act": f"mean of {counted(whole.n, 'deed')}",
                "stage": "",
                "who": between,
                "score": f"{whole.value:+.1f}",
                "sentences": "",
            }
        )
    columns = ("act", "stage", "who", "score", "sentences")
    return Table(
        shown(lines, columns), "The index of cooperation, deed by deed", "There is no deed to add up."
    )


def _for(names: Iterable[str], of: dict[str, Side]) -> list[str]:
    """The cities and countries for which some parties stand: "Porto (Portugal)"."""
    told = []
    for name in names:
        one = of.get(name, Side())
        if one.name:
            told.append(f"{one.city} ({one.country})" if one.city and one.country else one.name)
    return list(dict.fromkeys(told))


def _parties(deed: Deed) -> list[str]:
    return [name for row in deed.rows for name in (*(row["actors"] or ()), *(row["recipients"] or ()))]


def _acting(deed: Deed) -> list[str]:
    return list(dict.fromkeys((*(deed.first["actors"] or ()), *proposing(dict(deed.first)))))


def _areas(deed: Deed) -> set[str]:
    return {theme for theme, role in deed.themes if role in COUNTED}


def _by_theme(found: Sequence[Deed]) -> list[tuple[str, list[Deed]]]:
    """The themes with their deeds, the most frequent first."""
    some: dict[str, list[Deed]] = {}
    for deed in found:
        for theme in sorted(_areas(deed)):
            some.setdefault(theme, []).append(deed)
    return sorted(some.items(), key=lambda item: (-len(item[1]), item[0]))


def _sentences(some: Iterable[Deed]) -> list[Any]:
    return sorted({number for deed in some for number in deed.sentences})
