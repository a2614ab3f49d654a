"""A client of the site's own routes, without a server and without Streamlit."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from lib.register.register import Register
from lib.web.headers import SecurityHeaders
from lib.web.own import OwnRoutes
from lib.web.routes import own_routes


@pytest.fixture(scope="session")
def web(register: Register) -> TestClient:
    """Ask the site's own routes; what is not theirs is answered with Starlette's plain 404."""
    application = Starlette(
        middleware=[Middleware(SecurityHeaders), Middleware(OwnRoutes, routes=own_routes(register))]
    )
    return TestClient(application, base_url="https://eksempel.no", follow_redirects=False)
