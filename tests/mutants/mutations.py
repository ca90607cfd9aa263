"""The text of a module to its mutants: each place where a small fault can be put, and the faults that fit there."""

import ast
import copy
import re
from collections.abc import Iterator
from itertools import takewhile
from random import Random
from typing import Any, Final, NamedTuple

_AROUND: Final = 25  # characters shown on both sides of what differs
_ATTRIBUTE: Final = re.compile(r' [\w:]+="[^"]*"')  # of XML
_SWAPPED: Final[dict[type[ast.AST], type[ast.AST]]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.USub: ast.UAdd,
}
# Types and decorators are for others; contexts, patterns and names have no fault of their own.
_NOT_RUN: Final = frozenset(
    {"annotation", "returns", "decorator_list", "bases", "ctx", "pattern", "op", "ops", "format_spec"}
)
_NOT_TRIED: Final = ast.Raise | ast.Assert | ast.Import | ast.ImportFrom


class Mutant(NamedTuple):
    line: int
    before: str
    after: str
    text: str
    """The whole module with the fault in it."""


class _Site(NamedTuple):
    """A place in a tree: what a parent holds in a field, or at a number of a list."""

    parent: ast.AST
    field: str
    number: int | None

    def get(self) -> ast.AST:
        held = getattr(self.parent, self.field)
        child: ast.AST = held if self.number is None else held[self.number]
        return child

    def put(self, child: ast.AST) -> None:
        if self.number is None:
            setattr(self.parent, self.field, child)
        else:
            getattr(self.parent, self.field)[self.number] = child


class Module:
    """The places of one module, in the order of the text."""

    def __init__(self, text: str) -> None:
        self._tree = ast.parse(text)
        self._sites = [site for site in _sites(self._tree) if any(True for _ in _faulty(site))]

    def __len__(self) -> int:
        return len(self._sites)

    def mutant(self, number: int, random: Random) -> Mutant:
        """A mutant at one of the places; which of the faults that fit there, `random` chooses."""
        site = self._sites[number]
        right, wrong = site.get(), random.choice(list(_faulty(site)))
        site.put(wrong)
        text = ast.unparse(ast.fix_missing_locations(self._tree))
        site.put(right)
        return Mutant(right.lineno, *_difference(ast.unparse(right), ast.unparse(wrong)), text)  # type: ignore[attr-defined]  # all that can be wrong has a line


def _difference(before: str, after: str) -> tuple[str, str]:
    """Two pieces of code without what they share, but for a few characters around it."""
    before, after = " ".join(before.split()), " ".join(after.split())
    start = max(0, _alike(before, after) - _AROUND)
    end = max(0, _alike(before[start:][::-1], after[start:][::-1]) - _AROUND)
    return before[start : len(before) - end], after[start : len(after) - end]


def _alike(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _sites(parent: ast.AST) -> Iterator[_Site]:
    for field, held in ast.iter_fields(parent):
        children = enumerate(held) if isinstance(held, list) else [(None, held)]
        for number, child in children if field not in _NOT_RUN else ():
            if isinstance(child, ast.AST) and not isinstance(child, _NOT_TRIED) and not _is_docstring(child, parent):
                yield _Site(parent, field, number)
                yield from () if isinstance(child, ast.JoinedStr) else _sites(child)


def _is_docstring(child: ast.AST, parent: ast.AST) -> bool:
    return isinstance(parent, ast.Module | ast.ClassDef | ast.FunctionDef) and (
        isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)
    )


def _faulty(site: _Site) -> Iterator[ast.AST]:
    """What could stand at a place instead, and would be wrong."""
    node = site.get()
    if site.field == "test" and isinstance(node, ast.expr):
        yield ast.UnaryOp(ast.Not(), node)
    match node:
        case ast.Constant():
            yield from (ast.Constant(value) for value in _values(node.value))
        case ast.JoinedStr():
            for number, part in enumerate(node.values):
                if isinstance(part, ast.Constant):
                    yield from (_with(node, "values", number, ast.Constant(value)) for value in _values(part.value))
        case ast.Compare():
            yield from (_with(node, "ops", number, _SWAPPED[type(op)]()) for number, op in enumerate(node.ops))
        case ast.BoolOp() | ast.BinOp() | ast.UnaryOp() | ast.AugAssign() if type(node.op) in _SWAPPED:
            yield _with(node, "op", None, _SWAPPED[type(node.op)]())
        case ast.UnaryOp(op=ast.Not()):
            yield node.operand
        case ast.Call():
            yield from (_with(node, "keywords", number) for number, _ in enumerate(node.keywords))
        case ast.Tuple(ctx=ast.Load()) | ast.List(ctx=ast.Load()):
            yield from (_with(node, "elts", number) for number, _ in enumerate(node.elts) if len(node.elts) > 1)
        case ast.Return(value=ast.expr()) if not _is_none(node.value):
            yield ast.Pass()
        case ast.Expr() | ast.AugAssign():
            yield ast.Pass()
        case ast.Continue():
            yield ast.Break()
        case ast.Slice(lower=ast.expr()):
            yield _with(node, "lower", None)
    if isinstance(node, ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp):
        for number, loop in enumerate(node.generators):
            if loop.ifs:
                yield _with(node, "generators", number, _with(loop, "ifs", None, []))


def _with(node: ast.AST, field: str, number: int | None, value: Any = None) -> ast.AST:
    """A copy of a node that holds something else in a field, or at a number of its list; without a value, nothing."""
    made = copy.copy(node)
    if number is not None:
        held = list(getattr(node, field))
        held[number : number + 1] = [] if value is None else [value]
        value = held
    setattr(made, field, value)
    return made


def _is_none(value: ast.expr | None) -> bool:
    return isinstance(value, ast.Constant) and value.value is None


def _values(value: object) -> Iterator[bool | int | float | str]:
    """Constants near a constant."""
    match value:
        case bool():
            yield not value
        case int():
            yield from (value + 1, value - 1, *((value * 10, value // 10) if value > 9 else ()))
        case float():
            yield from (value * 1.1 or 1.0, value * 10 or -1.0)
        case str():
            attributes = list(_ATTRIBUTE.finditer(value))
            yield from (value[: one.start()] + value[one.end() :] for one in attributes)
            if not attributes:
                yield from (f"{value}x", value[1:]) if value else ("x",)
