"""How fast a sentence is scored, hits and all, on one core: ours beside vaderSentiment and nltk's VADER.

    python benchmarks/tone.py [--rounds 9] [--json]

The sentences are those of the 26 articles of our gold set. Each method gets the same text, one call a
sentence, in the same rounds, so that a busy moment hits all of them; the figure is the best of the rounds.
"ours, from the text" gives tone, hits and offsets of a sentence that stands by itself; "ours, in an article"
is the scorer alone, after the article was taken apart. vaderSentiment and AFINN are measured where they are
installed. The bar: as fast as vaderSentiment.
"""

import argparse
import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from analysis.article import Article
from analysis.evaluation.baselines import baselines
from analysis.language import parse
from analysis.paths import PROJECT
from analysis.sentiment.sentence import tone_of_sentence
from analysis.sentiment.tone import layered

TEXTS = PROJECT / "tests" / "gold"


def documents():
    for path in sorted(TEXTS.glob("*.txt")):
        text = path.read_text("utf-8")
        yield parse(Article(id=path.stem, text=text, sha256="", body=(0, len(text))))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--json", action="store_true")
    order = parser.parse_args()
    found = list(documents())
    sentences = [d.text[s.start : s.end] for d in found for s in d.sentences]

    def each(scorer):
        return lambda: [scorer(sentence) for sentence in sentences]

    runs = {
        "ours, from the text": each(tone_of_sentence),
        "ours, in an article": lambda: [layered(d) for d in found],
        **{name: each(scorer) for name, scorer in baselines().items()},
    }
    best = dict.fromkeys(runs, float("inf"))
    for _ in range(order.rounds):
        for name, run in runs.items():
            start = time.perf_counter()
            run()
            best[name] = min(best[name], time.perf_counter() - start)
    speeds = {name: round(len(sentences) / seconds) for name, seconds in best.items()}
    if order.json:
        print(json.dumps({"sentences": len(sentences), "per_second": speeds}, indent=2))
        return
    words = sum(len(s.split()) for s in sentences)
    print(f"{len(sentences)} sentences of {words / len(sentences):.0f} words, best of {order.rounds} rounds")
    for name, speed in speeds.items():
        print(f"  {name:<22}{speed:>9,} sentences/s")


if __name__ == "__main__":
    main()
