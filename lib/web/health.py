"""Whether the site is up, for load balancers and supervisors."""

import json

from lib.register.version import REGISTER_DATE, REGISTER_VERSION
from lib.web.answers import Asked, Content
from lib.web.resources import Resource


def health_resources() -> list[Resource]:
    """List the address that tells how the site is.

    Returns
    -------
    list of Resource
        ``/healthz``.
    """
    return [Resource("/healthz", _health, machine=True, summary="Whether the data are loaded, and which version")]


def _health(asked: Asked) -> Content:
    """Tell what is loaded. The process does not start on data with faults, so that it can only be well."""
    told = {
        "status": "ok",
        "register_version": REGISTER_VERSION,
        "register_date": REGISTER_DATE,
        "municipalities": len(asked.register.municipalities),
        "observations": len(asked.register.tables.policy_status),
        "county_observations": len(asked.register.tables.county_policy_status),
    }
    return Content(json.dumps(told).encode(), "application/json", headers={"Cache-Control": "no-store"})
