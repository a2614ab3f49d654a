"""Every address that the site itself answers is described in the README, or by the API's own documentation."""

import pytest

from lib.web.routes import resources
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
PATHS = sorted({resource.path for resource in resources() if "{rest:path}" not in resource.path})


@pytest.mark.parametrize("path", [path for path in PATHS if not path.startswith("/api")])
def test_an_address_is_described(path):
    fixed = "/data/" if path.startswith("/data/") else path.split("{")[0].rstrip(".")
    assert fixed in README, f"README.md says nothing about {path}"


def test_the_api_describes_itself():
    assert "/api/v1/openapi.json" in README
    assert any(path.startswith("/api/v1/municipalities") for path in PATHS)
