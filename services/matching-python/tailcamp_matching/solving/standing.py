"""A grouping that changes: who is in which place, with each group's score and cost."""

from collections.abc import Sequence

import numpy as np

from tailcamp_matching.arrays import Floats, Groups, Ints
from tailcamp_matching.scoring.batch import Batch, places_of
from tailcamp_matching.scoring.objective import cohort_objective, group_costs
from tailcamp_matching.scoring.problem import Prepared
from tailcamp_matching.scoring.score import violations


class Standing:
    """Places hold students, -1 for nobody; a place may be free anywhere in a group."""

    def __init__(self, problem: Prepared, groups: Sequence[Sequence[int]]) -> None:
        self.problem = problem
        bounds = [problem.bounds_of(group) for group in range(len(groups))]
        self.least = np.array([each.min for each in bounds])
        self.most = np.array([each.max for each in bounds])
        # A row wide enough for every move that the bounds allow.
        self.places = places_of(groups, width=min(problem.students, int(self.most.max())))
        self.group_of = np.full(problem.students, -1, dtype=np.intp)
        self.place_of = np.full(problem.students, -1, dtype=np.intp)
        rows, columns = np.nonzero(self.places >= 0)
        self.group_of[self.places[rows, columns]] = rows
        self.place_of[self.places[rows, columns]] = columns
        self.broken, self.costs, self.scores = self.judge(self.places, np.arange(len(groups)))

    def judge(self, places: Ints, numbers: Ints) -> tuple[Floats, Floats, Floats]:
        """By group: how far it is from the rules (sizes too), its cost and its score."""
        batch = Batch.of_places(places, numbers)
        scores, broken = self.problem.judge(batch)
        least, most = self.least[numbers], self.most[numbers]
        wrong_size = np.maximum(0, np.maximum(least - batch.sizes, batch.sizes - most))
        return broken + wrong_size, group_costs(self.problem.objective, scores, batch.sizes), scores

    @property
    def sizes(self) -> Ints:
        return np.asarray((self.places >= 0).sum(axis=1))

    @property
    def objective(self) -> float:
        return cohort_objective(self.problem.objective, self.scores, self.sizes)

    @property
    def rank(self) -> tuple[float, float]:
        """Smaller is better: rules first, then the objective."""
        return float(self.broken.sum().round(9)), -self.objective

    def groups(self) -> Groups:
        return [sorted(row[row >= 0].tolist()) for row in self.places]

    def count_violations(self) -> int:
        return len(violations(self.problem, self.groups()))

    def place(self, student: int, group: int, place: int) -> None:
        self.places[group, place] = student
        self.group_of[student], self.place_of[student] = group, place

    def refresh(self, numbers: Ints) -> None:
        self.broken[numbers], self.costs[numbers], self.scores[numbers] = self.judge(self.places[numbers], numbers)
