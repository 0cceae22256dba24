"""From scores of groups to one number for the cohort; higher is better."""

from typing import Literal

import numpy as np

from tailcamp_matching.arrays import Floats, Ints

Objective = Literal["harmonic", "mean", "maximin"]


def lifted(scores: Floats) -> Floats:
    """s⁺ = (max(0, s) + 0.01) ÷ 1.01."""
    return np.asarray((np.maximum(0.0, scores) + 0.01) / 1.01)


def cohort_objective(objective: Objective, scores: Floats, sizes: Ints) -> float:
    """harmonic = N ÷ Σ(n ÷ s⁺), mean = Σ(n·s) ÷ N, maximin = the smallest s; empty groups count nothing."""
    filled = sizes > 0
    scores, sizes = scores[filled], sizes[filled]
    if len(scores) == 0:
        return 1.0
    if objective == "maximin":
        return float(min(1.0, scores.min()))
    if objective == "mean":
        return float((sizes * scores).sum() / sizes.sum())
    return float(sizes.sum() / (sizes / lifted(scores)).sum())


def group_costs(objective: Objective, scores: Floats, sizes: Ints) -> Floats:
    """Each group's part in a sum that a search makes small; for maximin a smooth stand-in for the worst group."""
    if objective == "mean":
        return np.asarray(sizes * (1.0 - scores))
    power = 1 if objective == "harmonic" else 4
    return np.asarray(sizes / lifted(scores) ** power)
