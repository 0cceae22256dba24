"""What is said over the wire, as pydantic models: packages/contracts/src/matching/solver.ts in Python.

tests/test_contract.py holds them against the JSON Schemas that are generated from there.
"""

from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

MOST_STUDENTS = 200_000

Student = Annotated[int, Field(ge=0, lt=MOST_STUDENTS)]
Students: TypeAlias = list[Student]
Natural = Annotated[int, Field(ge=0)]
Positive = Annotated[int, Field(ge=1)]
Share = Annotated[float, Field(ge=0, le=1)]
BASE64 = r"^([0-9a-zA-Z+/]{4})*(([0-9a-zA-Z+/]{2}==)|([0-9a-zA-Z+/]{3}=))?$"
Bytes = Annotated[str, Field(pattern=BASE64)]
Numbers: TypeAlias = list[float | None]
Grouping = Annotated[list[Students], Field(min_length=1, max_length=MOST_STUDENTS)]
Size = Annotated[int, Field(ge=0, le=MOST_STUDENTS)]


class Said(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, allow_inf_nan=False)


class Criterion(Said):
    hard: bool
    weight: Annotated[float, Field(ge=0)]
    step: bool


class Likeness(Criterion):
    kind: Literal["similar", "diverse"]
    dimensions: Natural
    vectors: Bytes
    absent: Students
    at_least: Annotated[Share, Field(alias="atLeast")]


class Skill(Said):
    levels: Numbers
    required: Annotated[float, Field(gt=0)]


class Cover(Criterion):
    kind: Literal["cover"]
    skills: list[Skill]


class Column(Said):
    values: Numbers
    mean: float
    deviation: Annotated[float, Field(ge=0)]


class Balance(Criterion):
    kind: Literal["balance"]
    tolerance: Annotated[float, Field(gt=0)]
    columns: list[Column]


class Held(Criterion):
    kind: Literal["spread", "notAlone"]
    holders: list[Students]


class Bounded(Criterion):
    kind: Literal["atLeast", "atMost"]
    holders: list[Students]
    bound: Positive


class Gather(Criterion):
    kind: Literal["gather"]
    columns: list[list[Natural]]


class Overlap(Criterion):
    kind: Literal["overlap"]
    cells: Positive
    run_length: Annotated[Positive, Field(alias="runLength")]
    block_cells: Annotated[Positive, Field(alias="blockCells")]
    free: Bytes
    min_blocks: Annotated[Natural, Field(alias="minBlocks")]
    desired: Positive


class Tied(Criterion):
    kind: Literal["together", "apart"]
    # JSON has no tuples: an array of two is one.
    pairs: list[Annotated[tuple[Student, Student], Field(strict=False)]]


class Preference(Criterion):
    kind: Literal["preference"]
    ranks: Positive
    ranked: list[list[Annotated[tuple[Natural, Positive], Field(strict=False)]]]


class Roles(Criterion):
    kind: Literal["roles"]
    wished: list[list[Natural]]


AnyCriterion = Annotated[
    Likeness | Cover | Balance | Held | Bounded | Gather | Overlap | Tied | Preference | Roles,
    Field(discriminator="kind"),
]


class Bounds(Said):
    min: Size
    max: Size


class Alike(Said):
    each: Bounds


class Given(Said):
    groups: Annotated[list[Bounds], Field(min_length=1, max_length=MOST_STUDENTS)]


class Problem(Said):
    students: Annotated[int, Field(ge=1, le=MOST_STUDENTS)]
    sizes: Alike | Given
    objective: Literal["harmonic", "mean", "maximin"]
    criteria: Annotated[list[AnyCriterion], Field(max_length=100)]


class SolveRequest(Said):
    problem: Problem
    seed: Annotated[int, Field(ge=0, lt=2**32)]
    seconds: Annotated[float, Field(gt=0, le=3600)]
    start: Grouping | None = None
    locked: Students | None = None


class ScoreRequest(Said):
    problem: Problem
    groups: Grouping


class Violation(Said):
    criterion: int | None
    group: int


class CriterionScore(Said):
    score: float
    satisfied: bool


class GroupScore(Said):
    score: float
    criteria: list[CriterionScore]


class ScoreAnswer(Said):
    objective: float
    worst: float
    groups: list[GroupScore]
    violations: list[Violation]


Code = Literal["invalid_input", "too_large", "too_many", "unavailable", "not_found", "internal"]


class ProblemDetails(Said):
    """RFC 9457."""

    type: str
    title: str
    status: int
    code: Code
    detail: str
    field: str | None


Phase = Literal["preparing", "constructing", "repairing", "improving"]


class Progress(Said):
    kind: Literal["progress"] = "progress"
    phase: Phase
    moves: int
    of: int
    best: float
    violations: int


class Done(Said):
    kind: Literal["done"] = "done"
    engine: str
    stopped_by: Annotated[Literal["moves", "time"], Field(serialization_alias="stoppedBy")]
    groups: list[list[int]]
    objective: float
    moves: int
    of: int
    best: float
    violations: int
    broken: list[Violation]


class Failed(Said):
    kind: Literal["failed"] = "failed"
    problem: ProblemDetails


SolveLine = Progress | Done | Failed
