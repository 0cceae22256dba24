import io
import json
import logging
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from starlette.testclient import TestClient

from tailcamp_matching import contract as said
from tailcamp_matching.service import solves
from tailcamp_matching.service.app import make_app
from tailcamp_matching.service.logs import LOG, JsonLines
from tailcamp_matching.settings import Settings, read_settings

CONTRACT = Path(__file__).parent.parent / "contract"
EXAMPLES: list[dict[str, Any]] = json.loads((CONTRACT / "examples.json").read_text())
SMALL = EXAMPLES[0]["request"]["problem"]
TRACE = "0af7651916cd43dd8448eb211c80319c"


def schema(name: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json.loads((CONTRACT / f"{name}.schema.json").read_text()))


@pytest.fixture
def client() -> Iterator[TestClient]:
    settings = Settings(most_students=40, most_megabytes=1, concurrency=1)
    with TestClient(make_app(settings)) as client:
        yield client


def request_of(number: int = 6, **more: object) -> dict[str, Any]:
    return {"problem": EXAMPLES[number]["request"]["problem"], "seed": 1, "seconds": 5, **more}


def test_a_solve_tells_its_progress_and_then_its_answer_in_lines_of_the_contract(client: TestClient) -> None:
    answer = client.post("/v1/solve", json=request_of())
    assert answer.headers["content-type"] == "application/x-ndjson"
    lines = [json.loads(line) for line in answer.text.splitlines()]
    for line in lines:
        schema("solve-line").validate(line)
    assert [line["kind"] for line in lines] == ["progress"] * (len(lines) - 1) + ["done"]
    assert lines[0]["phase"] == "preparing"
    scored = client.post("/v1/score", json={"problem": request_of()["problem"], "groups": lines[-1]["groups"]}).json()
    assert scored["objective"] == pytest.approx(lines[-1]["objective"], abs=1e-12)
    assert scored["violations"] == lines[-1]["broken"]


def test_a_problem_that_does_not_fit_itself_ends_the_lines(client: TestClient) -> None:
    lines = client.post("/v1/solve", json=request_of(locked=[1])).text.splitlines()
    last = json.loads(lines[-1])
    schema("solve-line").validate(last)
    assert (last["kind"], last["problem"]["field"]) == ("failed", "locked")


@pytest.mark.parametrize(
    ("path", "body", "status", "code", "field"),
    [
        ("/v1/solve", "{", 422, "invalid_input", None),
        ("/v1/solve", json.dumps(request_of(seconds=-1)), 422, "invalid_input", "seconds"),
        ("/v1/score", json.dumps({**EXAMPLES[2]["request"], "groups": [[0, 0]]}), 422, "invalid_input", "groups"),
        ("/v1/score", json.dumps({**EXAMPLES[2]["request"], "more": 1}), 422, "invalid_input", "more"),
        (
            "/v1/score",
            json.dumps({"problem": {**SMALL, "students": 41}, "groups": [[1]]}),
            413,
            "too_large",
            "problem.students",
        ),
        ("/v1/score", " " * 1_000_001, 413, "too_large", None),
        ("/v1/nothing", "{}", 404, "not_found", None),
    ],
)
def test_what_is_wrong_is_told_as_a_problem(
    client: TestClient, path: str, body: str, status: int, code: str, field: str | None
) -> None:
    answer = client.post(path, content=body)
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    schema("problem").validate(problem)
    assert (answer.status_code, problem["status"], problem["code"], problem["field"]) == (status, status, code, field)


def test_a_body_without_a_length_is_cut_off_at_the_limit(client: TestClient) -> None:
    chunks = (b" " * 100_000 for _ in range(11))
    assert client.post("/v1/score", content=chunks).status_code == 413


def test_a_solve_that_finds_no_place_may_come_again(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    started, go_on = threading.Event(), threading.Event()

    def wait(*_arguments: object) -> said.Done:
        started.set()
        go_on.wait(10)
        raise AssertionError("never asked for its answer")

    monkeypatch.setattr(solves, "solve", wait)
    busy = threading.Thread(target=lambda: client.post("/v1/solve", json=request_of()))
    busy.start()
    assert started.wait(10)
    refused = client.post("/v1/solve", json=request_of())
    assert (refused.status_code, refused.json()["code"]) == (429, "too_many")
    assert int(refused.headers["retry-after"]) > 0
    assert client.post("/v1/score", json=EXAMPLES[2]["request"]).status_code == 200
    go_on.set()
    busy.join()
    monkeypatch.undo()
    assert '"kind":"done"' in client.post("/v1/solve", json=request_of()).text


def test_health_and_metrics(client: TestClient) -> None:
    for path in ["/health", "/health/live", "/health/ready"]:
        assert client.get(path).json()["status"] == "ok"
    client.post("/v1/solve", json=request_of())
    figures = client.get("/metrics").text
    assert 'tailcamp_solver_requests_total{route="/v1/solve",status="200"} 1.0' in figures
    assert 'tailcamp_solver_solves_total{ended="moves"} 1.0' in figures
    assert "tailcamp_solver_solving 0.0" in figures


def test_it_is_not_ready_while_it_shuts_down() -> None:
    app = make_app(Settings())
    with TestClient(app):
        pass
    late = TestClient(app)
    for answer in [late.get("/health/ready"), late.post("/v1/solve", json=request_of())]:
        assert (answer.status_code, answer.json()["code"]) == (503, "unavailable")
        assert int(answer.headers["retry-after"]) > 0
    assert late.get("/health/live").status_code == 200


def test_a_request_carries_its_id_and_its_trace_into_answer_and_log(client: TestClient) -> None:
    log = io.StringIO()
    handler = logging.StreamHandler(log)
    handler.setFormatter(JsonLines())
    LOG.addHandler(handler)
    LOG.setLevel(logging.INFO)
    sent = {"x-request-id": "run-7", "traceparent": f"00-{TRACE}-b7ad6b7169203331-01"}
    answer = client.post("/v1/score", json=EXAMPLES[2]["request"], headers=sent)
    LOG.removeHandler(handler)
    assert answer.headers["x-request-id"] == "run-7"
    assert answer.headers["traceparent"].startswith(f"00-{TRACE}-")
    line = json.loads(log.getvalue())
    assert (line["requestId"], line["traceId"], line["route"], line["status"]) == ("run-7", TRACE, "/v1/score", 200)


def test_an_id_or_a_trace_of_no_form_is_not_carried_on(client: TestClient) -> None:
    answer = client.get("/health", headers={"x-request-id": "a b\tc", "traceparent": "nonsense"})
    assert answer.headers["x-request-id"] != "a b\tc"
    assert "traceparent" not in answer.headers


def test_settings_come_from_the_environment() -> None:
    assert read_settings({"TAILCAMP_SOLVER_PORT": "0", "TAILCAMP_SOLVER_HOST": ""}).port == 0
    with pytest.raises(ValueError, match="concurrency"):
        read_settings({"TAILCAMP_SOLVER_CONCURRENCY": "none"})
