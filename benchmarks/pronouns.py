"""How many sources that are just "he" or "she" the engine resolves to the person whom a reader means.

    python benchmarks/pronouns.py DATA [--marks benchmarks/pronouns.tsv] [--json]

DATA is a file of articles with `id` and `text`, one JSON object a line, plain or gzipped: PolNeAR's training
part, of which 200 such sources were marked by hand (offsets alone are kept here, no text). A pronoun is right
where its referent is the one of the name that was marked, or bears the same name; it is unresolved where it
has none. The half "tune" may be looked at and worked on, "kept" only measures. The bar is 0.90.
"""

import argparse
import csv
import json
import random
import sys
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from analysis.article import Article
from analysis.errors import CommuniqueError
from analysis.evaluation.annotated import rows_of
from analysis.language import parse
from analysis.language.coreference import refer

MARKS = Path(__file__).with_name("pronouns.tsv")
BAR = 0.90
DRAWS = 2000  # resamples of the bootstrap: enough for two decimals of a 95 % interval
SEED = 1
OUTCOMES = ("right", "wrong", "unresolved")


class Mark(NamedTuple):
    """A pronoun and the name of the person it means; without a name where nobody is named."""

    id: str
    start: int
    name: tuple[int, int] | None
    half: str


def marks_of(path: Path) -> list[Mark]:
    """Read the marks; lines with "#" are about the file."""
    with path.open(encoding="utf-8", newline="") as stream:
        lines = [line for line in stream if not line.startswith("#")]
    return [
        Mark(
            row["id"],
            int(row["start"]),
            (int(row["name_start"]), int(row["name_end"])) if row["name_start"] else None,
            row["half"],
        )
        for row in csv.DictReader(lines, delimiter="\t")
    ]


def texts_of(data: Path, ids: set[str]) -> dict[str, str]:
    """The texts of the articles that are asked for."""
    found = {row["id"]: row["text"] for _, row in rows_of(data) if row.get("id") in ids}
    if missing := sorted(ids - set(found)):
        raise CommuniqueError(
            f"{data} has {len(missing)} of the marked articles not, among them {missing[0]}."
        )
    return found


def outcome(mark: Mark, text: str) -> tuple[str, str, str]:
    """How the engine did on one pronoun: right, wrong or unresolved; whom it took; who is meant."""
    whole = (0, len(text.rstrip()))
    article = Article(id=mark.id, text=text, sha256=sha256(text.encode()).hexdigest(), body=whole)
    referents = refer(parse(article))
    taken = referents.at(mark.start)
    if mark.name is None:
        return ("wrong" if taken else "right"), taken.referent.name if taken else "", ""
    start, end = mark.name
    wanted = text[start:end]
    if taken is None:
        return "unresolved", "", wanted
    named = [m.referent for m in referents.mentions if m.start < end and start < m.end and m.kind == "name"]
    same = taken.referent in named or same_name(taken.referent.name, wanted)
    return ("right" if same else "wrong"), taken.referent.name, wanted


def same_name(one: str, other: str) -> bool:
    """Do two names end in the same word, with no other word in the shorter one that the longer has not?

    >>> same_name("Costa", "Rui Costa"), same_name("Ana Costa", "Rui Costa")
    (True, False)
    """
    short, long = sorted(
        (one.casefold().replace("’", "'").split(), other.casefold().replace("’", "'").split()), key=len
    )
    return short[-1:] == long[-1:] and set(short) <= set(long)


def interval(results: Sequence[str]) -> tuple[float, float]:
    """The 95 % bootstrap interval of the share that is right (each pronoun is of an article of its own)."""
    draw = random.Random(SEED)
    hits = [result == "right" for result in results]
    shares = sorted(sum(draw.choices(hits, k=len(hits))) / len(hits) for _ in range(DRAWS))
    return shares[round(0.025 * DRAWS)], shares[round(0.975 * DRAWS) - 1]


def measure(data: Path, marks: Path) -> dict[str, Any]:
    """Both halves, as one JSON object."""
    rows = marks_of(marks)
    texts = texts_of(data, {row.id for row in rows})
    halves: dict[str, list[str]] = {}
    for row in rows:
        halves.setdefault(row.half, []).append(outcome(row, texts[row.id])[0])
    return {"marks": marks.name, "bar": BAR} | {
        half: {"n": len(results)}
        | {name: round(results.count(name) / len(results), 4) for name in OUTCOMES}
        | {"interval": [round(share, 4) for share in interval(results)]}
        for half, results in sorted(halves.items())
    }


def tell(result: dict[str, Any]) -> None:
    """Print what was measured, for a person."""
    for half, one in ((half, one) for half, one in result.items() if isinstance(one, dict)):
        low, high = one["interval"]
        print(
            f"{half:<5} {one['n']} pronouns: {one['right']:.2f} right ({low:.2f} to {high:.2f}), "
            f"{one['wrong']:.2f} wrong, {one['unresolved']:.2f} unresolved; the bar is {result['bar']:.2f}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path, metavar="DATA", help="the articles: PolNeAR's training part")
    parser.add_argument("--marks", type=Path, default=MARKS, help="what was marked (default: pronouns.tsv)")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of lines")
    order = parser.parse_args()
    try:
        result = measure(order.data, order.marks)
    except (CommuniqueError, OSError) as error:
        sys.exit(str(error))
    if order.json:
        print(json.dumps(result, indent=1))
    else:
        tell(result)


if __name__ == "__main__":
    main()
