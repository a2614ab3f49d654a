"""Schemathesis asks the API all manner of questions: none may fail, and every answer is as it is described."""

from datetime import date

import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance
from starlette.applications import Starlette

from lib.register.register import load_register, today
from lib.web.api.route import ROOT
from lib.web.routes import own_routes

REGISTER = load_register()
schema = schemathesis.openapi.from_asgi(f"{ROOT}/openapi.json", Starlette(routes=own_routes(REGISTER)))


def is_beyond_the_register(text: object) -> bool:
    """Tell whether a date is one that JSON Schema cannot rule out: before the first observation, or to come."""
    try:
        return not REGISTER.earliest <= date.fromisoformat(str(text)) <= today()
    except ValueError:
        return False


@schema.parametrize()
@settings(max_examples=6, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_every_answer_is_as_it_is_described(case):
    beyond = is_beyond_the_register((case.query or {}).get("dato"))
    answer = case.call_and_validate(excluded_checks=[positive_data_acceptance] if beyond else [])
    if beyond:
        assert answer.status_code in (400, 404)
