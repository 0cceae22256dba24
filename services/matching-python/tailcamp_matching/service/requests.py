"""What every request passes: its id, its trace, the limit of its body, its log line and its figures."""

import logging
import re
import time
import uuid

from opentelemetry import context, trace
from opentelemetry.propagate import extract, inject
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tailcamp_matching.errors import Refusal
from tailcamp_matching.service.answers import problem_response
from tailcamp_matching.service.logs import REQUEST_ID, say
from tailcamp_matching.service.metrics import Metrics

REQUEST_ID_FORM = re.compile(r"[\w.-]{1,64}", re.ASCII)
ROUTES = {"/v1/solve", "/v1/score", "/health", "/health/live", "/health/ready", "/metrics", "/openapi.json"}
QUIET = {"/health", "/health/live", "/health/ready", "/metrics"}
TRACER = trace.get_tracer("tailcamp-matching")


class Passage:
    """Traces are W3C's: a `traceparent` that comes in is carried on, into the logs and the answer.

    With an OpenTelemetry SDK installed, the span of each request hangs below it.
    """

    def __init__(self, app: ASGIApp, metrics: Metrics, most_bytes: int) -> None:
        self.app = app
        self.metrics = metrics
        self.most_bytes = most_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        route = scope["path"] if scope["path"] in ROUTES else "other"
        given = headers.get("x-request-id", "")
        request_id = given if REQUEST_ID_FORM.fullmatch(given) else uuid.uuid4().hex
        token = REQUEST_ID.set(request_id)
        traced = context.attach(extract(dict(headers)))
        started, status = time.perf_counter(), 500

        async def answer(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                own = MutableHeaders(scope=message)
                own["x-request-id"] = request_id
                carrier: dict[str, str] = {}
                inject(carrier)
                own.update(carrier)
            await send(message)

        try:
            with TRACER.start_as_current_span(f"{scope['method']} {route}", kind=trace.SpanKind.SERVER):
                await self._pass_on(scope, receive, answer, headers)
        finally:
            seconds = time.perf_counter() - started
            self.metrics.requests.labels(route, str(status)).inc()
            self.metrics.duration.labels(route).observe(seconds)
            level = logging.DEBUG if route in QUIET else logging.INFO
            say(level, "answered", method=scope["method"], route=route, status=status, seconds=round(seconds, 4))
            context.detach(traced)
            REQUEST_ID.reset(token)

    async def _pass_on(self, scope: Scope, receive: Receive, answer: Send, headers: Headers) -> None:
        too_large = Refusal("too_large", f"A request may have {self.most_bytes} bytes")
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > self.most_bytes:
            await problem_response(too_large)(scope, receive, answer)
            return
        read = 0

        async def limited() -> Message:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            if read > self.most_bytes:
                raise too_large
            return message

        await self.app(scope, limited, answer)
