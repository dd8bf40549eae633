"""The parameters of a notebook: what its `parameters` cell declares, and typed words made to fit.

papermill only warns of an unknown name and guesses types ("007" becomes 7); here a name must be declared, and
its annotation alone decides what a value becomes.
"""

import ast
import math
from collections.abc import Mapping
from typing import Any, NamedTuple

from analysis.errors import ParameterError

TAG = "parameters"
TRUE, FALSE = frozenset({"true", "yes", "1", "on"}), frozenset({"false", "no", "0", "off"})
KINDS = {"str": "a text", "int": "a whole number", "float": "a number", "bool": "true or false"}


class Parameter(NamedTuple):
    """One parameter as declared; `kind` is str, int, float or bool, or "" for anything else."""

    name: str
    kind: str
    optional: bool  # None is allowed
    annotation: str


def declared(notebook: Mapping[str, Any]) -> tuple[Parameter, ...]:
    """The parameters that a notebook (its JSON) declares in its cell tagged `parameters`, in their order.

    A name without an annotation takes the type of its default. A notebook without such a cell declares none.

    >>> cell = {"cell_type": "code", "metadata": {"tags": ["parameters"]}, "source": "top: int = 3  # rows"}
    >>> declared({"cells": [cell]})
    (Parameter(name='top', kind='int', optional=False, annotation='int'),)
    """
    for cell in notebook.get("cells", ()):
        if cell.get("cell_type") == "code" and TAG in cell.get("metadata", {}).get("tags", ()):
            source = cell.get("source", "")
            tree = ast.parse(source if isinstance(source, str) else "".join(source))
            return tuple(p for statement in tree.body for p in _of(statement))
    return ()


def convert(text: str, parameter: Parameter) -> str | int | float | bool | None:
    """Turn the words of `-p NAME=VALUE` into what the parameter's annotation asks for.

    A `str` stays as it was typed. Raises ParameterError with one sentence where the value does not fit.

    >>> convert("007", Parameter("article", "str", False, "str"))
    '007'
    >>> convert("007", Parameter("top", "int", False, "int"))
    7
    """
    if parameter.optional and text in ("None", "null"):
        return None
    try:
        return _CONVERTERS[parameter.kind](text)
    except KeyError:
        raise ParameterError(
            f"The parameter {parameter.name} is a {parameter.annotation}, which cannot be given by -p; "
            f"change it in the notebook."
        ) from None
    except ValueError:
        wanted = KINDS[parameter.kind] + (" or None" if parameter.optional else "")
        raise ParameterError(
            f"The parameter {parameter.name} must be {wanted} ({parameter.annotation}), not {text!r}."
        ) from None


def _of(statement: ast.stmt) -> list[Parameter]:
    if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
        return [_parameter(statement.target.id, ast.unparse(statement.annotation))]
    if isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Constant):
        kind = type(statement.value.value).__name__
        return [_parameter(t.id, kind) for t in statement.targets if isinstance(t, ast.Name)]
    return []


def _parameter(name: str, annotation: str) -> Parameter:
    bare = annotation.strip("\"'").replace("Optional[", "None | ").replace("]", "")
    parts = [part.strip() for part in bare.split("|")]
    kinds = [part for part in parts if part != "None"]
    kind = kinds[0] if len(kinds) == 1 and kinds[0] in KINDS else ""
    return Parameter(name, kind, len(kinds) < len(parts), annotation)


def _truth(text: str) -> bool:
    if text.lower() in TRUE:
        return True
    if text.lower() in FALSE:
        return False
    raise ValueError(text)


def _number(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise ValueError(text)
    return value


_CONVERTERS = {"str": str, "int": int, "float": _number, "bool": _truth}
