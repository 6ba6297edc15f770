"""What a run knows stands in a run's own objects: two runs in one process share nothing that changes."""

import ast
from collections.abc import Iterator

import pytest

from harness.shop.shop import PROJECT

IMMUTABLE_CALLS = {"Path", "StashKey", "TypeVar", "compile", "frozenset", "timedelta", "tuple"}
"""What a module may call for a value; an object of our own in capitals is a constant, as a table is."""

MAY_BE_MUTABLE = {"__all__", "pytest_plugins"}


def _trees() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted((PROJECT / "harness").rglob("*.py")):
        if "node_modules" not in path.parts:
            yield path.relative_to(PROJECT).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def _state(tree: ast.Module) -> list[str]:
    """Give the module's names that something could change while a run goes on; a table in capitals is a constant."""
    found = [name for node in ast.walk(tree) if isinstance(node, ast.Global) for name in node.names]
    for node in tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            name = ast.unparse(target)
            if _may_change(name, node.value):
                found.append(name)
    return found


def _may_change(name: str, value: ast.expr) -> bool:
    if name in MAY_BE_MUTABLE:
        return False
    if isinstance(value, ast.List | ast.Set | ast.Dict):
        members = value.keys if isinstance(value, ast.Dict) else value.elts
        return not members or not name.isupper()
    if isinstance(value, ast.ListComp | ast.SetComp | ast.DictComp):
        return not name.isupper()
    if isinstance(value, ast.Call):
        function = value.func.value if isinstance(value.func, ast.Subscript) else value.func
        called = ast.unparse(function).rpartition(".")[2]
        return called[:1].isupper() and called not in IMMUTABLE_CALLS and not name.isupper()
    return False


def test_no_module_keeps_state() -> None:
    """What changes while a run goes on belongs to an object that the run made."""
    assert {file: state for file, tree in _trees() if (state := _state(tree))} == {}


def test_two_stash_keys() -> None:
    """A run's, and a scenario's."""
    keys = [
        file
        for file, tree in _trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and "StashKey" in ast.unparse(node.func)
    ]
    assert keys == ["harness/run/run.py", "harness/run/scenario.py"]


def test_state_is_found(subtests: pytest.Subtests) -> None:
    """Of each kind, and no constant."""
    for line, names in [
        ("_open = []", ["_open"]),
        ("FACTS: dict[str, str] = {}", ["FACTS"]),
        ("scrubber = Scrubber()", ["scrubber"]),
        ("def f():\n    global last", ["last"]),
        ("NAMES = {'a': 'b'}", []),
        ("_SHAPE = re.compile('x')", []),
        ("RUN = pytest.StashKey[Run]()", []),
    ]:
        with subtests.test(line=line):
            assert _state(ast.parse(line)) == names
