"""What steps may do: each stands alone, a Given or When makes something and asserts nothing, a Then only asserts."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import pytest

from harness.shop.shop import PROJECT

KINDS = {"given", "when", "then"}
ANSWERS = {"answer", "answers"}
"""The fixtures that hold what the shop answered, as it came."""

OF_ANSWERS = {"answer_steps", "answer_body_steps"}
"""The modules whose sentences look at an answer as such; all others go by what a step made."""

ASSERTING = ("expect", "check_")
"""How the functions begin that raise an AssertionError: Playwright's, and those of api/."""


@dataclass(frozen=True)
class Module:
    """A module of steps; it is read, never imported."""

    name: str
    source: str

    @cached_property
    def functions(self) -> dict[str, ast.FunctionDef]:
        """All functions, by their names."""
        found = (node for node in ast.parse(self.source).body if isinstance(node, ast.FunctionDef))
        return {function.name: function for function in found}

    def steps(self, *kinds: str) -> Iterator[ast.FunctionDef]:
        """Give the functions of steps of these kinds; one that is a Given and a When is of both."""
        yield from (one for one in self.functions.values() if not _kinds(one).isdisjoint(kinds))

    def with_called(self, function: ast.FunctionDef) -> Iterator[ast.FunctionDef]:
        """Give a function and those of the module that it calls."""
        yield function
        for name in _called(function) - {function.name}:
            if name in self.functions:
                yield from self.with_called(self.functions[name])


def _decorators(function: ast.FunctionDef) -> list[ast.Call]:
    return [node for node in function.decorator_list if isinstance(node, ast.Call)]


def _kinds(function: ast.FunctionDef) -> set[str]:
    return {ast.unparse(decorator.func) for decorator in _decorators(function)} & KINDS


def _called(function: ast.FunctionDef) -> set[str]:
    calls = (node for node in ast.walk(function) if isinstance(node, ast.Call))
    return {ast.unparse(call.func) for call in calls}


def _written(function: ast.FunctionDef) -> set[str]:
    return {
        str(ast.literal_eval(keyword.value))
        for decorator in _decorators(function)
        for keyword in decorator.keywords
        if keyword.arg == "target_fixture"
    }


def _parameters(function: ast.FunctionDef) -> dict[str, str]:
    return {one.arg: ast.unparse(one.annotation) for one in function.args.args if one.annotation}


def _calling_steps(modules: list[Module]) -> list[str]:
    steps = {step.name for module in modules for step in module.steps(*KINDS)}
    functions = [function for module in modules for function in module.functions.values()]
    return [function.name for function in functions if _called(function) & steps]


def _asserting_too_early(modules: list[Module]) -> list[str]:
    return [
        step.name
        for module in modules
        for step in module.steps("given", "when")
        for function in module.with_called(step)
        if any(isinstance(node, ast.Assert) for node in ast.walk(function))
        or any(name.startswith(ASSERTING) for name in _called(function))
    ]


def _reading_answers(modules: list[Module]) -> list[str]:
    return [
        function.name
        for module in modules
        for function in module.functions.values()
        if not ANSWERS.isdisjoint(_parameters(function))
        and (module.name not in OF_ANSWERS or _kinds(function) != {"then"})
    ]


def _writing_thens(modules: list[Module]) -> list[str]:
    return [step.name for module in modules for step in module.steps("then") if _written(step)]


def _of_two_types(modules: list[Module]) -> dict[str, set[str]]:
    """Give the fixtures that are written or read under several types, or under none; an answer may be of any model."""
    functions = [one for module in modules for one in module.functions.values() if one.decorator_list]
    written = {name for function in functions for name in _written(function)}
    types: dict[str, set[str]] = {name: set() for name in written}
    for function in functions:
        made = ast.unparse(function.returns) if function.returns else "None"
        for name in _written(function):
            types[name].add(made)
        for name, kind in _parameters(function).items():
            if name in written:
                types[name].add(kind)
    shortened = {name: {kind.partition("Answer[")[0] for kind in kinds} for name, kinds in types.items()}
    found = {name: shortened[name] if name in ANSWERS else kinds for name, kinds in types.items()}
    return {name: kinds for name, kinds in found.items() if len(kinds) > 1 or "None" in kinds}


@pytest.fixture(scope="module")
def modules() -> list[Module]:
    """Read all modules of steps."""
    paths = sorted((PROJECT / "steps").glob("*_steps.py"))
    return [Module(path.stem, path.read_text(encoding="utf-8")) for path in paths]


def test_no_step_calls_a_step(modules: list[Module]) -> None:
    """What two steps do alike is a function of its own, or one function with two sentences."""
    assert _calling_steps(modules) == []


def test_no_given_and_no_when_asserts(modules: list[Module]) -> None:
    """Where a precondition does not hold, what was called raises its own error."""
    assert _asserting_too_early(modules) == []


def test_an_answer_is_read_where_it_is_asserted(modules: list[Module]) -> None:
    """Nothing else is read off the answer that happened to be the last."""
    assert _reading_answers(modules) == []


def test_no_then_makes_anything(modules: list[Module]) -> None:
    """Whatever follows goes by what a Given or When made."""
    assert _writing_thens(modules) == []


def test_what_a_step_makes_has_one_type(modules: list[Module]) -> None:
    """Whoever makes it says the type that all others read."""
    assert _of_two_types(modules) == {}


STEP = "@given('it is so', target_fixture='thing')\ndef it_is_so() -> int:\n    return 1\n"


@pytest.mark.parametrize(
    ("check", "source"),
    [
        (_calling_steps, f"{STEP}@when('it is so again')\ndef again() -> None:\n    it_is_so()\n"),
        (_asserting_too_early, "@given('it is')\n@then('it is')\ndef it_is() -> None:\n    assert True\n"),
        (
            _asserting_too_early,
            "@when('it is')\ndef it() -> None:\n    _is()\ndef _is() -> None:\n    expect(1)\n",
        ),
        (_reading_answers, "@then('it is refused')\ndef refused(answer: Answer[int]) -> None:\n    pass\n"),
        (_reading_answers, "@fixture\ndef thing(answer: Answer[int]) -> int:\n    return answer.value\n"),
        (_writing_thens, "@then('it is', target_fixture='thing')\ndef thing_is() -> int:\n    return 1\n"),
        (_of_two_types, f"{STEP}@then('it is')\ndef thing_is(thing: str) -> None:\n    pass\n"),
        (_of_two_types, "@when('it is', target_fixture='thing')\ndef it_is() -> None:\n    pass\n"),
    ],
)
def test_each_check_sees_what_it_is_for(check: object, source: str) -> None:
    """A module that breaks the rule is named."""
    assert callable(check)
    assert check([Module("broken_steps", source)])
