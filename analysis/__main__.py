"""The command line: `communique report`, `communique annotate`, `verify`, `evaluate`, `train`.

Exit codes: 0 all went well; 1 something in a batch failed, the rest is there; 2 nothing was run, and one
sentence on standard error says why; 130 interrupted.
"""

import argparse
import os
import signal
import sys
from collections.abc import Sequence
from typing import NoReturn

from analysis.errors import CommuniqueError
from analysis.evaluation import command as evaluation
from analysis.evaluation import training

FINE, PARTLY, REFUSED, INTERRUPTED = 0, 1, 2, 130

ABOUT = "Who speaks in diplomatic news, in what tone, and what they agree to do together."
EXAMPLES = """examples:
  communique report article.txt                   the report, in the folder report/
  communique report press/ --out may              one report of a folder of articles
  communique annotate press/ --out press.jsonl    one JSON object an article
  communique verify report                        make the report again, compare every byte
  communique evaluate gold                        how often it is right
"""
REPORT = """Run the notebooks on articles and gather one page, report.html, with the executed
notebooks, figures (SVG, PNG), tables (CSV), records (JSON) and a manifest beside it."""
REPORT_EXAMPLES = """examples:
  communique report article.txt
  communique report press/ more/visit.txt --out may --jobs 4
  communique report article.txt --notebooks briefing,sentiment -p window=7
  cat article.txt | communique report - --figures figures

A folder is read in name order. An old report in DIR is replaced when the new one is whole; a
folder that holds anything else is left alone. A notebook that breaks is kept as NAME.failed.ipynb.
"""
ANNOTATE = "Write what is found in each article as one JSON object a line (JSON Lines)."
ANNOTATE_EXAMPLES = """examples:
  communique annotate article.txt
  communique annotate press/ --out press.jsonl
  communique annotate press/ --engine rules       without what was learnt from other people's news
  cat article.txt | communique annotate - | python -m json.tool

Offsets are half-open and count the characters (code points) of the text. An article of a batch
that cannot be read has a line of its own with "status": "failed" and the reason.
"""
VERIFY = (
    "Check the files of a report, make it again from its own inputs, and name every file whose bytes differ."
)
VERIFY_EXAMPLES = """examples:
  communique verify report
"""


class _Parser(argparse.ArgumentParser):
    """argparse, whose complaints are one sentence."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong in one line, and where help is."""
        raise CommuniqueError(f"{_sentence(message)} See {self.prog} --help.")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    usual = signal.signal(
        signal.SIGTERM, signal.default_int_handler
    )  # a polite kill tidies up, as Ctrl-C does
    try:
        order = _parser().parse_args(arguments)
        if not all(path.strip() for path in getattr(order, "paths", [])):
            raise CommuniqueError('No path was given: name a file, a folder, or "-" for standard input.')
        return order.run(order)
    except CommuniqueError as error:
        print(f"communique: {error}", file=sys.stderr)
        return REFUSED
    except KeyboardInterrupt:
        print(
            "communique: Interrupted; nothing was replaced, and what stood there before still does.",
            file=sys.stderr,
        )
        return INTERRUPTED
    except BrokenPipeError:  # whoever read our output has gone, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PARTLY
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        print(f"communique: The system refused: {error.strerror or error}{where}.", file=sys.stderr)
        return REFUSED
    finally:
        signal.signal(signal.SIGTERM, usual)


def _parser() -> argparse.ArgumentParser:
    shape = argparse.RawDescriptionHelpFormatter
    parser = _Parser(
        "communique", description=ABOUT, epilog=EXAMPLES, formatter_class=shape, allow_abbrev=False
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="say which version this is")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True, parser_class=_Parser)

    def command(name: str, run, *, help: str, about: str, examples: str) -> argparse.ArgumentParser:
        one = commands.add_parser(
            name, help=help, description=about, epilog=examples, formatter_class=shape, allow_abbrev=False
        )
        one.set_defaults(run=run)
        return one

    paths = {
        "nargs": "+",
        "metavar": "PATH",
        "help": 'a text file, a folder of them, or "-" for standard input',
    }
    jobs = {"metavar": "N", "type": _positive, "help": "notebooks run at once (default: processors + 2)"}
    taxonomy = {"metavar": "FILE", "help": "other areas of cooperation, or further words for ours (TOML)"}
    one = command(
        "report", _report, help="notebooks, figures and one page", about=REPORT, examples=REPORT_EXAMPLES
    )
    one.add_argument("paths", **paths)
    one.add_argument("--out", metavar="DIR", default="report", help="the report's folder (default: report)")
    one.add_argument("--figures", metavar="DIR", help="put a copy of the figures there, too")
    one.add_argument(
        "-p",
        dest="parameters",
        metavar="NAME=VALUE",
        action="append",
        default=[],
        help="set a notebook's parameter",
    )
    one.add_argument("--notebooks", metavar="NAME,...", help="run only these (default: all of notebooks/)")
    one.add_argument("--jobs", **jobs)
    one.add_argument("--taxonomy", **taxonomy)
    one.add_argument("--quiet", action="store_true", help="say nothing but errors")

    one = command(
        "annotate", _annotate, help="one JSON object an article", about=ANNOTATE, examples=ANNOTATE_EXAMPLES
    )
    one.add_argument("paths", **paths)
    one.add_argument("--out", metavar="F.jsonl", help="write there (default: standard output)")
    one.add_argument(
        "--engine",
        choices=evaluation.ENGINES,
        default="model",
        help="how statements are found: model, the rules and what was learnt from annotated news on top, or "
        "rules, they alone (default: model)",
    )

    one.add_argument("--taxonomy", **taxonomy)

    one = command(
        "verify", _verify, help="make a report again and compare", about=VERIFY, examples=VERIFY_EXAMPLES
    )
    one.add_argument("folder", metavar="DIR", help="the folder of a report")
    one.add_argument("--jobs", **jobs)
    one.add_argument("--quiet", action="store_true", help="say nothing but differences and errors")

    about, examples = evaluation.ABOUT, evaluation.EXAMPLES
    one = command("evaluate", None, help="how often it is right", about=about, examples=examples)
    evaluation.arguments(one, number=_positive)

    about, examples = training.ABOUT, training.EXAMPLES
    one = command("train", None, help="make the engine's weights again", about=about, examples=examples)
    training.arguments(one)
    return parser


def _report(order: argparse.Namespace) -> int:
    from analysis.report import choose, report
    from analysis.report.telling import Telling

    names = None if order.notebooks is None else [n.strip() for n in order.notebooks.split(",") if n.strip()]
    choice = choose(names, given=_pairs(order.parameters))
    with Telling(quiet=order.quiet) as telling:
        run = report(
            order.paths,
            out=order.out,
            choice=choice,
            figures=order.figures,
            jobs=order.jobs,
            taxonomy=order.taxonomy,
            tell=telling.notebook,
        )
    for failure in run.failures:
        print(f"communique: {failure}", file=sys.stderr)
    if not order.quiet:
        print(os.path.relpath(run.page))
    return PARTLY if run.failures else FINE


def _annotate(order: argparse.Namespace) -> int:
    from analysis.report.annotate import annotate

    failed = annotate(order.paths, out=order.out, engine=order.engine, taxonomy=order.taxonomy)
    return PARTLY if failed else FINE


def _verify(order: argparse.Namespace) -> int:
    from analysis.report import verify
    from analysis.report.telling import Telling

    with Telling(quiet=order.quiet) as telling:
        verdict = verify(order.folder, jobs=order.jobs, tell=telling.notebook)
    if not verdict.differences:
        if not order.quiet:
            print(
                f"{order.folder}: all {verdict.files} files are as they were written, and "
                "are made again byte for byte."
            )
        return FINE
    for sentence in (*verdict.differences, *verdict.reasons):
        print(sentence)
    return PARTLY


def _pairs(given: Sequence[str]) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for word in given:
        name, equals, value = word.partition("=")
        if not equals or not name.isidentifier():
            raise CommuniqueError(f"-p takes NAME=VALUE, for instance -p window=7, not {word!r}.")
        if name in pairs:
            raise CommuniqueError(f"The parameter {name} was given twice.")
        pairs[name] = value
    return pairs


def _positive(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"must be a whole number from 1, not {text!r}")
    return int(text)


def _sentence(message: str) -> str:
    return message[:1].upper() + message[1:].rstrip(".") + "."


class _Version(argparse.Action):
    def __call__(self, parser, namespace, values, option_string=None) -> None:
        from importlib import metadata

        try:
            print(f"communique {metadata.version('communique')}")
        except metadata.PackageNotFoundError:
            print("communique, run from its folder and not installed")
        parser.exit()


if __name__ == "__main__":
    sys.exit(main())
