"""How many groups there are, and how large each is."""

from collections.abc import Sequence

from tailcamp_matching.contract import Bounds
from tailcamp_matching.scoring.problem import Prepared

MOST_TRIALS = 3


def sizes_to_try(problem: Prepared) -> list[list[int]]:
    """Sizes that add up to the students; in the bounds wherever that can be, else as near to them as it goes."""
    students = problem.students
    if problem.given is not None:
        return [_even(students, problem.given)]
    bounds = problem.bounds_of(0)
    smallest, largest = max(1, bounds.min), max(1, bounds.max)
    fewest, most = -(-students // largest), students // smallest
    if fewest > most:
        return [_even(students, [Bounds(min=0, max=students)] * max(1, round(2 * students / (smallest + largest))))]
    trials = min(MOST_TRIALS, most - fewest + 1)
    counts = [fewest + round(trial * (most - fewest) / max(1, trials - 1)) for trial in range(trials)]
    return [_even(students, [bounds] * count) for count in counts]


def _even(students: int, bounds: Sequence[Bounds]) -> list[int]:
    """As even as the bounds allow; past them where the students are too few or too many."""
    least = [each.min for each in bounds]
    if sum(least) > students:
        return _levelled(students, [0] * len(bounds), least)
    most = [each.max for each in bounds]
    return _levelled(students, least, most if sum(most) >= students else [students] * len(bounds))


def _levelled(students: int, sizes: list[int], most: Sequence[int]) -> list[int]:
    """Raises the smallest sizes first, each up to its most."""
    sizes = list(sizes)
    left = students - sum(sizes)
    level = min(sizes)
    while left > 0:
        for group, size in enumerate(sizes):
            if left > 0 and size == level < most[group]:
                sizes[group] += 1
                left -= 1
        level += 1
    return sizes
