"""Writing answers: rows as JSON in an envelope, as CSV or as GeoJSON, in pages, with what they hold for."""

import csv
import io
import json
import math
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any, NamedTuple

from lib.exports.naming import licence_line, source_line
from lib.register.datapackage import descriptor
from lib.register.version import REGISTER_DATE, REGISTER_VERSION
from lib.texts import ngettext
from lib.web.answers import Asked, Content, not_found
from lib.web.api.fields import Field, Row
from lib.web.api.parameters import PAGE, PAGE_SIZE, USUAL, check
from lib.web.api.route import CSV, GEOJSON, JSON, MEDIA_TYPES, ROOT, Answer, ApiRoute

DOCUMENTATION = "api"
DESCRIPTION = f"{ROOT.lstrip('/')}/openapi.json"


class _Page(NamedTuple):
    number: int
    size: int
    pages: int


def answer_with(route: ApiRoute, asked: Asked) -> Content:
    """Answer a request for a route.

    Parameters
    ----------
    route
        The route.
    asked
        The request.

    Returns
    -------
    Content
        The answer in the format asked for.

    Raises
    ------
    FaultyAddressError
        When the address cannot be answered.
    """
    check(asked, route.parameters)
    asked = replace(asked, format=asked.format or route.formats[0])
    answer = route.make(asked)
    if isinstance(answer, Content):
        return answer
    page = _page(route, asked, len(answer.rows))
    rows = answer.rows if page is None else answer.rows[(page.number - 1) * page.size : page.number * page.size]
    paging = _paging(route, asked, page)
    if asked.format == CSV:
        body = as_csv(rows, route.fields)
    else:
        told = {"meta": _meta(route, asked, answer, page), "links": _links(route, asked) | paging, **answer.members}
        geographic = asked.format == GEOJSON or route.is_geographic
        body = _geojson(rows, answer, told) if geographic else as_json({**told, "data": answer.detail or rows})
    return Content(body, MEDIA_TYPES[asked.format], headers=_headers(asked, answer, paging))


def as_json(value: object) -> bytes:
    """Write JSON in UTF-8, without needless spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def as_csv(rows: Sequence[Row], fields: Sequence[Field]) -> bytes:
    """Write CSV by RFC 4180.

    Parameters
    ----------
    rows, fields
        The rows and their fields.

    Returns
    -------
    bytes
        UTF-8, comma, a header; missing values are empty, booleans are ``true`` and ``false``.
    """
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow([field.name for field in fields])
    for row in rows:
        writer.writerow([str(value).lower() if isinstance(value, bool) else value for value in row.values()])
    return file.getvalue().encode()


def _geojson(rows: Sequence[Row], answer: Answer, told: dict[str, Any]) -> bytes:
    assert answer.geometry is not None
    features = [
        b'{"type":"Feature","id":%b,"properties":%b,"geometry":%b'
        % (as_json(row[answer.identity]), as_json(row), answer.geometry(row).encode())
        for row in rows
    ]
    # What is told of the whole stands in members of our own, which GeoJSON allows.
    members = as_json(told)[1:-1]
    if answer.detail is not None:
        return features[0] + b"," + members + b"}"
    return b'{"type":"FeatureCollection",%b,"features":[%b]}' % (members, b",".join(each + b"}" for each in features))


def _page(route: ApiRoute, asked: Asked, total: int) -> _Page | None:
    chosen = asked.one(PAGE) or asked.one(PAGE_SIZE)
    if not route.paged or not (chosen or asked.format == JSON):
        return None
    size = int(asked.one(PAGE_SIZE) or USUAL)
    page = _Page(int(asked.one(PAGE) or 1), size, max(1, math.ceil(total / size)))
    if page.number > page.pages:
        raise not_found(
            ngettext(
                "Listen har {pages} side, og adressen ber om side {page}.",
                "Listen har {pages} sider, og adressen ber om side {page}.",
                page.pages,
            ).format(pages=page.pages, page=page.number)
        )
    return page


def _query(asked: Asked) -> dict[str, str]:
    return {name: ",".join(values) for name, values in asked.query.items()}


def _links(route: ApiRoute, asked: Asked) -> dict[str, str]:
    number, query = asked.path.get("number", ""), _query(asked)
    links = {"self": asked.site.url(route.address(number, asked.ending), **query)}
    for ending in route.formats if route.has_endings else ():
        links[ending] = asked.site.url(route.address(number, f".{ending}"), **query)
    return links | {
        "documentation": asked.site.url(DOCUMENTATION),
        "description": asked.site.url(DESCRIPTION),
    }


def _paging(route: ApiRoute, asked: Asked, page: _Page | None) -> dict[str, str]:
    if page is None:
        return {}
    numbers = {
        "first": 1,
        "prev": page.number - 1 if page.number > 1 else None,
        "next": page.number + 1 if page.number < page.pages else None,
        "last": page.pages,
    }
    path, query = route.address(asked.path.get("number", ""), asked.ending), _query(asked)
    return {
        name: asked.site.url(path, **query | {PAGE: str(number), PAGE_SIZE: str(page.size)})
        for name, number in numbers.items()
        if number
    }


@cache
def licence() -> dict[str, str]:
    """Give the licence of the register, as its data package has it."""
    (given,) = descriptor()["licenses"]
    return {"name": given["name"], "url": given["path"]}


def _meta(route: ApiRoute, asked: Asked, answer: Answer, page: _Page | None) -> dict[str, Any]:
    several = {parameter.name for parameter in route.parameters if parameter.several}
    meta: dict[str, Any] = {
        "register_version": REGISTER_VERSION,
        "register_date": REGISTER_DATE,
        "generated": asked.today.isoformat(),
    }
    if answer.selection is not None:
        meta |= {"status_date": answer.selection.on.isoformat(), "definition": answer.selection.definition.value}
    if answer.detail is None:
        meta["total"] = len(answer.rows)
    if page is not None:
        meta |= {"page": page.number, "pages": page.pages, "page_size": page.size}
    filters = {
        name: sorted({value for text in values for value in text.split(",")}) if name in several else values[-1]
        for name, values in asked.query.items()
        if name not in (PAGE, PAGE_SIZE)
    }
    with_boundaries = asked.format == GEOJSON or route.is_geographic
    return meta | {
        "filters": filters,
        "source": source_line(),
        "licence": licence() | {"attribution": licence_line(boundaries=with_boundaries)},
    }


def _headers(asked: Asked, answer: Answer, paging: dict[str, str]) -> dict[str, str]:
    links = paging | {
        "license": licence()["url"],
        "service-doc": asked.site.url(DOCUMENTATION),
        "service-desc": asked.site.url(DESCRIPTION),
    }
    headers = {
        "Link": ", ".join(f'<{address}>; rel="{name}"' for name, address in links.items()),
        "Register-Date": REGISTER_DATE,
    }
    if answer.detail is None:
        headers["Total-Count"] = str(len(answer.rows))
    if answer.selection is not None:
        headers |= {
            "Status-Date": answer.selection.on.isoformat(),
            "Status-Definition": answer.selection.definition.value,
        }
    return headers
