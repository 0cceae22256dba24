"""What an operator can set; the only reader of the environment."""

import os
from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from tailcamp_matching.contract import MOST_STUDENTS

PREFIX = "TAILCAMP_SOLVER_"


class Settings(BaseModel):
    """Each by TAILCAMP_SOLVER_ and its name in capitals."""

    model_config = ConfigDict(frozen=True)

    host: Annotated[str, Field(description="The address to listen on")] = "127.0.0.1"
    port: Annotated[int, Field(ge=0, le=65_535, description="The port to listen on")] = 8090
    most_students: Annotated[int, Field(ge=1, le=MOST_STUDENTS, description="Students in one problem")] = 50_000
    most_megabytes: Annotated[int, Field(ge=1, le=1024, description="The largest request body, in MB")] = 64
    most_seconds: Annotated[float, Field(gt=0, le=3600, description="The longest solve; a longer wish is cut")] = 120.0
    concurrency: Annotated[int, Field(ge=1, le=64, description="Solves at once; more are refused with 429")] = 2
    log_level: Literal["debug", "info", "warning", "error"] = "info"


def read_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """Raises ValidationError with a line for each setting that is wrong."""
    given = {name: environment.get(f"{PREFIX}{name.upper()}", "") for name in Settings.model_fields}
    return Settings.model_validate({name: value for name, value in given.items() if value != ""})
