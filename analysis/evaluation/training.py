"""Training: `communique train speech|cooperation DATA --out DIR` makes the weights of a room again, bit for
bit.

For speech, DATA is a file of annotated articles (the format of `communique evaluate polnear`); with it may
go the same articles' tags by a tagger, from which a dictionary of the tags that a word can have is made.
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.errors import CommuniqueError

if TYPE_CHECKING:
    from analysis.evaluation.annotated import Annotated
    from analysis.speech.model.lessons import Marked
    from analysis.speech.words import Words

NAMES = ("speech", "sentiment", "cooperation")
KEEP = (350_000, 250_000)  # rows of the two tables that are stored; the others change next to nothing
LEAST_SEEN = 3  # times a word must have been tagged
LEAST_SHARE = 0.08  # of its tags that one must have
LONGEST_WORD = 30
ABOUT = """Make the weights of an engine again: the same data, the same bytes.

For speech, DATA has a JSON object a line (plain or gzipped) with id, text and annotations: {annotator:
[{source, cue, content: [[start, end], ...]}]}; the first annotator in sorted order is learned from. --tags
names a file with the same articles' sentences, each a list of [start, end, tag, ...].

For sentiment, DATA is a file of sentences with targets (NewsMTSC), one of rated sentences (id, rating and
sentence with tabs between), or both; told are the figures of five folds. Vectors of words are counted on the
same sentences and on the articles of --texts.

For cooperation, DATA is a file of `communique evaluate plover`.

Weights trained on your own annotation are put to use with the environment variable COMMUNIQUE_MODELS=DIR."""

EXAMPLES = """examples:
  communique train speech polnear-train.jsonl.gz --tags polnear-train-corenlp.jsonl.gz --out weights
  COMMUNIQUE_MODELS=weights communique evaluate gold
  communique train sentiment newsmtsc-train.jsonl.gz nyt-dev.tsv --texts polnear-train.jsonl.gz --out weights
  communique train cooperation plv-train.tsv --out weights
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Give `communique train` its options."""
    parser.add_argument("name", choices=NAMES, metavar="NAME", help=f"what is trained: {' or '.join(NAMES)}")
    parser.add_argument("data", metavar="DATA", nargs="+", help="what people annotated")
    parser.add_argument("--tags", metavar="FILE", help="speech: part-of-speech tags of the same articles")
    parser.add_argument(
        "--texts",
        metavar="FILE",
        action="append",
        help="sentiment: annotated articles, for vectors of words",
    )
    parser.add_argument("--out", metavar="DIR", required=True, help="the folder for the weights")
    parser.set_defaults(run=_train)


def _train(order: argparse.Namespace) -> int:
    if order.tags and order.name != "speech":
        raise CommuniqueError("Tags serve the speech engine alone: leave --tags out.")
    if order.name == "sentiment":
        from analysis.evaluation.tone_training import train_sentiment

        for path in train_sentiment(order.data, texts=order.texts or (), out=order.out, tell=_told):
            print(path)
        return 0
    if len(order.data) > 1 or order.texts:
        raise CommuniqueError(f"{order.name} is trained on one file, and --texts goes with sentiment.")
    train = train_cooperation if order.name == "cooperation" else train_speech
    options = {"tags": order.tags} if order.name == "speech" else {}
    print(train(order.data[0], out=order.out, tell=_told, **options))
    return 0


def _told(line: str) -> None:
    print(line, file=sys.stderr)


def train_cooperation(
    data: str | Path, *, out: str | Path, tell: Callable[[str], None] = lambda _: None
) -> Path:
    """Train the learned layer of cooperation on marked sentences; returns the file of weights written.

    Raises CommuniqueError for a file that is not as it should be, or an `out` that is no folder.
    """
    from analysis.cooperation.fitting import Lesson, fit, save
    from analysis.evaluation.pairfile import read_pairs

    folder = Path(out).expanduser()
    if folder.exists() and not folder.is_dir():
        raise CommuniqueError(f"{out} is a file; name a folder for the weights.")
    lessons = [Lesson(row.marked, row.gold) for row in read_pairs(data, "plover")]
    tell(f"{len(lessons)} sentences, {len({lesson.root for lesson in lessons})} roots")
    return save(fit(lessons), folder)


def train_speech(
    data: str | Path,
    *,
    tags: str | Path | None = None,
    out: str | Path,
    only: "Callable[[Annotated], bool]" = lambda _: True,
    tell: Callable[[str], None] = lambda _: None,
) -> Path:
    """Train on a file of annotated articles and write the weights into a folder; returns the file written.

    `only` chooses the articles that are learned from. Raises CommuniqueError for files that are not as they
    should be, and where nothing is annotated.
    """
    from analysis.evaluation.annotated import read_polnear
    from analysis.speech.model.learning import learn
    from analysis.speech.model.lessons import lessons
    from analysis.speech.model.weights import save

    folder = Path(out).expanduser()
    if folder.exists() and not folder.is_dir():
        raise CommuniqueError(f"{out} is a file; name a folder for the weights.")
    articles = tuple(article for article in read_polnear(data) if only(article))
    known = tag_dictionary(tags, {a.id: a.text for a in articles}) if tags else {}
    if not any(one.cue and one.content for article in articles for one in article.attributions):
        raise CommuniqueError(
            f"{data} holds no attribution with a cue and a content: nothing can be learned."
        )
    tell(f"{len(articles)} articles, {len(known)} words with tags")
    cue, link = lessons(_marked(articles), known)
    tell(f"{len(cue.lengths)} sentences, {len(link.lengths)} attributions")
    return save(folder, *learn(cue, link, tell=tell), known, keep=KEEP)


def _marked(articles: "tuple[Annotated, ...]") -> "Iterator[tuple[Words, list[Marked]]]":
    """The articles as the speech room sees them, with what people marked in tokens."""
    from analysis.evaluation.polnear import taken_apart
    from analysis.speech.model.lessons import Marked
    from analysis.speech.words import Words

    for article in articles:
        text = Words(*taken_apart(article))

        def tokens(spans: tuple[tuple[int, int], ...], text: Words = text) -> tuple[int, ...]:
            return tuple(sorted({i for a, b in spans for i in range(text.index(a), text.index(b))}))

        yield text, [Marked(tokens(m.source), tokens(m.cue), tokens(m.content)) for m in article.attributions]


def tag_dictionary(file: str | Path, texts: dict[str, str]) -> dict[str, str]:
    """The tags that each word can have, the commonest first ("VBD|VBN"), from tagged articles."""
    from analysis.evaluation.annotated import rows_of
    from analysis.language.plain import plain

    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for number, row in rows_of(file):
        try:
            text = plain(texts.get(row["id"], ""))
            for sentence in row["sentences"] if text else ():
                for start, end, tag, *_ in sentence:
                    seen[text[start:end].lower()][str(tag)] += 1
        except (KeyError, TypeError, ValueError):
            raise CommuniqueError(
                f"{file}, line {number}: not an id and its sentences as lists of [start, end, tag]."
            ) from None
    if not seen:
        raise CommuniqueError(f"{file} holds the tags of none of the articles.")
    found = {}
    for word, tags in seen.items():
        whole = sum(tags.values())
        if whole >= LEAST_SEEN and 0 < len(word) <= LONGEST_WORD and word.isprintable():
            found[word] = "|".join(t for t, n in tags.most_common(3) if n >= LEAST_SHARE * whole)
    return found
