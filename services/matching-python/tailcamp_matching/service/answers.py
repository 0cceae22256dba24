"""Answers that are no success, as application/problem+json."""

from pydantic import ValidationError
from starlette.responses import Response

from tailcamp_matching.errors import Refusal


def problem_response(refusal: Refusal) -> Response:
    details = refusal.details()
    headers = {} if refusal.retry_after is None else {"retry-after": str(refusal.retry_after)}
    return Response(details.model_dump_json(), details.status, headers, "application/problem+json")


def refusal_of(error: ValidationError) -> Refusal:
    """Of what a request got wrong, the first."""
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    return Refusal("invalid_input", first["msg"], ".".join(str(step) for step in first["loc"]) or None)
