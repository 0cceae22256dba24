import numpy as np
import pytest

from tailcamp_matching.arrays import Groups, Singles
from tailcamp_matching.baselines import BASELINES
from tailcamp_matching.grouping import blocks, greedy_in_blocks


def cohort(students: int) -> Singles:
    """Unit vectors around eight directions."""
    draw = np.random.default_rng(1)
    centres = draw.normal(size=(8, 16))
    vectors = centres[draw.integers(8, size=students)] + 0.3 * draw.normal(size=(students, 16))
    unit: Singles = (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)
    return unit


def mean_cosine(vectors: Singles, groups: Groups) -> float:
    inside = [vectors[members] @ vectors[members].T for members in groups]
    pairs = [(square.sum() - np.trace(square)) / (len(square) * (len(square) - 1)) for square in inside]
    return float(np.mean(pairs))


@pytest.mark.parametrize("name", BASELINES)
def test_every_student_is_in_one_group_of_the_size_asked_for(name: str) -> None:
    vectors, sizes = cohort(60), [3, 4, 5] * 5
    groups = BASELINES[name](vectors, sizes, 1)
    assert [len(members) for members in groups] == sizes
    assert sorted(student for members in groups for student in members) == list(range(60))


@pytest.mark.parametrize("name", BASELINES)
def test_groups_are_more_alike_than_by_chance(name: str) -> None:
    vectors, sizes = cohort(80), [4] * 20
    by_chance = [list(range(start, start + 4)) for start in range(0, 80, 4)]
    assert mean_cosine(vectors, BASELINES[name](vectors, sizes, 1)) > 0.5 + mean_cosine(vectors, by_chance)


def test_left_overs_of_blocks_are_grouped_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "BLOCK", 10)
    groups = greedy_in_blocks(cohort(61), [4] * 14 + [5], 3)
    assert [len(members) for members in groups] == [4] * 14 + [5]
    assert sorted(student for members in groups for student in members) == list(range(61))
