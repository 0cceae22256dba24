"""together, apart, preference and roles: kinds about who is with whom and where."""

from functools import lru_cache

import numpy as np

from tailcamp_matching.arrays import Bools, Floats, Ints
from tailcamp_matching.scoring.batch import Batch
from tailcamp_matching.scoring.measure import Judged, kept

MATRIX_STUDENTS = 4000


class Ties:
    """Who is tied to whom."""

    def __init__(self, students: int, pairs: Ints) -> None:
        """`pairs` is pairs × 2; one that is there twice counts once."""
        low, high = pairs.min(axis=1), pairs.max(axis=1)
        self.keys = np.unique(low * students + high)
        self.students = students
        ends = np.concatenate([self.keys // students, self.keys % students])
        self.degrees = np.bincount(ends, minlength=students)
        self.matrix: Bools | None = None
        if students <= MATRIX_STUDENTS:
            self.matrix = np.zeros((students, students), dtype=np.bool_)
            self.matrix[self.keys // students, self.keys % students] = True
            self.matrix |= self.matrix.T

    def inside(self, batch: Batch) -> Ints:
        """Tied pairs within each group."""
        one, other = batch.members[:, :, None], batch.members[:, None, :]
        if self.matrix is not None:
            tied = self.matrix[one, other]
        elif len(self.keys) == 0:
            return np.zeros(len(batch.members), dtype=np.intp)
        else:
            keys = np.minimum(one, other) * self.students + np.maximum(one, other)
            at = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
            tied = self.keys[at] == keys
        return np.asarray((tied & batch.pairs).sum(axis=(1, 2)))


class TogetherMeasure:
    """1 when all who are tied to a member are in the group too, else 0."""

    def __init__(self, ties: Ties) -> None:
        self.ties = ties

    def judge(self, batch: Batch) -> Judged:
        wanted = np.where(batch.taken, self.ties.degrees[batch.members], 0).sum(axis=1)
        parted = wanted - 2 * self.ties.inside(batch)
        return Judged(kept(parted == 0), parted.astype(np.float64))


class ApartMeasure:
    """1, or 0 when two who are to be apart meet."""

    def __init__(self, ties: Ties) -> None:
        self.ties = ties

    def judge(self, batch: Batch) -> Judged:
        met = self.ties.inside(batch)
        return Judged(kept(met == 0), met.astype(np.float64))


class PreferenceMeasure:
    """Mean over members of (R − rank) ÷ (R − 1) for the group they are in; unranked 0; with one rank, who gave it 1."""

    def __init__(self, ranks: int, rank: Ints) -> None:
        """`rank` is students × groups, 0 where a student did not rank the group."""
        self.ranked = rank > 0
        worth = np.ones(rank.shape) if ranks == 1 else (ranks - rank) / (ranks - 1)
        self.worth = np.where(self.ranked, worth, 0.0)

    def judge(self, batch: Batch) -> Judged:
        groups = batch.numbers[:, None]
        worth = np.where(batch.taken, self.worth[batch.members, groups], 0.0).sum(axis=1)
        unranked = (batch.taken & ~self.ranked[batch.members, groups]).sum(axis=1)
        mean = np.divide(worth, batch.sizes, out=np.ones_like(worth), where=batch.sizes > 0)
        return Judged(np.clip(mean, 0.0, 1.0), unranked.astype(np.float64))


class RolesMeasure:
    """Size of the largest matching of members to wished, distinct roles ÷ n."""

    def __init__(self, wished: list[list[int]]) -> None:
        self.wished = [tuple(sorted(set(roles))) for roles in wished]

    def judge(self, batch: Batch) -> Judged:
        matched = np.array(
            [
                largest_matching(tuple(sorted(self.wished[student] for student in members[taken].tolist())))
                for members, taken in zip(batch.members, batch.taken, strict=True)
            ],
            dtype=np.float64,
        )
        sizes: Floats = batch.sizes.astype(np.float64)
        return Judged(np.divide(matched, sizes, out=np.ones_like(matched), where=sizes > 0), sizes - matched)


@lru_cache(maxsize=1 << 16)
def largest_matching(wished: tuple[tuple[int, ...], ...]) -> int:
    """How many can have a role of theirs each, none twice; by Kuhn's augmenting paths."""
    holder: dict[int, int] = {}

    def assign(member: int, tried: set[int]) -> bool:
        for role in wished[member]:
            if role in tried:
                continue
            tried.add(role)
            if role not in holder or assign(holder[role], tried):
                holder[role] = member
                return True
        return False

    return sum(assign(member, set()) for member in range(len(wished)))
