"""What is wrong with an address, told to people as a page and to programs as problem details (RFC 9457)."""

import json
from http import HTTPStatus
from urllib.parse import quote

from starlette.responses import Response

from lib.texts.language import language
from lib.web.answers import FaultyAddressError
from lib.web.headers import STRICT_POLICY
from lib.web.plain import plain_page
from lib.web.site import Site

_BRIEFLY = "public, max-age=60"


def fault_page(fault: FaultyAddressError, site: Site, path: str) -> Response:
    """Tell people what is wrong.

    Parameters
    ----------
    fault
        What is wrong.
    site
        Where the site is.
    path
        The address that was asked for.

    Returns
    -------
    starlette.responses.Response
        A page in the language spoken.
    """
    body = plain_page(
        "fault.html", site, path=path, title=fault.title, detail=fault.detail, suggestions=fault.suggestions
    )
    return Response(body, fault.status, _headers("text/html; charset=utf-8", fault.status))


def problem_details(fault: FaultyAddressError, site: Site, path: str) -> Response:
    """Tell programs what is wrong.

    Parameters
    ----------
    fault, site, path
        As for :func:`fault_page`.

    Returns
    -------
    starlette.responses.Response
        JSON with ``type``, ``title``, ``status``, ``detail``, ``instance`` and what else the fault tells programs.
    """
    problem = {
        "type": "about:blank",
        "title": HTTPStatus(fault.status).phrase,
        "status": fault.status,
        "detail": fault.detail,
        "instance": quote(path),
        **fault.members,
    }
    body = json.dumps(problem, ensure_ascii=False).encode()
    return Response(body, fault.status, _headers("application/problem+json", fault.status))


def _headers(media_type: str, status: int) -> dict[str, str]:
    return {
        "Content-Type": media_type,
        "Content-Language": language().value,
        "Cache-Control": _BRIEFLY if status < HTTPStatus.INTERNAL_SERVER_ERROR else "no-store",
        "Content-Security-Policy": STRICT_POLICY,
    }
