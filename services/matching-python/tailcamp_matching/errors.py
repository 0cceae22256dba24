"""Every error that a caller can see, one table; RFC 9457."""

from dataclasses import dataclass

from tailcamp_matching.contract import Code, ProblemDetails

STATUS: dict[Code, tuple[int, str]] = {
    "invalid_input": (422, "The request is not a problem that can be solved"),
    "not_found": (404, "There is nothing here"),
    "too_large": (413, "The request is larger than this service takes"),
    "too_many": (429, "All places are taken"),
    "unavailable": (503, "The service is not ready"),
    "internal": (500, "The service broke down"),
}


@dataclass
class Refusal(Exception):
    """Ends a request with a problem; `field` is its place in the request, `retry_after` seconds."""

    code: Code
    detail: str
    field: str | None = None
    retry_after: int | None = None

    def details(self) -> ProblemDetails:
        status, title = STATUS[self.code]
        return ProblemDetails(
            type="about:blank", title=title, status=status, code=self.code, detail=self.detail, field=self.field
        )
