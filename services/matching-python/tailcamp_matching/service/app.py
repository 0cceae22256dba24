"""The routes."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, TypeVar

from fastapi import FastAPI, Request
from fastapi.responses import Response, StreamingResponse
from pydantic import BaseModel, ValidationError
from starlette.exceptions import HTTPException

from tailcamp_matching import contract as said
from tailcamp_matching.errors import Refusal
from tailcamp_matching.scoring.problem import prepare
from tailcamp_matching.scoring.score import check_groups, score
from tailcamp_matching.service.answers import problem_response, refusal_of
from tailcamp_matching.service.logs import say
from tailcamp_matching.service.metrics import Metrics
from tailcamp_matching.service.requests import Passage
from tailcamp_matching.service.solves import Solves
from tailcamp_matching.settings import Settings
from tailcamp_matching.solving.solve import ENGINE

Asked = TypeVar("Asked", said.SolveRequest, said.ScoreRequest)
LINES = "application/x-ndjson"


def make_app(settings: Settings) -> Passage:
    metrics = Metrics()
    solves = Solves(settings.concurrency, metrics)

    @asynccontextmanager
    async def life(_app: FastAPI) -> AsyncIterator[None]:
        say(logging.INFO, "ready", engine=ENGINE)
        yield
        await asyncio.to_thread(solves.stop)

    app = FastAPI(title="TailCamp matching", version="1", lifespan=life, docs_url=None, redoc_url=None)

    @app.exception_handler(Refusal)
    async def refuse(_request: Request, refusal: Refusal) -> Response:
        return problem_response(refusal)

    @app.exception_handler(HTTPException)
    async def refuse_route(_request: Request, error: HTTPException) -> Response:
        return problem_response(Refusal("not_found", f"{error.detail}: see /openapi.json"))

    @app.exception_handler(Exception)
    async def break_down(_request: Request, error: Exception) -> Response:
        say(logging.ERROR, "a request broke down", error)
        return problem_response(Refusal("internal", "The log of the service says why"))

    async def read(request: Request, model: type[Asked]) -> Asked:
        body = await request.body()
        try:
            # Away from the loop: a large cohort takes longer to read than a health check may wait.
            asked = await asyncio.to_thread(model.model_validate_json, body)
        except ValidationError as error:
            raise refusal_of(error) from error
        if asked.problem.students > settings.most_students:
            raise Refusal("too_large", f"A problem may have {settings.most_students} students", "problem.students")
        return asked

    @app.post("/v1/solve", openapi_extra=_takes(said.SolveRequest), response_class=StreamingResponse)
    async def solve_problem(request: Request) -> StreamingResponse:
        """Groups the students. The answer is lines of JSON: progress, and at last `done` or `failed`."""
        solves.take_place()
        try:
            asked = await read(request, said.SolveRequest)
        except BaseException:
            solves.give_back()
            raise
        seconds = min(asked.seconds, settings.most_seconds)
        return StreamingResponse(solves.start(asked.model_copy(update={"seconds": seconds})), media_type=LINES)

    @app.post("/v1/score", openapi_extra=_takes(said.ScoreRequest))
    async def score_groups(request: Request) -> said.ScoreAnswer:
        """Scores groups as they stand, criterion by criterion."""
        asked = await read(request, said.ScoreRequest)

        def work() -> said.ScoreAnswer:
            problem = prepare(asked.problem)
            check_groups(problem, asked.groups, "groups", complete=False)
            return score(problem, asked.groups)

        return await asyncio.to_thread(work)

    @app.get("/health")
    @app.get("/health/live")
    async def live() -> dict[str, str]:
        return {"status": "ok", "engine": ENGINE}

    @app.get("/health/ready")
    async def ready() -> dict[str, str]:
        if solves.stopping.is_set():
            raise Refusal("unavailable", "The service is shutting down", retry_after=5)
        return {"status": "ok", "engine": ENGINE}

    @app.get("/metrics", response_class=Response)
    async def figures() -> Response:
        return Response(metrics.text(), media_type="text/plain; version=0.0.4; charset=utf-8")

    return Passage(app, metrics, settings.most_megabytes * 1_000_000)


def _takes(model: type[BaseModel]) -> dict[str, Any]:
    content = {"application/json": {"schema": model.model_json_schema(by_alias=True)}}
    return {"requestBody": {"required": True, "content": content}}
