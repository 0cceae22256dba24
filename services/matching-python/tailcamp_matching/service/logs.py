"""Logs as lines of JSON on standard error, each with the request and the trace that it belongs to."""

import json
import logging
import sys
from contextvars import ContextVar
from datetime import UTC, datetime

from opentelemetry import trace

REQUEST_ID: ContextVar[str | None] = ContextVar("request_id", default=None)
LOG = logging.getLogger("tailcamp")


class JsonLines(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "msg": record.getMessage(),
        }
        if (request_id := REQUEST_ID.get()) is not None:
            line["requestId"] = request_id
        span = trace.get_current_span().get_span_context()
        if span.is_valid:
            line["traceId"] = trace.format_trace_id(span.trace_id)
        line |= getattr(record, "facts", {})
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


def say(level: int, message: str, error: BaseException | None = None, **facts: object) -> None:
    """Facts go into the line by their names; never what a request holds."""
    LOG.log(level, message, extra={"facts": facts}, exc_info=error)


def log_as_json(level: str) -> None:
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)
    logging.captureWarnings(capture=True)
    # Our own line for each request says more.
    logging.getLogger("uvicorn.access").disabled = True
