"""How fast the engine finds who says what, from the text on: articles and words a second on one core.

    python benchmarks/speech.py [--rounds 5] [--json]

The texts are the 48 articles of our gold set. "single" takes them as they are, one call an article; "batch"
lays them end to end, cuts them into articles of some 805 words (the mean of PolNeAR's) and runs through all.
Both begin with the text: paragraphs, tokens, names, who is who, statements. Beside them, in the same rounds,
nltk splits the same texts into sentences and words and scores each sentence with VADER, which finds no
speaker; and spaCy parses them, where it is installed with a model of English. Times are CPU seconds of this
one process, the best of the rounds. Load time and memory are measured in fresh processes. The bar: 150
articles of 805 words a second.
"""

import argparse
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from analysis.paths import MODELS, PROJECT

BAR = 150.0  # articles of 805 words a second on one core, rules and model
WORDS = 805  # the mean of an article of PolNeAR
TEXTS = PROJECT / "tests" / "gold"
ENGINES = ("rules", "model")
FRESH = """
import resource, sys, time
begun = time.process_time()
from analysis.language import parse
from analysis.language.coreference import refer
from analysis.reading import from_text
from analysis.speech import attribute
loaded = time.process_time()
document = parse(from_text(open(sys.argv[1], encoding="utf-8").read()))
attribute(document, refer(document), engine=sys.argv[2])
print(loaded - begun, time.process_time() - loaded, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def texts() -> list[str]:
    return [path.read_text("utf-8") for path in sorted(TEXTS.glob("*.txt"))]


def gathered(articles: Sequence[str]) -> list[str]:
    """The same paragraphs as longer articles, each closed when it has 805 words."""
    made: list[list[str]] = [[]]
    for paragraph in "\n\n".join(articles).split("\n\n"):
        if sum(len(p.split()) for p in made[-1]) >= WORDS:
            made.append([])
        made[-1].append(paragraph)
    return ["\n\n".join(paragraphs) for paragraphs in made]


def engine(name: str, text: str) -> int:
    """Statements of a text, from the text itself."""
    from analysis.language import parse
    from analysis.language.coreference import refer
    from analysis.reading import from_text
    from analysis.speech import attribute

    document = parse(from_text(text))
    return len(attribute(document, refer(document), engine=name))


def prepared(text: str) -> int:
    """What both engines need first: tokens, sentences, quotations, names, referents."""
    from analysis.language import parse
    from analysis.language.coreference import refer
    from analysis.reading import from_text

    return len(refer(parse(from_text(text))).mentions)


def vader() -> Callable[[str], int]:
    """nltk: sentences by Punkt as it is without training data, words, and VADER's score of each sentence."""
    from nltk.tokenize import NLTKWordTokenizer
    from nltk.tokenize.punkt import PunktSentenceTokenizer

    from analysis.sentiment.vader import compound

    sentences, words = PunktSentenceTokenizer(), NLTKWordTokenizer()

    def run(text: str) -> int:
        found = sentences.tokenize(text)
        return sum(len(words.tokenize(sentence)) + (compound(sentence) > 0) for sentence in found)

    return run


def spacy() -> Callable[[str], int] | None:
    """spaCy's pipeline for English, where both are installed; the project itself does not need them."""
    try:
        pipeline = import_module("spacy").load("en_core_web_sm")
    except (ImportError, OSError):
        return None
    return lambda text: len(pipeline(text))


def spent(work: Callable[[str], int], articles: Sequence[str]) -> list[float]:
    """Seconds of CPU of each article."""
    taken = []
    for text in articles:
        begun = time.process_time()
        work(text)
        taken.append(time.process_time() - begun)
    return taken


def speeds(rounds: int) -> dict[str, dict[str, Any]]:
    """For each way of working: speed of the whole set in both shapes, the best of the rounds."""
    ways: dict[str, Callable[[str], int]] = {name: partial(engine, name) for name in ENGINES}
    ways |= {"only prepared": prepared, "nltk and VADER": vader()}
    other = spacy()
    if other:
        ways["spaCy"] = other
    shapes = {"single": texts(), "batch": gathered(texts())}
    best: dict[tuple[str, str], list[float]] = {}
    for number in range(rounds + 1):
        for way, work in ways.items():
            for shape, articles in shapes.items():
                taken = spent(work, articles)
                if number:  # the first round reads word lists and weights
                    best[way, shape] = min(best.get((way, shape), taken), taken, key=sum)
    return {way: {shape: _speed(best[way, shape], shapes[shape]) for shape in shapes} for way in ways} | (
        {} if other else {"spaCy": {}}
    )


def _speed(taken: Sequence[float], articles: Sequence[str]) -> dict[str, float]:
    words, seconds = sum(len(text.split()) for text in articles), sum(taken)
    return {
        "articles": len(articles),
        "words": words,
        "milliseconds_median": round(statistics.median(taken) * 1000, 3),
        "milliseconds_worst": round(max(taken) * 1000, 3),
        "articles_per_second": round(len(articles) / seconds, 1),
        "words_per_second": round(words / seconds),
    }


def fresh(rounds: int) -> dict[str, dict[str, float]]:
    """Of a new process: CPU milliseconds of the imports and of the first article, memory at its highest."""
    path = min(TEXTS.glob("*.txt"))
    found = {}
    for name in ENGINES:
        ran = [
            subprocess.run(
                [sys.executable, "-c", FRESH, str(path), name],
                cwd=PROJECT,
                capture_output=True,
                text=True,
                check=True,
            ).stdout.split()
            for _ in range(rounds)
        ]
        imports, first, memory = (min(float(one[k]) for one in ran) for k in range(3))
        found[name] = {
            "import_milliseconds": round(imports * 1000, 1),
            "first_article_milliseconds": round(first * 1000, 1),
            "memory_mebibytes": round(memory, 1),
        }
    return found


def weights() -> dict[str, float]:
    """What the weights cost: bytes of the file, and the milliseconds to read them."""
    from analysis.speech.model.weights import FILE, read_weights

    read_weights.cache_clear()
    begun = time.process_time()
    read_weights(MODELS)
    return {
        "bytes": (MODELS / FILE).stat().st_size,
        "read_milliseconds": round((time.process_time() - begun) * 1000, 1),
    }


def measure(rounds: int) -> dict[str, Any]:
    """Everything that this benchmark measures, as one JSON object."""
    new = fresh(min(rounds, 5))  # first: a child's memory is never told as less than what this one has now
    return {
        "rounds": rounds,
        "speed": speeds(rounds),
        "weights": weights(),
        "fresh_process": new,
        "bars": {"articles_per_second": BAR, "words": WORDS},
    }


def tell(result: dict[str, Any]) -> None:
    """Print what was measured, for a person."""
    print(f"from text, one core, best of {result['rounds']} warm rounds")
    for way, shapes in result["speed"].items():
        for shape, one in shapes.items():
            mean = one["words"] / one["articles"]
            print(
                f"  {way:<15}{shape:<7}{one['articles_per_second']:8.1f} articles/s of {mean:3.0f} words"
                f"{one['words_per_second']:9,} words/s   median {one['milliseconds_median']:6.2f} ms"
            )
        if not shapes:
            print(f"  {way:<15}is not installed with a model of English: not measured")
    per_word = result["speed"]["model"]["batch"]["words_per_second"]
    print(f"rules and model: {per_word / WORDS:.0f} articles/s of {WORDS} words, the bar is {BAR:.0f}")
    stored = result["weights"]
    print(f"weights: {stored['bytes'] / 1e6:.1f} MB, read in {stored['read_milliseconds']:.0f} ms")
    for name, one in result["fresh_process"].items():
        print(
            f"a fresh process, {name:<6} imports {one['import_milliseconds']:.0f} ms, first article "
            f"{one['first_article_milliseconds']:.0f} ms, {one['memory_mebibytes']:.0f} MiB at most"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5, help="how often the texts are run through")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of lines")
    order = parser.parse_args()

    result = measure(order.rounds)
    if order.json:
        print(json.dumps(result, indent=1, ensure_ascii=False))
    else:
        tell(result)


if __name__ == "__main__":
    main()
