"""The command `communique evaluate`: which benchmark, on which data, shown as a table or as JSON."""

import argparse
import json
import sys
from collections.abc import Callable
from functools import partial
from typing import Any

from analysis.errors import CommuniqueError

ABOUT = "Measure the engines on articles that people annotated."
EXAMPLES = """examples:
  communique evaluate gold                                  the articles of this project
  communique evaluate polnear polnear-dev.jsonl.gz          who says what, in political news
  communique evaluate polnear FILE --json > result.json
  communique evaluate plover plv-train.tsv                  what one party does to another
"""
POLNEAR = """Score what an engine finds in articles of the PolNeAR format against what people marked.

Two views stand side by side: all attributions (wants and beliefs, too), and reported speech, which
has a word of communication in its cue or quoted words in its content. Gold is the first annotator
of each article, in sorted order.

  whole attribution  at least half of the gold content's words are covered, one to one, and the head
                     of each source lies in the other (or both are empty); strict: and at least half
                     of the words found are gold; source aside: the content alone
  exact, overlap     the same words; a word in common, one to one
  share distance     half the sum of differences between the speakers' shares of the words in an
                     article, 0 to 1, speakers resolved by our own resolver on both sides, or named
                     by the last capitalised word of the source (the crude key)
  confidence         is what the engine is sure of (mean) strictly right as often (right)?

Intervals are 95 %, from 1000 fixed resamples of the articles. A second run gives the same bytes."""
POLNEAR_EXAMPLES = """examples:
  communique evaluate polnear polnear-dev.jsonl.gz
  communique evaluate polnear polnear-train.jsonl.gz --limit 100 --predictions found.jsonl
  communique evaluate polnear FILE --parses FILE-corenlp.jsonl.gz --json

The format: a JSON object a line, plain or gzipped, with id, text and annotations: {annotator:
[{source, cue, content: [[start, end], ...]}]}, offsets in code points, publisher where it is known.
"""
NYT = """Hold the tone of sentences against their readers' ratings: the rules, the learnt second opinion,
nltk's VADER, and vaderSentiment and AFINN where they are installed; and how many sentences each scores a
second.

FILE has a line a sentence, with tabs between: an id (what stands before its "_" is the article), the mean
rating from -4 to 4, the sentence. Scores and ratings are compared by Pearson's r; as classes, gold is neutral
within 0.2 of zero, a score within 0.05 (VADER's cut) or within the method's own band.

Intervals are 95 %, from 1000 fixed resamples of the articles. Only the speeds differ from run to run."""
NEWSMTSC = """Hold the tone towards people in sentences of the news against what readers saw: the rules, the
learnt second opinion, and the scorers that know no target, on the whole sentence.

FILE has a JSON object a line, plain or gzipped: sentence_normalized, and targets with Input.gid, from, to and
polarity (2 negative, 4 neutral, 6 positive). A target of which nothing is said is neutral.

Intervals are 95 %, from 1000 fixed resamples of the sentences. Only the speeds differ from run to run."""
TONE_EXAMPLES = """examples:
  communique evaluate nyt nyt-dev.tsv
  communique evaluate nyt nyt-dev.tsv --folds --targets newsmtsc-train.jsonl.gz
                                          an honest figure on what was learnt from
  communique evaluate newsmtsc newsmtsc-train.jsonl.gz --predictions found.jsonl
"""
REGISTER = """Score this project's own sentences in the register of diplomacy against the sign that a reader
gave them first: the half that the lexicons learned from, and the half kept for measuring.

A FILE has a line a sentence: id, neg, neu or pos, a reason, the sentence, with tabs between."""
PAIRS = """Score what the coders make of given pairs: a sentence with its source and its target marked.

FILE has a head and tab-separated rows with the columns marked_sentence (<s>source</s>, <t>target</t>) and
{gold}.
Two coders stand side by side: the rules, and the learned layer on top of them.

  macro-F1  the mean of the F1 of the classes, with a 95 % interval from 1000 fixed resamples of the rows
  accuracy  the share of rows that are right
{more}
A second run gives the same bytes."""
PLOVER = PAIRS.format(
    gold="gold_root, a root of PLOVER",
    more="""
With --folds N the learned layer is trained on the other folds of FILE (by sentence). "unread" then tells what
is left of rules and learned layer without the cues that stand in the fold alone: an estimate, on the low
side, for sentences that nobody has read.
""",
)
AW = PAIRS.format(gold="gold_binary, 0 for cooperation or 1 for conflict", more="")
PAIRS_EXAMPLES = """examples:
  communique evaluate plover plv-train.tsv --folds 5
  communique evaluate plover FILE --predictions found.jsonl
  communique evaluate aw FILE --json

A prediction: {"row": 0, "rules": {"root", "quad", "binary"}, "learned": {...}} (aw: binary alone);
quads are 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict; binary is 1 for conflict.
"""
GOLD = "Score what is found in the articles that this project has annotated itself, the full record."
ENGINES = ("model", "rules")


def arguments(parser: argparse.ArgumentParser, *, number: Callable[[str], int]) -> None:
    """Give `communique evaluate` its benchmarks and their options; `number` reads a whole number from 1."""
    names = parser.add_subparsers(title="benchmarks", metavar="NAME", required=True)
    shape: dict[str, Any] = {"formatter_class": argparse.RawDescriptionHelpFormatter, "allow_abbrev": False}

    one = names.add_parser(
        "polnear", help="attribution in political news", description=POLNEAR, epilog=POLNEAR_EXAMPLES, **shape
    )
    one.set_defaults(run=_polnear)
    one.add_argument("file", metavar="FILE", help="annotated articles, .jsonl or .jsonl.gz")
    one.add_argument("--engine", choices=ENGINES, default="model", help="what is measured (default: model)")
    one.add_argument(
        "--parses", metavar="FILE", help="dependency parses of the articles, for heads of sources"
    )
    one.add_argument("--predictions", metavar="F", help="write what was found there, a JSON line an article")
    one.add_argument("--limit", metavar="N", type=number, help="only the first N articles")
    one.add_argument("--json", action="store_true", help="print one JSON object, not a table")

    for name, run, help, about in (
        ("nyt", _nyt, "the tone of a sentence", NYT),
        ("newsmtsc", _newsmtsc, "the tone towards a target", NEWSMTSC),
    ):
        one = names.add_parser(name, help=help, description=about, epilog=TONE_EXAMPLES, **shape)
        one.set_defaults(run=run)
        one.add_argument("file", metavar="FILE", help="what people rated")
        one.add_argument("--folds", action="store_true", help="learn anew, on four parts for each fifth")
        if name == "nyt":
            one.add_argument("--targets", metavar="FILE", help="with --folds: NewsMTSC's sentences, to help")
        else:
            one.add_argument(
                "--texts", metavar="FILE", action="append", help="with --folds: for word vectors"
            )
        one.add_argument("--predictions", metavar="F", help="write the scores there, a JSON object a line")
        one.add_argument("--json", action="store_true", help="print one JSON object, not a table")

    one = names.add_parser("register", help="the sign of diplomatic wording", description=REGISTER, **shape)
    one.set_defaults(run=_register)
    one.add_argument("file", metavar="FILE", nargs="?", help="other sentences in the same format")
    one.add_argument("--json", action="store_true", help="print one JSON object, not a table")

    for name, told, about in (
        ("plover", "what one party does to another", PLOVER),
        ("aw", "conflict or cooperation in other news", AW),
    ):
        one = names.add_parser(name, help=told, description=about, epilog=PAIRS_EXAMPLES, **shape)
        one.set_defaults(run=_pairs, benchmark=name, folds=0)
        one.add_argument("file", metavar="FILE", help="marked sentences, tab-separated")
        one.add_argument("--predictions", metavar="F", help="write what was found there, a JSON line a row")
        one.add_argument("--models", metavar="DIR", help="the folder of other weights")
        if name == "plover":
            one.add_argument("--folds", metavar="N", type=number, default=0, help="train on the other folds")
        one.add_argument("--json", action="store_true", help="print one JSON object, not a table")

    one = names.add_parser("gold", help="the project's own articles", description=GOLD, **shape)
    one.set_defaults(run=_gold)
    one.add_argument("folder", metavar="FOLDER", nargs="?", help="other articles in the same format")
    one.add_argument("--acts", action="store_true", help="score acts and themes, not statements")
    one.add_argument("--engine", choices=ENGINES, default="model", help="what is measured (default: model)")
    one.add_argument("--json", action="store_true", help="print one JSON object, not a table")


def _polnear(order: argparse.Namespace) -> int:
    from analysis.evaluation.polnear import evaluate_polnear

    result = evaluate_polnear(
        order.file,
        engine=order.engine,
        parses=order.parses,
        predictions=order.predictions,
        limit=order.limit,
    )
    return _show(result, order)


def _nyt(order: argparse.Namespace) -> int:
    from analysis.evaluation.nyt import evaluate_nyt
    from analysis.evaluation.tone_training import ratings_by_folds

    if order.targets and not order.folds:
        raise CommuniqueError("--targets goes with --folds: without it nothing is learnt.")
    learnt = partial(ratings_by_folds, helped_by=order.targets) if order.folds else None
    return _show(evaluate_nyt(order.file, predictions=order.predictions, learnt=learnt), order)


def _newsmtsc(order: argparse.Namespace) -> int:
    from analysis.evaluation.newsmtsc import evaluate_newsmtsc
    from analysis.evaluation.tone_training import opinions_by_folds

    texts = _texts(order)
    learnt = partial(opinions_by_folds, texts=texts) if order.folds else None
    return _show(evaluate_newsmtsc(order.file, predictions=order.predictions, learnt=learnt), order)


def _register(order: argparse.Namespace) -> int:
    from analysis.evaluation.register import evaluate_register

    halves = evaluate_register(order.file)
    if order.json:
        return _written(json.dumps([half.record() for half in halves], ensure_ascii=False, indent=2))
    return _written("\n\n".join(map(str, halves)))


def _texts(order: argparse.Namespace) -> list[str]:
    if order.texts and not order.folds:
        raise CommuniqueError("--texts goes with --folds: without it nothing is learnt.")
    return order.texts or []


def _pairs(order: argparse.Namespace) -> int:
    from analysis.evaluation.pairs import evaluate_pairs

    result = evaluate_pairs(
        order.file, order.benchmark, folds=order.folds, models=order.models, predictions=order.predictions
    )
    return _show(result, order)


def _gold(order: argparse.Namespace) -> int:
    from analysis.engine import analyse
    from analysis.evaluation.gold import evaluate_gold

    if order.acts:
        from analysis.evaluation.acts import evaluate_acts

        return _show(
            evaluate_acts(order.folder, engine=partial(analyse, engine=order.engine), name=order.engine),
            order,
        )
    return _show(
        evaluate_gold(order.folder, engine=partial(analyse, engine=order.engine), name=order.engine), order
    )


def _show(result: Any, order: argparse.Namespace) -> int:
    """Print a result, anything with `str()` and `record()`."""
    return _written(json.dumps(result.record(), ensure_ascii=False, indent=2) if order.json else str(result))


def _written(text: str) -> int:
    """Print in UTF-8 wherever it goes."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    print(text)
    return 0
