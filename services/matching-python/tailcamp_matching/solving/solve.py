"""From a request to an answer."""

from collections.abc import Callable, Iterator
from importlib.metadata import version

import numpy as np

from tailcamp_matching import contract as said
from tailcamp_matching.arrays import Groups
from tailcamp_matching.errors import Refusal
from tailcamp_matching.scoring.problem import Prepared, prepare
from tailcamp_matching.scoring.score import check_groups, violations
from tailcamp_matching.solving.construct import constructions
from tailcamp_matching.solving.improve import PARTNERS, Improver
from tailcamp_matching.solving.sizes import sizes_to_try
from tailcamp_matching.solving.standing import Standing
from tailcamp_matching.solving.watch import Watch

ENGINE = f"tailcamp-matching-python/1 (scikit-learn {version('scikit-learn')})"

MOST_MOVES = 4_000_000
"""Of the schedule; but never fewer than two sweeps, nor more than forty."""


def solve(
    request: said.SolveRequest,
    tell: Callable[[said.Progress], None],
    should_stop: Callable[[], bool] = lambda: False,
) -> said.Done:
    """The same request gives the same groups, unless time or the caller stopped it.

    Hard rules come before the objective; those that the answer still breaks are in `broken`. Raises Refusal.
    """
    problem = prepare(request.problem)
    _check(problem, request)
    watch = Watch(request.seconds, scheduled_moves(problem.students), tell, should_stop)
    watch.progress("preparing", 0.0, lambda: 0)
    best = _begin(problem, request, watch)
    locked = np.zeros(problem.students, dtype=np.bool_)
    locked[request.locked or []] = True
    climb = 0
    while not watch.over:
        standing = Standing(problem, best.groups())
        improver = Improver(standing, locked, request.seed + climb, watch, best)
        if climb > 0:
            improver.shake()
        improver.climb()
        if standing.rank < best.rank:
            best = standing
        climb += 1
        if np.count_nonzero(~locked) < 2:
            break
    groups = best.groups()
    broken = violations(problem, groups)
    watch.progress("improving", best.objective, lambda: len(broken))
    return said.Done(
        engine=ENGINE,
        stopped_by="time" if watch.stopped else "moves",
        groups=groups,
        objective=best.objective,
        moves=watch.moves,
        of=max(watch.scheduled, watch.moves),
        best=best.objective,
        violations=len(broken),
        broken=broken,
    )


def scheduled_moves(students: int) -> int:
    sweep = max(1, students * min(students, PARTNERS))
    return max(2 * sweep, min(40 * sweep, MOST_MOVES))


def _check(problem: Prepared, request: said.SolveRequest) -> None:
    if request.start is not None:
        check_groups(problem, request.start, "start", complete=True)
    elif request.locked:
        raise Refusal("invalid_input", "Students are locked in the groups of a start, and there is none", "locked")
    if any(student >= problem.students for student in request.locked or []):
        raise Refusal("invalid_input", f"There are {problem.students} students", "locked")


def _begin(problem: Prepared, request: said.SolveRequest, watch: Watch) -> Standing:
    best: Standing | None = None
    for groups in _starts(problem, request):
        standing = Standing(problem, groups)
        if best is None or standing.rank < best.rank:
            best = standing
        watch.progress("constructing", best.objective, best.count_violations)
        if watch.over:
            break
    assert best is not None  # noqa: S101 - there always is a start, or one by chance
    return best


def _starts(problem: Prepared, request: said.SolveRequest) -> Iterator[Groups]:
    if request.start is not None:
        yield request.start
    if not request.locked:
        for sizes in sizes_to_try(problem):
            yield from constructions(problem, sizes, request.seed)
