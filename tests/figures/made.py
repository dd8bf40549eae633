"""Readings made by hand: an invented article and the tables that an analysis of it would give."""

from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from analysis.article import Article
from analysis.schema import frame


@dataclass(frozen=True)
class Made:
    article: Article
    sentences: pd.DataFrame
    statements: pd.DataFrame
    speakers: pd.DataFrame
    acts: pd.DataFrame
    themes: pd.DataFrame
    targets: pd.DataFrame


def reading(sentences, statements=(), acts=(), people=None, umbrella="partnership") -> Made:
    """Make a reading from (sentence, tone, vader) rows, statements and acts that name words of the text.

    A statement is {"of": sentence number, "text", "speaker", "kind", ...}; an act {"of", "act", "stage",
    ...}.
    """
    text = " ".join(s[0] for s in sentences)
    article = Article(id="made", text=text, sha256="0" * 64, body=(0, len(text)))
    rows, at = [], 0
    for number, (sentence, tone, vader) in enumerate(sentences, 1):
        start = text.index(sentence, at)
        at = start + len(sentence)
        kinds = {s.get("kind", "indirect") for s in statements if s["of"] == number}
        voice = {frozenset(): "narrator", frozenset({"direct"}): "direct"}.get(frozenset(kinds), "reported")
        rows.append(
            {
                "sentence": number,
                "start": start,
                "end": at,
                "tone": tone,
                "direction": None,
                "tone_vader": vader,
                "hits": [{"start": start, "end": start + 4, "value": tone, "rule": "lexicon"}]
                if tone
                else [],
                "voice": voice,
                "text": sentence,
            }
        )
    said = []
    for number, s in enumerate(statements, 1):
        sentence = rows[s["of"] - 1]
        start = text.index(s["text"], sentence["start"])
        said.append(
            {
                "id": number,
                "sentence": s["of"],
                "spans": [[start, start + len(s["text"])]],
                "kind": s.get("kind", "indirect"),
                "class": s.get("cls", "speech"),
                "polarity": s.get("polarity", "affirmed"),
                "cue": None,
                "source": None,
                "speaker": s["speaker"],
                "speaker_type": s.get("type", "person"),
                "via": s.get("via"),
                "joint": None,
                "words": len(s["text"].split()),
                "confidence": s.get("confidence", 0.9),
                "rule": "made",
                "text": s["text"],
                "tones": [{"sentence": s["of"], "tone": sentence["tone"]}],
            }
        )
    counted = [s for s in said if s["class"] == "speech" and s["polarity"] == "affirmed"]
    total = sum(s["words"] for s in counted) or 1
    speakers: list[dict[str, Any]] = []
    for name in dict.fromkeys(s["speaker"] for s in counted):
        own = [s for s in counted if s["speaker"] == name]
        tones = pd.Series([rows[n - 1]["tone"] for n in sorted({s["sentence"] for s in own})])
        by_kind = {k: sum(s["words"] for s in own if s["kind"] == k) for k in ("direct", "indirect", "mixed")}
        words = sum(by_kind.values())
        speakers.append(
            {
                "name": name,
                "aliases": [],
                "role": None,
                "side": None,
                "type": own[0]["speaker_type"],
                "statements": len(own),
                "words": words,
                "share": words / total,
                **{f"words_{k}": n for k, n in by_kind.items()},
                "tone": tones.mean(),
                "tone_n": len(tones),
                "tone_spread": tones.std() if len(tones) > 1 else None,
                "tone_low": None,
                "tone_high": None,
            }
            | (people or {}).get(name, {})
        )
    done = []
    for a in acts:
        sentence = rows[a["of"] - 1]
        done.append(
            {
                "sentence": a["of"],
                "start": sentence["start"],
                "end": sentence["end"],
                "act": a["act"],
                "stage": a["stage"],
                "side": a.get("side", "cooperation"),
                "themes": [{"theme": t, "role": r} for t, r in a.get("themes", {}).items()],
                "actors": a.get("actors", []),
                "recipients": a.get("recipients", []),
                "proposer": a.get("proposer"),
                "via": None,
                "cue": [sentence["start"], sentence["start"] + 3],
                "rule": "made",
                "text": sentence["text"],
            }
        )
    named: dict[str, list[tuple[str, str, int]]] = {}
    for a in done:
        for t in a["themes"]:
            named.setdefault(t["theme"], []).append((t["role"], a["stage"], a["sentence"]))
    mentions = {t: sum(r in ("object", "aim") for r, _, _ in some) for t, some in named.items()}
    areas = sum(n for t, n in mentions.items() if t != umbrella) or 1
    themes = [
        {
            "theme": t,
            "mentions": mentions[t],
            "share": None if t == umbrella else mentions[t] / areas,
            "roles": {r: [x[0] for x in some].count(r) for r in sorted({x[0] for x in some})},
            "stages": {s: [x[1] for x in some].count(s) for s in sorted({x[1] for x in some if x[1]})},
            "sentences": sorted({x[2] for x in some}),
        }
        for t, some in sorted(named.items())
    ]
    return Made(
        article,
        frame("sentences", rows),
        frame("statements", said),
        frame("speakers", speakers),
        frame("acts", done),
        frame("themes", themes),
        frame("targets", [_target(s, rows) for s in speakers]),
    )


def _target(speaker: dict[str, Any], rows: list[dict[str, Any]]) -> dict[str, Any]:
    """A speaker as somebody spoken of: in every sentence that has the last name."""
    tones = pd.Series([r["tone"] for r in rows if str(speaker["name"]).split()[-1] in r["text"]], dtype=float)
    return {
        "name": speaker["name"],
        "type": speaker["type"],
        "mentions": max(len(tones), 1),
        "tone": tones.mean() if len(tones) else None,
        "tone_n": len(tones),
        "tone_spread": tones.std() if len(tones) > 1 else None,
        "hits": [],
        "learned_neg": 0,
        "learned_pos": 0,
    }


MARA, TOMAS, HALL = "Mara Lindqvist", "Tomás Adeyemi", "Harbour City Hall"

VISIT = reading(
    [
        ("Harbour City's mayor met her colleague from Rio Claro on Monday.", 0.1, 0.0),
        (
            (
                "According to Harbour City Hall, Lindqvist stressed that trams and cleaner air matter to "
                "both "
                "cities."
            ),
            0.22,
            0.1,
        ),
        ("“We hope to open a joint school of music before the summer of next year,” she said.", 0.45, 0.5),
        ("The two cities have traded students since 1998.", 0.05, 0.0),
        ("Relations cooled when the ferry line was suspended in 2021.", -0.42, -0.3),
        ("Adeyemi said the old quarrel over the ferry had cost everybody too much.", -0.3, -0.6),
        ("He proposed a fund for young engineers.", 0.25, 0.0),
        ("“Trust returns on foot and leaves on horseback,” he said.", 0.12, 0.5),
        ("The city hall noted that a second meeting is planned in May.", 0.0, 0.0),
        ("The two mayors signed an agreement on flood protection.", 0.4, 0.5),
    ],
    [
        {"of": 2, "text": "trams and cleaner air matter to both cities", "speaker": MARA, "via": HALL},
        {
            "of": 3,
            "text": "“We hope to open a joint school of music before the summer of next year,”",
            "speaker": MARA,
            "kind": "direct",
        },
        {"of": 6, "text": "the old quarrel over the ferry had cost everybody too much", "speaker": TOMAS},
        {"of": 7, "text": "a fund for young engineers", "speaker": TOMAS, "kind": "mixed", "confidence": 0.4},
        {
            "of": 8,
            "text": "“Trust returns on foot and leaves on horseback,”",
            "speaker": TOMAS,
            "kind": "direct",
        },
        {"of": 9, "text": "a second meeting is planned in May", "speaker": HALL, "type": "organisation"},
        {"of": 4, "text": "have traded students", "speaker": MARA, "cls": "belief"},
    ],
    [
        {
            "of": 1,
            "act": "CONSULT",
            "stage": "past",
            "themes": {"partnership": "object"},
            "actors": [MARA, TOMAS],
        },
        {
            "of": 2,
            "act": "SUPPORT",
            "stage": "ongoing",
            "themes": {"urban": "object", "environment": "aim"},
            "actors": [MARA],
        },
        {
            "of": 3,
            "act": "PROPOSE",
            "stage": "proposed",
            "themes": {"education": "object", "culture": "object"},
            "actors": [MARA],
            "proposer": MARA,
        },
        {"of": 4, "act": "COOPERATE", "stage": "past", "themes": {"education": "object"}},
        {
            "of": 5,
            "act": "REDUCE",
            "stage": "stalled",
            "side": "conflict",
            "themes": {"urban": "object"},
            "actors": [TOMAS],
        },
        {
            "of": 7,
            "act": "PROPOSE",
            "stage": "proposed",
            "themes": {"youth": "object", "technology": "aim"},
            "actors": [TOMAS],
            "proposer": TOMAS,
        },
        {
            "of": 10,
            "act": "FORMALISE",
            "stage": "agreed",
            "themes": {"safety": "object"},
            "actors": [MARA, TOMAS],
            "recipients": ["Rio Claro"],
        },
    ],
    {MARA: {"role": "Mayor", "side": "Harbour City"}, TOMAS: {"role": "Mayor", "side": "Rio Claro"}},
)

SILENT = reading([("The bridge is forty metres long.", 0.0, 0.0), ("It was painted in spring.", 0.1, 0.0)])

EMPTY = replace(reading([("x", 0.0, 0.0)]), sentences=frame("sentences", []))

ALONE = reading(
    [("Okonkwo said rain was coming.", 0.0, 0.1)],
    [{"of": 1, "text": "rain was coming", "speaker": "Ada Okonkwo"}],
)

NASTY = (
    "$5 and $7_{x}^2",
    "<script>alert(1)</script>",
    "{braces} & \"quotes\" 'single'",
    "金英浩",
    "محمد الأمين",
    "Владимир Ћирић",
    ("A Commission on the Joint and Several Responsibilities of Riverine Municipalities of the North"),
    "😀 Emoji Bureau",
    "back\\slash %s",
    "line\nbreak\ttab\x07",
)


def crowd(names=None, each=1) -> Made:
    """An article in which everybody speaks once or more, each a little longer than the one before."""
    names = names or [f"Delegate Number {i}" for i in range(1, 13)]
    sentences, said, acts = [], [], []
    for i, name in enumerate(names * each):
        sentences.append(
            (f"Speaker {i} said that {'very ' * i}good things were near.", (-1) ** i * (i % 7) / 10, 0.1)
        )
        said.append(
            {
                "of": i + 1,
                "text": f"{'very ' * i}good things were near",
                "speaker": name,
                "kind": ("direct", "indirect", "mixed")[i % 3],
            }
        )
        areas = (
            "culture",
            "tourism",
            "economy",
            "people",
            "youth",
            "education",
            "officials",
            "technology",
            "environment",
            "health",
            "urban",
            "safety",
            "welfare",
            "sports",
            "aid",
            "partnership",
        )
        acts.append(
            {
                "of": i + 1,
                "act": "PROPOSE",
                "stage": ("past", "ongoing", "agreed", "planned", "proposed", "tentative", "stalled")[i % 7],
                "themes": {areas[i % 16]: "object", areas[(i * 5) % 16]: "aim"},
                "actors": [name],
                "recipients": [names[(i + 1) % len(names)]],
                "proposer": name,
                "side": "conflict" if i % 5 == 4 else "cooperation",
            }
        )
    return reading(sentences, said, acts)
