import itertools
import json
from pathlib import Path
from typing import Any

import pytest

from tailcamp_matching import contract as said
from tailcamp_matching.errors import Refusal
from tailcamp_matching.scoring.problem import prepare
from tailcamp_matching.scoring.score import score, violations
from tailcamp_matching.solving.solve import solve

EXAMPLES: list[dict[str, Any]] = json.loads((Path(__file__).parent.parent / "contract/examples.json").read_text())


def request_of(number: int, **more: object) -> said.SolveRequest:
    request = {"problem": EXAMPLES[number]["request"]["problem"], "seed": 1, "seconds": 30, **more}
    return said.SolveRequest.model_validate_json(json.dumps(request))


def of_categories(
    students: int, sizes: dict[str, Any], criteria: list[dict[str, Any]], **more: object
) -> said.SolveRequest:
    flags = {"hard": False, "weight": 1, "step": False}
    problem = {
        "students": students,
        "sizes": sizes,
        "objective": "harmonic",
        "criteria": [{**flags, **criterion} for criterion in criteria],
    }
    return said.SolveRequest.model_validate_json(json.dumps({"problem": problem, "seed": 1, "seconds": 30, **more}))


def ignore(_progress: said.Progress) -> None:
    pass


@pytest.mark.parametrize("number", [2, 5, 6, 7, 10, 12])
def test_the_answer_holds_everybody_once_and_says_what_it_breaks(number: int) -> None:
    request = request_of(number)
    done = solve(request, ignore)
    problem = prepare(request.problem)
    assert sorted(student for members in done.groups for student in members) == list(range(problem.students))
    assert done.objective == pytest.approx(score(problem, done.groups).objective, abs=1e-12)
    assert done.broken == violations(problem, done.groups)
    assert all(violation.criterion is not None for violation in done.broken), "sizes that can be kept are"


def test_the_same_seed_gives_the_same_groups() -> None:
    assert solve(request_of(6), ignore) == solve(request_of(6), ignore)


def partitions(students: list[int], size: int) -> list[list[list[int]]]:
    if not students:
        return [[]]
    first, rest = students[0], students[1:]
    return [
        [[first, *others], *more]
        for others in itertools.combinations(rest, size - 1)
        for more in partitions([student for student in rest if student not in others], size)
    ]


def test_nine_students_are_grouped_as_well_as_they_can_be() -> None:
    levels = [3.0, 9.0, 1.0, 7.0, 4.0, 4.5, 8.0, 2.0, 6.0]
    mean = sum(levels) / 9
    deviation = (sum((level - mean) ** 2 for level in levels) / 9) ** 0.5
    request = of_categories(
        9,
        {"each": {"min": 3, "max": 3}},
        [
            {
                "kind": "balance",
                "tolerance": 0.5,
                "columns": [{"values": levels, "mean": mean, "deviation": deviation}],
            },
            {"kind": "gather", "columns": [[0, 1, 0, 1, 0, 2, 2, 2, 1]]},
        ],
    )
    problem = prepare(request.problem)
    best = max(score(problem, groups).objective for groups in partitions(list(range(9)), 3))
    assert solve(request, ignore).objective == pytest.approx(best, abs=1e-9)


def test_hard_rules_are_kept_where_they_can_be() -> None:
    women = [0, 1, 2, 3, 4, 5]
    request = of_categories(
        24,
        {"each": {"min": 3, "max": 5}},
        [
            {"kind": "notAlone", "holders": [women], "hard": True, "weight": 0},
            {"kind": "apart", "pairs": [[0, 1], [2, 3], [6, 7], [7, 8]], "hard": True, "weight": 0},
            {"kind": "together", "pairs": [[10, 11], [12, 13], [13, 14]], "hard": True, "weight": 0},
            {"kind": "gather", "columns": [[student % 5 for student in range(24)]]},
        ],
    )
    done = solve(request, ignore)
    assert done.broken == []
    assert all(3 <= len(members) <= 5 for members in done.groups)


def test_sizes_that_cannot_be_had_are_named() -> None:
    done = solve(of_categories(7, {"each": {"min": 4, "max": 4}}, []), ignore)
    assert [violation.criterion for violation in done.broken] == [None]
    assert sorted(student for members in done.groups for student in members) == list(range(7))


def test_given_groups_keep_their_own_bounds() -> None:
    bounds = [{"min": 0, "max": 3}, {"min": 5, "max": 6}, {"min": 2, "max": 9}]
    ranked = [[[student % 3, 1], [(student + 1) % 3, 2]] for student in range(12)]
    request = of_categories(12, {"groups": bounds}, [{"kind": "preference", "ranks": 2, "ranked": ranked}])
    done = solve(request, ignore)
    assert done.broken == []
    assert len(done.groups) == 3
    # Three of the four who want the first group get it; one of them, and one who wants the third, make the second full.
    assert done.objective > 0.8


def test_locked_students_stay() -> None:
    start = [[0, 5, 6], [1, 7, 8], [2, 3, 4]]
    codes = [0, 1, 2, 0, 1, 2, 0, 1, 2]
    criteria = [{"kind": "gather", "columns": [codes]}]
    done = solve(of_categories(9, {"each": {"min": 3, "max": 3}}, criteria, start=start, locked=[0, 5, 1]), ignore)
    home = {student: group for group, members in enumerate(done.groups) for student in members}
    assert home[0] == home[5] != home[1]


def test_it_stops_when_it_is_told_to_with_the_best_so_far() -> None:
    told: list[said.Progress] = []
    done = solve(request_of(7), told.append, should_stop=lambda: len(told) > 0)
    assert done.stopped_by == "time"
    assert told[0].phase == "preparing"
    assert sorted(student for members in done.groups for student in members) == list(range(20))


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"locked": [0]}, "locked"),
        ({"start": [[0, 0]]}, "start"),
        ({"start": [[0, 1]]}, "start"),
        ({"start": [[student] for student in range(6)], "locked": [6]}, "locked"),
    ],
)
def test_a_start_that_does_not_fit_is_refused_by_its_field(more: dict[str, object], field: str) -> None:
    with pytest.raises(Refusal) as refused:
        solve(of_categories(6, {"each": {"min": 1, "max": 6}}, [], **more), ignore)
    assert (refused.value.code, refused.value.field) == ("invalid_input", field)
