"""Groupings to begin with: scikit-learn's on whatever is alike in the criteria, and one by chance."""

from collections.abc import Iterator, Sequence

import numpy as np

from tailcamp_matching import contract as said
from tailcamp_matching.arrays import Floats, Groups, Ints, Singles
from tailcamp_matching.grouping import balanced_clusters, greedy, greedy_in_blocks, leaf_order
from tailcamp_matching.scoring.columns import GatherMeasure
from tailcamp_matching.scoring.likeness import LikenessMeasure
from tailcamp_matching.scoring.problem import Prepared

CLUSTERED_STUDENTS = 1500
"""Above this many, a cluster for each group and the Hungarian method take minutes."""
PAIRED_STUDENTS = 6000
"""Above this many, figures for every two students do not fit the memory of a small machine."""


def constructions(problem: Prepared, sizes: Sequence[int], seed: int) -> Iterator[Groups]:
    """One after the other, so that whoever has no time left takes no more."""
    yield _by_chance(problem.students, sizes, seed)
    alike = _vectors(problem, wanted="alike")
    filled = [size for size in sizes if size > 0]
    if alike is not None:
        yield _spaced(greedy_in_blocks(alike, filled, seed), sizes)
        if problem.students <= PAIRED_STUDENTS:
            yield _spaced(greedy(alike, filled), sizes)
            yield _spaced(leaf_order(alike, filled), sizes) if problem.students > 1 else [[0]]
        if len(filled) > 1 and problem.students <= CLUSTERED_STUDENTS:
            yield _spaced(balanced_clusters(alike, filled, seed), sizes)
    unlike = _vectors(problem, wanted="unlike")
    if unlike is not None and 1 < problem.students <= PAIRED_STUDENTS:
        yield _dealt(leaf_order(unlike, [problem.students])[0], sizes)


def _vectors(problem: Prepared, wanted: str) -> Singles | None:
    """What should be alike within groups, or unlike, side by side; squares weigh as the criteria do."""
    parts: list[Floats] = []
    for criterion in problem.criteria:
        measure, weight = criterion.measure, max(criterion.said.weight, 1.0 if criterion.said.hard else 0.0)
        if isinstance(measure, LikenessMeasure) and measure.wants_alike == (wanted == "alike"):
            parts.append(np.sqrt(weight) * measure.units)
        elif isinstance(measure, GatherMeasure) and wanted == "alike":
            parts += [_one_hot(codes) * np.sqrt(weight / len(measure.codes)) for codes in measure.codes]
        elif isinstance(criterion.said, said.Bounded | said.Held) and wanted == "unlike":
            parts.append(np.sqrt(weight) * _held(criterion.said.holders, problem.students))
    if len(parts) == 0 or sum(part.shape[1] for part in parts) == 0:
        return None
    joined = np.hstack(parts)
    lengths = np.linalg.norm(joined, axis=1, keepdims=True)
    units: Singles = np.divide(joined, lengths, out=np.zeros_like(joined), where=lengths > 0).astype(np.float32)
    return units


def _one_hot(codes: Ints) -> Floats:
    values, at = np.unique(codes, return_inverse=True)
    return np.eye(len(values))[at]


def _held(holders: Sequence[Sequence[int]], students: int) -> Floats:
    held = np.zeros((students, len(holders)))
    for value, own in enumerate(holders):
        held[list(own), value] = 1.0
    return held


def _by_chance(students: int, sizes: Sequence[int], seed: int) -> Groups:
    order = np.random.default_rng(seed).permutation(students).tolist()
    return _cut(order, sizes)


def _cut(order: list[int], sizes: Sequence[int]) -> Groups:
    ends = np.cumsum(sizes).tolist()
    return [order[end - size : end] for end, size in zip(ends, sizes, strict=True)]


def _dealt(order: list[int], sizes: Sequence[int]) -> Groups:
    """Like cards: neighbours in the order go to different groups."""
    groups: Groups = [[] for _ in sizes]
    left = iter(order)
    for place in range(max(sizes)):
        for group, size in enumerate(sizes):
            if place < size:
                groups[group].append(next(left))
    return groups


def _spaced(groups: Groups, sizes: Sequence[int]) -> Groups:
    """Puts the empty groups back among those that were filled."""
    filled = iter(groups)
    return [next(filled) if size > 0 else [] for size in sizes]
