"""A problem made ready: its measures over arrays, and whatever the schema cannot say checked."""

import base64
import binascii
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tailcamp_matching import contract as said
from tailcamp_matching.arrays import Bools, Floats, Ints
from tailcamp_matching.errors import Refusal
from tailcamp_matching.scoring import counting
from tailcamp_matching.scoring.batch import Batch
from tailcamp_matching.scoring.columns import BalanceMeasure, CoverMeasure, GatherMeasure
from tailcamp_matching.scoring.likeness import LikenessMeasure
from tailcamp_matching.scoring.measure import Judged, Measure
from tailcamp_matching.scoring.objective import Objective
from tailcamp_matching.scoring.overlap import OverlapMeasure
from tailcamp_matching.scoring.people import ApartMeasure, PreferenceMeasure, RolesMeasure, Ties, TogetherMeasure

ROWS = 8192
"""Groups scored at once: more do not fit the processor's caches, and many more not the memory."""


@dataclass(frozen=True)
class Criterion:
    said: said.AnyCriterion
    measure: Measure

    def judge(self, batch: Batch) -> Judged:
        judged = self.measure.judge(batch)
        if self.said.step:
            return Judged((judged.shortfall == 0).astype(np.float64), judged.shortfall)
        return Judged(np.clip(judged.score, 0.0, 1.0), judged.shortfall)


@dataclass(frozen=True)
class Prepared:
    students: int
    bounds: said.Bounds | None
    """Of groups that are alike; null where `given` has each one's own."""
    given: tuple[said.Bounds, ...] | None
    objective: Objective
    criteria: tuple[Criterion, ...]

    def bounds_of(self, group: int) -> said.Bounds:
        if self.given is not None:
            return self.given[group]
        assert self.bounds is not None  # noqa: S101 - one of the two is there
        return self.bounds

    def judge(self, batch: Batch) -> tuple[Floats, Floats]:
        """By group: its score, and how far it is from the hard rules altogether."""
        weights = sum(criterion.said.weight for criterion in self.criteria)
        groups = len(batch.members)
        scores, broken = np.zeros(groups), np.zeros(groups)
        for start in range(0, groups, ROWS):
            rows = slice(start, start + ROWS)
            part = Batch(batch.members[rows], batch.taken[rows], batch.sizes[rows], batch.numbers[rows])
            for criterion in self.criteria:
                judged = criterion.judge(part)
                scores[rows] += criterion.said.weight * judged.score
                if criterion.said.hard:
                    broken[rows] += np.where(part.sizes > 0, judged.shortfall, 0.0)
        return (scores / weights if weights > 0 else np.ones(groups)), broken


def prepare(problem: said.Problem) -> Prepared:
    """Raises Refusal with the field where lengths and numbers do not fit each other."""
    sizes = problem.sizes
    given = tuple(sizes.groups) if isinstance(sizes, said.Given) else None
    bounds = sizes.each if isinstance(sizes, said.Alike) else None
    for each in given or (bounds,):
        if each is not None and each.min > each.max:
            raise Refusal("invalid_input", "The smallest size is above the largest", "problem.sizes")
    criteria = tuple(
        Criterion(criterion, _measure(criterion, problem, f"problem.criteria.{number}"))
        for number, criterion in enumerate(problem.criteria)
    )
    return Prepared(problem.students, bounds, given, problem.objective, criteria)


def _measure(criterion: said.AnyCriterion, problem: said.Problem, field: str) -> Measure:
    students = problem.students
    match criterion:
        case said.Likeness():
            present = np.ones(students)
            present[_students(criterion.absent, students, f"{field}.absent")] = 0.0
            raw = _bytes(criterion.vectors, 4 * students * criterion.dimensions, f"{field}.vectors")
            units = np.frombuffer(raw, dtype="<f4").reshape(students, criterion.dimensions).astype(np.float64)
            if not np.isfinite(units).all():
                raise Refusal("invalid_input", "A vector holds what is no number", f"{field}.vectors")
            return LikenessMeasure(units, present, criterion.at_least, criterion.kind == "similar")
        case said.Cover():
            levels = [_numbers(skill.levels, students, 0.0, f"{field}.skills") for skill in criterion.skills]
            _some(levels, f"{field}.skills")
            return CoverMeasure(np.column_stack(levels), np.array([skill.required for skill in criterion.skills]))
        case said.Balance():
            values = [_numbers(column.values, students, np.nan, f"{field}.columns") for column in criterion.columns]
            _some(values, f"{field}.columns")
            means = np.array([column.mean for column in criterion.columns])
            deviations = np.array([column.deviation for column in criterion.columns])
            return BalanceMeasure(np.column_stack(values), means, deviations, criterion.tolerance)
        case said.Held():
            held = _held(criterion.holders, students, f"{field}.holders")
            rule = counting.spread(held) if criterion.kind == "spread" else counting.not_alone
            return counting.CountMeasure(held, rule)
        case said.Bounded():
            held = _held(criterion.holders, students, f"{field}.holders")
            make = counting.at_least if criterion.kind == "atLeast" else counting.at_most
            return counting.CountMeasure(held, make(criterion.bound))
        case said.Gather():
            for column in criterion.columns:
                _length(column, students, f"{field}.columns")
            _some(criterion.columns, f"{field}.columns")
            return GatherMeasure(np.array(criterion.columns, dtype=np.intp))
        case said.Overlap():
            words = -(-criterion.cells // 32)
            raw = _bytes(criterion.free, 4 * students * words, f"{field}.free")
            bits = np.unpackbits(np.frombuffer(raw, dtype=np.uint8), bitorder="little")
            free = bits.reshape(students, words * 32)[:, : criterion.cells].astype(np.bool_)
            shape = (criterion.run_length, criterion.block_cells, criterion.min_blocks, criterion.desired)
            return OverlapMeasure(free, *shape)
        case said.Tied():
            pairs = _students([end for pair in criterion.pairs for end in pair], students, f"{field}.pairs")
            ties = Ties(students, pairs.reshape(-1, 2))
            return TogetherMeasure(ties) if criterion.kind == "together" else ApartMeasure(ties)
        case said.Preference():
            return PreferenceMeasure(criterion.ranks, _ranks(criterion, problem, field))
        case said.Roles():
            _length(criterion.wished, students, f"{field}.wished")
            return RolesMeasure(criterion.wished)


def _ranks(criterion: said.Preference, problem: said.Problem, field: str) -> Ints:
    if not isinstance(problem.sizes, said.Given):
        raise Refusal("invalid_input", "A preference needs given groups", field)
    _length(criterion.ranked, problem.students, f"{field}.ranked")
    groups = len(problem.sizes.groups)
    rank = np.zeros((problem.students, groups), dtype=np.intp)
    for student, ranked in enumerate(criterion.ranked):
        for group, given in ranked:
            if group >= groups or given > criterion.ranks:
                raise Refusal("invalid_input", f"There is no group {group} or rank {given}", f"{field}.ranked")
            rank[student, group] = given
    return rank


def _held(holders: list[list[int]], students: int, field: str) -> Bools:
    held = np.zeros((students, len(holders)), dtype=np.bool_)
    for value, own in enumerate(holders):
        held[_students(own, students, field), value] = True
    return held


def _students(numbers: list[int], students: int, field: str) -> Ints:
    found = np.array(numbers, dtype=np.intp)
    if len(found) > 0 and found.max() >= students:
        raise Refusal("invalid_input", f"There is no student {found.max()}: there are {students}", field)
    return found


def _numbers(values: list[float | None], students: int, missing: float, field: str) -> Floats:
    _length(values, students, field)
    return np.array([missing if value is None else value for value in values], dtype=np.float64)


def _bytes(text: str, length: int, field: str) -> bytes:
    try:
        raw = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise Refusal("invalid_input", "This is not base64", field) from error
    if len(raw) != length:
        raise Refusal("invalid_input", f"{length} bytes are needed, there are {len(raw)}", field)
    return raw


def _length(values: Sequence[object], students: int, field: str) -> None:
    if len(values) != students:
        raise Refusal("invalid_input", f"One for each of {students} students is needed, there are {len(values)}", field)


def _some(values: Sequence[object], field: str) -> None:
    if len(values) == 0:
        raise Refusal("invalid_input", "At least one is needed", field)
