"""Count how often each rule is right, for analysis/lexicons/rule_precision.tsv.

    python benchmarks/rule_precision.py polnear-train.jsonl.gz --tags polnear-train-corenlp.jsonl.gz

The rules alone are counted on all articles. The model is trained on four fifths of them (chosen by a hash of
the id) and counted on the last fifth, which it has not seen. A statement is right where people marked the
same content (half of its words, both ways) and source (head in head); few cases are drawn to the mean.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from zlib import crc32

from analysis.evaluation.annotated import Annotated, read_polnear
from analysis.evaluation.polnear import taken_apart
from analysis.evaluation.scoring import prepare, score_one
from analysis.evaluation.training import train_speech
from analysis.paths import LEXICONS
from analysis.speech.attribution import statement
from analysis.speech.model.engine import model_drafts
from analysis.speech.model.weights import Weights, read_weights
from analysis.speech.rules import drafts
from analysis.speech.words import Words

FIFTHS, HELD = 5, 0
DRAWN = 10  # invented cases, as often right as the mean, that each rule is given
HEADER = """# source: counted by the project's authors on the training part of PolNeAR; no text of it is here
# licence: MIT (the figures)
# date: {date}
# columns: rule: name of the rule that found a statement; "model+" where the model agreed on its cue
# columns: precision: share of its statements that people marked, too: half of the content's words both ways, and the source; drawn towards the mean, {mean:.2f} for the rules alone and {model:.2f} with the model, as if ten more had been seen
# columns: n: statements counted; the model's on a fifth of the articles, after training on the other four
rule	precision	n
"""  # noqa: E501


def held(article: Annotated) -> bool:
    return crc32(article.id.encode()) % FIFTHS == HELD


def count(articles: Sequence[Annotated], weights: Weights | None) -> tuple[Counter[str], Counter[str]]:
    """How many statements each rule made, and how many of them were strictly right."""
    made, right = Counter(), Counter()
    for article in articles:
        document, referents = taken_apart(article)
        text = Words(document, referents)
        found = model_drafts(text, weights) if weights else drafts(text)
        statements = [statement(text, n, d) for n, d in enumerate(found, 1)]
        fates = score_one(prepare(article, document, referents), statements).fates
        made.update(s.rule for s in statements)
        right.update(s.rule for s, fate in zip(statements, fates, strict=True) if fate == "strict")
    return made, right


def lines(made: Counter[str], right: Counter[str], *, only: str = "") -> tuple[dict[str, str], float]:
    mean = sum(right.values()) / sum(made.values())
    return {
        rule: f"{rule}\t{(right[rule] + DRAWN * mean) / (made[rule] + DRAWN):.2f}\t{made[rule]}"
        for rule in made
        if rule.startswith(only)
    }, mean


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", help="annotated articles, .jsonl or .jsonl.gz")
    parser.add_argument("--tags", help="their part-of-speech tags")
    order = parser.parse_args()
    articles = read_polnear(order.data)
    alone, mean = lines(*count(articles, None))
    with TemporaryDirectory() as folder:
        train_speech(order.data, tags=order.tags, out=folder, only=lambda a: not held(a), tell=print)
        weights = read_weights(Path(folder))
    together, model = lines(*count([a for a in articles if held(a)], weights), only="model")
    head = HEADER.format(date=datetime.now(UTC).date(), mean=mean, model=model)
    rows = {**alone, **together}
    for rule in sorted(known() - set(rows)):
        rows[rule] = f"{rule}\t{mean:.2f}\t0"
    (LEXICONS / "rule_precision.tsv").write_text(
        head + "\n".join(rows[r] for r in sorted(rows)) + "\n", "utf-8"
    )
    return 0


def known() -> set[str]:
    """The rules that the file had before: a rule that fired nowhere keeps its line."""
    text = (LEXICONS / "rule_precision.tsv").read_text("utf-8")
    return {line.split("\t")[0] for line in text.splitlines() if line and not line.startswith("#")} - {"rule"}


if __name__ == "__main__":
    sys.exit(main())
