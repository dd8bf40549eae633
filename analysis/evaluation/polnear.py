"""The PolNeAR benchmark: an engine's statements against what people marked in political news, scored in full.

Corpus: Newell, Margolin and Ruths, "An Attribution Relations Corpus for Political News", LREC 2018. The
format of the file is told in `analysis.evaluation.annotated`, what counts as right in
`analysis.evaluation.scoring`.

Two views are scored: all attributions (wants and beliefs too), and reported speech, which has a word of
communication in its cue (lexicon communication_cues) or quoted words in its content; the same filter is put
on gold and on what an engine found. In both, everything found counts, whatever its class or polarity.
"""

import hashlib
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, TextIO

from analysis.article import Article
from analysis.errors import CommuniqueError
from analysis.evaluation.annotated import Annotated, read_polnear
from analysis.evaluation.result import Result, summary
from analysis.evaluation.scoring import Scored, prepare, score_one
from analysis.language import Document, parse
from analysis.language.coreference import refer
from analysis.language.referents import Referents
from analysis.speech import attribute

MANY = 8  # articles; below it no bar is worth showing

Engine = Callable[[Document, Referents], Sequence[Any]]
ENGINES: dict[str, Engine] = {"model": attribute, "rules": partial(attribute, engine="rules")}


def evaluate_polnear(
    file: str | Path,
    *,
    engine: str | Engine = "model",
    parses: str | Path | None = None,
    predictions: str | Path | None = None,
    limit: int | None = None,
    draws: int | None = None,
) -> Result:
    """Run an engine on the articles of a file and score it against its first annotators.

    `engine` is a name of ENGINES or a function (document, referents) -> statements. `parses` is a file with
    dependency parses of the same articles, for the heads of sources; without it a rule finds them. With
    `predictions` a line of JSON an article is written there: what was found, and whether it was right. The
    same file and engine give the same result, byte for byte.
    """
    name = engine if isinstance(engine, str) else getattr(engine, "__name__", "given")
    run = engine_named(engine) if isinstance(engine, str) else engine
    articles = read_polnear(file, parses=parses, limit=limit)
    scored = []
    with destination(predictions) as lines:
        for article in _watched(articles):
            document, referents = taken_apart(article)
            found = run(document, referents)
            scored.append(score_one(prepare(article, document, referents), found))
            if lines:
                lines.write(json.dumps(_line(found, scored[-1]), ensure_ascii=False) + "\n")
    return summary(scored, engine=name, draws=draws)


def engine_named(name: str) -> Engine:
    """The engine of a name, or one sentence that says which there are."""
    if name not in ENGINES:
        there = ", ".join(sorted(ENGINES))
        raise CommuniqueError(f"There is no engine {name!r} in this copy; it has: {there}.")
    return ENGINES[name]


def taken_apart(article: Annotated) -> tuple[Document, Referents]:
    """The document of an annotated article and whom it speaks of; the whole text counts as its body.

    People annotated datelines and headlines as well, so nothing is taken for furniture.
    """
    whole = (len(article.text) - len(article.text.lstrip()), len(article.text.rstrip()))
    digest = hashlib.sha256(article.text.encode("utf-8")).hexdigest()
    document = parse(Article(id=article.id, text=article.text, sha256=digest, body=whole))
    return document, refer(document)


def _line(found: Sequence[Any], scored: Scored) -> dict[str, Any]:
    rows = [
        {
            "spans": [list(span) for span in one.spans],
            "cue": list(one.cue) if one.cue else None,
            "source": list(one.source) if one.source else None,
            "speaker": one.speaker,
            "class": getattr(one, "cls", None),
            "polarity": getattr(one, "polarity", None),
            "confidence": one.confidence,
            "rule": getattr(one, "rule", None),
            "fate": fate,
        }
        for one, fate in zip(found, scored.fates, strict=True)
    ]
    return {"id": scored.id, "statements": rows}


def _watched(articles: Sequence[Annotated]) -> Sequence[Annotated]:
    if len(articles) < MANY or not sys.stderr.isatty():
        return articles
    from tqdm import tqdm

    return tqdm(articles, unit="article", file=sys.stderr, leave=False)


@contextmanager
def destination(file: str | Path | None) -> Iterator[TextIO | None]:
    """Where the lines go; the file takes its name only when it is whole."""
    if file is None:
        yield None
        return
    target = Path(file).expanduser()
    if target.is_dir():
        raise CommuniqueError(f"{file} is a folder; name a file for what is found, for instance found.jsonl.")
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f".{target.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as lines:
            yield lines
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
