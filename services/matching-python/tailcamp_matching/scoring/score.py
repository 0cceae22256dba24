"""The score of a given grouping, criterion by criterion."""

from collections.abc import Sequence

import numpy as np

from tailcamp_matching import contract as said
from tailcamp_matching.errors import Refusal
from tailcamp_matching.scoring.batch import Batch
from tailcamp_matching.scoring.objective import cohort_objective
from tailcamp_matching.scoring.problem import Prepared


def score(problem: Prepared, groups: Sequence[Sequence[int]]) -> said.ScoreAnswer:
    """Scores groups as they stand: they need not hold all students, nor keep the sizes."""
    batch = Batch.of(groups)
    judged = [criterion.judge(batch) for criterion in problem.criteria]
    scores, _ = problem.judge(batch)
    return said.ScoreAnswer(
        objective=cohort_objective(problem.objective, scores, batch.sizes),
        worst=float(np.min(scores[batch.sizes > 0], initial=1.0)),
        groups=[
            said.GroupScore(
                score=float(scores[group]),
                criteria=[
                    said.CriterionScore(score=float(one.score[group]), satisfied=bool(one.shortfall[group] == 0))
                    for one in judged
                ],
            )
            for group in range(len(groups))
        ],
        violations=violations(problem, groups),
    )


def violations(problem: Prepared, groups: Sequence[Sequence[int]]) -> list[said.Violation]:
    """Every hard rule that a group breaks, the sizes first; an empty group breaks none but that of its size."""
    batch = Batch.of(groups)
    broken = [
        (number, criterion.judge(batch).shortfall > 0)
        for number, criterion in enumerate(problem.criteria)
        if criterion.said.hard
    ]
    found: list[said.Violation] = []
    for group, members in enumerate(groups):
        bounds = problem.bounds_of(group)
        if not bounds.min <= len(members) <= bounds.max:
            found.append(said.Violation(criterion=None, group=group))
        if len(members) > 0:
            found += [said.Violation(criterion=number, group=group) for number, where in broken if where[group]]
    return found


def check_groups(problem: Prepared, groups: Sequence[Sequence[int]], field: str, complete: bool) -> None:
    """Raises Refusal when a student is not there or there twice, or the given groups are not all there."""
    flat = [student for members in groups for student in members]
    if any(student >= problem.students for student in flat):
        raise Refusal("invalid_input", f"There are {problem.students} students", field)
    if len(set(flat)) < len(flat):
        raise Refusal("invalid_input", "A student is in two groups", field)
    if complete and len(flat) < problem.students:
        raise Refusal("invalid_input", "A student is in no group", field)
    if problem.given is not None and len(groups) != len(problem.given):
        raise Refusal("invalid_input", f"There are {len(problem.given)} given groups", field)
