"""How good groups are: every kind of criterion, a group's score, the cohort's objective, by the engine's formulas."""
