"""How fast given sentences are coded: what one marked party does to the other, sentences a second.

    python benchmarks/cooperation.py [FILE] [--rounds 5] [--json]

FILE has marked sentences, as for `communique evaluate plover`; without one, the sentences of our own gold set
are taken, with the first two names of each as its parties. Both coders begin with the marked sentence: the
rules alone, and the learned layer on top of them. Beside them stands the coder of articles, which finds its
parties itself: sentences a second of whole articles, from the text to acts with themes, parties and stages.
Times are CPU seconds of this one process, the best of the rounds. The bar: 5,000 sentences a second.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from analysis.paths import PROJECT

BAR = 5000.0  # sentences a second on one core, given their two parties
TEXTS = PROJECT / "tests" / "gold"


def marked_sentences() -> list[str]:
    """The sentences of our gold set in which two names stand, marked as source and target."""
    from analysis.language import parse
    from analysis.reading import from_text

    found = []
    for path in sorted(TEXTS.glob("*.txt")):
        document = parse(from_text(path.read_text("utf-8")))
        for s in document.sentences:
            names = [n for n in document.names if s.start <= n.start and n.end <= s.end][:2]
            if len(names) == 2:
                (a, b), (c, d) = [(n.start, n.end) for n in names]
                text = document.text
                head, between, tail = text[s.start : a], text[b:c], text[d : s.end]
                found.append(f"{head}<s>{text[a:b]}</s>{between}<t>{text[c:d]}</t>{tail}")
    return found


def best(work: Callable[[], Any], rounds: int) -> float:
    """The fewest CPU seconds of several rounds."""
    times = []
    for _ in range(rounds):
        begun = time.process_time()
        work()
        times.append(time.process_time() - begun)
    return min(times)


def measure(sentences: Sequence[str], rounds: int) -> dict[str, float]:
    """Sentences a second: rules, learned layer, and whole articles by the coder of acts."""
    from analysis.cooperation import code, load
    from analysis.cooperation.learned import by_table, read
    from analysis.cooperation.pairs import Pair, judge, unmark
    from analysis.language import parse
    from analysis.language.coreference import refer
    from analysis.reading import from_text
    from analysis.speech import attribute

    taxonomy, table = load(), read()
    articles = [from_text(path.read_text("utf-8")) for path in sorted(TEXTS.glob("*.txt"))]
    documents = [parse(article) for article in articles]
    known = [(d, refer(d)) for d in documents]
    handed = [(d, attribute(d, r, engine="rules"), r) for d, r in known]

    def rules() -> None:
        for sentence in sentences:
            judge(Pair(unmark(sentence)), taxonomy)

    def learned() -> None:
        for sentence in sentences:
            pair = Pair(unmark(sentence))
            by_table(pair, judge(pair, taxonomy), table, taxonomy)

    def acts() -> None:
        for document, statements, referents in handed:
            code(document, statements, referents, taxonomy=taxonomy)

    inside = sum(len(d.sentences) for d in documents)
    return {
        "rules": len(sentences) / best(rules, rounds),
        "learned": len(sentences) / best(learned, rounds),
        "acts": inside / best(acts, rounds),
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("file", nargs="?", help="marked sentences, tab-separated, column marked_sentence")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    order = parser.parse_args()
    if order.file:
        lines = Path(order.file).read_text("utf-8").splitlines()
        column = lines[0].split("\t").index("marked_sentence")
        sentences = [line.split("\t")[column] for line in lines[1:]]
    else:
        sentences = marked_sentences()
    found = measure(sentences, order.rounds)
    if order.json:
        print(json.dumps({name: round(rate) for name, rate in found.items()} | {"bar": BAR}))
        return
    print(f"{len(sentences):,} marked sentences; sentences a second on one core, best of {order.rounds}")
    for name, label in (("rules", "rules"), ("learned", "rules and learned layer")):
        print(f"  {label:<28}{found[name]:>8,.0f}   bar {BAR:,.0f}")
    print(f"  {'acts of whole articles':<28}{found['acts']:>8,.0f}   parsed text, statements given")


if __name__ == "__main__":
    main()
