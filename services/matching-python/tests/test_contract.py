"""The models and formulas against what the engine's side generated into contract/."""

import copy
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from pydantic import BaseModel, ValidationError

from tailcamp_matching import contract as said
from tailcamp_matching.scoring.problem import prepare
from tailcamp_matching.scoring.score import check_groups, score

CONTRACT = Path(__file__).parent.parent / "contract"
EXAMPLES: list[dict[str, Any]] = json.loads((CONTRACT / "examples.json").read_text())
Json = dict[str, Any]


def schema(name: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json.loads((CONTRACT / f"{name}.schema.json").read_text()))


@pytest.mark.parametrize("number", range(len(EXAMPLES)))
def test_scores_are_the_engines_to_a_billionth(number: int) -> None:
    request = said.ScoreRequest.model_validate_json(json.dumps(EXAMPLES[number]["request"]))
    problem = prepare(request.problem)
    check_groups(problem, request.groups, "groups", complete=False)
    answer = score(problem, request.groups).model_dump(by_alias=True)
    schema("score-answer").validate(answer)
    expected = EXAMPLES[number]["answer"]
    assert answer["violations"] == expected["violations"]
    assert answer["objective"] == pytest.approx(expected["objective"], rel=0, abs=1e-9)
    assert answer["worst"] == pytest.approx(expected["worst"], rel=0, abs=1e-9)
    for group, wanted in zip(answer["groups"], expected["groups"], strict=True):
        assert group["score"] == pytest.approx(wanted["score"], rel=0, abs=1e-9)
        for criterion, of in zip(group["criteria"], wanted["criteria"], strict=True):
            assert criterion["score"] == pytest.approx(of["score"], rel=0, abs=1e-9)
            assert criterion["satisfied"] == of["satisfied"]


def test_the_examples_hold_every_kind_objective_and_flag() -> None:
    problems = [example["request"]["problem"] for example in EXAMPLES]
    criteria = [criterion for problem in problems for criterion in problem["criteria"]]
    assert {criterion["kind"] for criterion in criteria} == kinds_of_the_schema()
    assert {problem["objective"] for problem in problems} == {"harmonic", "mean", "maximin"}
    assert any(criterion["hard"] for criterion in criteria)
    assert any(criterion["step"] for criterion in criteria)
    assert any(example["answer"]["violations"] for example in EXAMPLES)


def kinds_of_the_schema() -> set[str]:
    whole = json.loads((CONTRACT / "score-request.schema.json").read_text())
    problem = whole["properties"]["problem"]["properties"]
    return {option["properties"]["kind"]["const"] for option in problem["criteria"]["items"]["oneOf"]}


def damaged(request: Json) -> list[Json]:
    """The request with one thing wrong at a time, found by walking through it."""
    found: list[Json] = []

    def put(path: list[str | int], value: object) -> None:
        copied: Any = copy.deepcopy(request)
        at = copied
        for step in path[:-1]:
            at = at[step]
        at[path[-1]] = value
        found.append(copied)

    def walk(path: list[str | int], value: object) -> None:
        if isinstance(value, dict):
            put([*path, "unknown"], 1)
            for key, inner in value.items():
                walk([*path, key], inner)
        elif isinstance(value, list):
            put(path, "no list")
            for index, inner in list(enumerate(value))[:2]:
                walk([*path, index], inner)
        else:
            values: list[object] = [-1, -1.5, "wrong", {}, True, None, 10**9]
            for wrong in values:
                put(path, wrong)

    walk([], request)
    return found


def accepts(model: type[BaseModel], value: Json) -> bool:
    try:
        model.model_validate_json(json.dumps(value))
    except ValidationError:
        return False
    return True


def test_models_refuse_what_the_schema_refuses_and_nothing_else() -> None:
    validator = schema("score-request")
    # One that holds every kind.
    requests = damaged(EXAMPLES[1]["request"])
    for request in requests:
        told = [error.json_path for error in validator.iter_errors(request)]
        assert accepts(said.ScoreRequest, request) == (told == []), told or request
    assert len(requests) > 150


def test_a_solve_request_is_held_to_the_schema_too() -> None:
    validator = schema("solve-request")
    problem = EXAMPLES[2]["request"]["problem"]
    request = {"problem": problem, "seed": 1, "seconds": 2.5, "start": [[0, 1], [2]], "locked": [0]}
    assert accepts(said.SolveRequest, request)
    validator.validate(request)
    for name in ["seed", "seconds", "start", "locked"]:
        values: list[object] = [-1, "x", 10**12, [[-1]], [1.5], True]
        for wrong in values:
            other = {**request, name: wrong}
            assert accepts(said.SolveRequest, other) == validator.is_valid(other), other
