"""Local search under the real objective: each student in turn takes the best exchange or move there is."""

import numpy as np

from tailcamp_matching.arrays import Bools, Ints
from tailcamp_matching.solving.standing import Standing
from tailcamp_matching.solving.watch import Watch

PARTNERS = 512
"""Students looked at for an exchange with one; of a larger cohort a sample."""
SHARE_SHAKEN = 0.08
EPSILON = 1e-9


class Improver:
    def __init__(self, standing: Standing, locked: Bools, seed: int, watch: Watch, best: Standing) -> None:
        """`best` is what progress is told of."""
        self.standing = standing
        self.movable = np.flatnonzero(~locked)
        self.random = np.random.default_rng(seed)
        self.watch = watch
        self.best = best

    def climb(self) -> None:
        """Sweeps until nothing gets better, or the schedule or the time is over."""
        better = True
        while better:
            better = False
            for student in self.random.permutation(self.movable).tolist():
                if self.watch.over:
                    return
                better |= self._improve(student)
                self._tell()

    def _tell(self) -> None:
        best = min(self.best, self.standing, key=lambda standing: standing.rank)
        mends = best.broken.any()
        self.watch.progress("repairing" if mends else "improving", best.objective, best.count_violations)

    def shake(self) -> None:
        """Exchanges a few at random, so that the next climb may end elsewhere."""
        if len(self.movable) < 2:
            return
        for _ in range(max(2, round(SHARE_SHAKEN * len(self.movable)))):
            one, other = self.random.choice(self.movable, size=2, replace=False).tolist()
            self._exchange(one, other)

    def _improve(self, student: int) -> bool:
        standing = self.standing
        here = int(standing.group_of[student])
        others = self._partners(student, here)
        targets = self._open_groups(here)
        if len(others) + len(targets) == 0:
            return False
        self.watch.moves += len(others) + len(targets)
        there = np.concatenate([standing.group_of[others], targets])
        mine, theirs = self._after(student, here, others, targets)
        numbers = np.full(len(there), here, dtype=np.intp)
        broken, costs, _ = standing.judge(np.vstack([mine, theirs]), np.concatenate([numbers, there]))
        count = len(there)
        broken_change = broken[:count] + broken[count:] - standing.broken[here] - standing.broken[there]
        cost_change = costs[:count] + costs[count:] - standing.costs[here] - standing.costs[there]
        least = broken_change.min()
        tied = np.flatnonzero(broken_change <= least + EPSILON)
        best = int(tied[cost_change[tied].argmin()])
        if not (least < -EPSILON or (least <= EPSILON and cost_change[best] < -EPSILON)):
            return False
        if best < len(others):
            self._exchange(student, int(others[best]))
        else:
            self._move(student, int(there[best]))
        return True

    def _partners(self, student: int, here: int) -> Ints:
        movable = self.movable
        if len(movable) > PARTNERS:
            movable = movable[self.random.integers(len(movable), size=PARTNERS)]
        return np.asarray(movable[(self.standing.group_of[movable] != here) & (movable != student)])

    def _open_groups(self, here: int) -> Ints:
        """Groups that may take one more, if the student's own may let one go."""
        standing = self.standing
        sizes = standing.sizes
        if sizes[here] <= standing.least[here]:
            return np.zeros(0, dtype=np.intp)
        is_open = sizes < np.minimum(standing.most, standing.places.shape[1])
        is_open[here] = False
        found = np.flatnonzero(is_open)
        return found if len(found) <= PARTNERS else self.random.choice(found, size=PARTNERS, replace=False)

    def _after(self, student: int, here: int, others: Ints, targets: Ints) -> tuple[Ints, Ints]:
        """The student's group and the other one after each exchange and each move."""
        standing = self.standing
        count = len(others)
        mine = np.repeat(standing.places[here][None, :], count + len(targets), axis=0)
        mine[:, standing.place_of[student]] = np.concatenate([others, np.full(len(targets), -1)])
        theirs = standing.places[np.concatenate([standing.group_of[others], targets])]
        rows = np.arange(count)
        theirs[rows, standing.place_of[others]] = student
        theirs[count + np.arange(len(targets)), (theirs[count:] < 0).argmax(axis=1)] = student
        return mine, theirs

    def _exchange(self, one: int, other: int) -> None:
        standing = self.standing
        at = int(standing.group_of[one]), int(standing.place_of[one])
        to = int(standing.group_of[other]), int(standing.place_of[other])
        standing.place(one, *to)
        standing.place(other, *at)
        standing.refresh(np.unique([at[0], to[0]]))

    def _move(self, student: int, to: int) -> None:
        standing = self.standing
        here, place = int(standing.group_of[student]), int(standing.place_of[student])
        standing.places[here, place] = -1
        standing.place(student, to, int((standing.places[to] < 0).argmax()))
        standing.refresh(np.array([here, to]))
