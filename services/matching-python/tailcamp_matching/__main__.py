"""python -m tailcamp_matching: the service, set by TAILCAMP_SOLVER_…; see settings.py."""

import logging
import sys
import warnings

import uvicorn
from pydantic import ValidationError
from sklearn.exceptions import ConvergenceWarning

from tailcamp_matching.service.app import make_app
from tailcamp_matching.service.logs import log_as_json, say
from tailcamp_matching.settings import PREFIX, read_settings

DRAIN_SECONDS = 10


def main() -> int:
    try:
        settings = read_settings()
    except ValidationError as error:
        for wrong in error.errors():
            sys.stderr.write(f"{PREFIX}{str(wrong['loc'][0]).upper()}: {wrong['msg']}\n")
        return 2
    log_as_json(settings.log_level)
    # Students who are equal make fewer clusters than groups; the groups are filled to their sizes all the same.
    warnings.filterwarnings("ignore", category=ConvergenceWarning)
    say(logging.INFO, "starting", host=settings.host, port=settings.port)
    uvicorn.run(
        make_app(settings),
        host=settings.host,
        port=settings.port,
        log_config=None,
        access_log=False,
        timeout_graceful_shutdown=DRAIN_SECONDS,
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
