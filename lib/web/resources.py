"""Resources: addresses that need no session, whose answers follow from the address, the register and the day alone.

Each is made once, compressed once and kept; later requests are answered from memory. Strong ETags follow the content
and its encoding, so that browsers, CDNs and newspapers' front pages can keep copies and ask whether they still hold.
"""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from email.utils import format_datetime
from time import perf_counter
from urllib.parse import quote
from zoneinfo import ZoneInfo

import anyio
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from lib.register.register import Register, today
from lib.register.version import REGISTER_VERSION
from lib.texts import _, ngettext
from lib.texts.formats import listing
from lib.texts.language import LANGUAGE, Language, speaking
from lib.web.answers import Asked, Content, FaultyAddressError, not_allowed, went_wrong
from lib.web.faults import fault_page, problem_details
from lib.web.headers import STRICT_POLICY
from lib.web.metrics import answer_found, answer_made
from lib.web.negotiation import Body, asked_format, asked_language, best_encoding, encode, has_it
from lib.web.site import Site, site_of

_CORS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Allow, Content-Disposition, ETag, Link, Location, Register-Date, "
    "Register-Version, Status-Date, Status-Definition, Total-Count",
}
_LOGGER = logging.getLogger(__name__)
_METHODS = "GET, HEAD, OPTIONS"
_PREFLIGHT = _CORS | {
    "Access-Control-Allow-Methods": _METHODS,
    "Access-Control-Allow-Headers": "Accept, If-None-Match, If-Modified-Since",
    "Access-Control-Max-Age": "86400",
}


@dataclass(frozen=True)
class Resource:
    """An address, or a family of them, and how to make the answer.

    Attributes
    ----------
    path
        The address as Starlette's routes have it, without ending, for instance ``/api/v1/municipalities/{number}``.
    make
        Makes the content; raises :class:`FaultyAddressError` when the address cannot be answered. It is called in a
        thread, with the language of the address spoken, once for each distinct address and day.
    parameters
        The parameters of the query that count. ``lang`` always counts.
    formats
        Media type for each ending that the address may have, the usual one first. An address without ending gets
        the one that the client accepts best. Empty when the address has no endings.
    max_age
        For how many seconds copies may be used without asking.
    machine
        Whether programs read it: any page may then fetch it (CORS), and faults are problem details.
    strict
        Whether parameters that do not count are refused. Otherwise they are passed over, as trackers add them.
    summary
        What it is, in a line, for the documentation.
    fault
        How people are told what is wrong with an address.
    waits
        Whether making it mostly means to wait for the process that draws: such answers do not hold up the others.
    """

    path: str
    make: Callable[[Asked], Content]
    parameters: tuple[str, ...] = ()
    formats: Mapping[str, str] = field(default_factory=dict)
    max_age: int = 3600
    machine: bool = False
    strict: bool = False
    summary: str = ""
    fault: Callable[[FaultyAddressError, Site, str], Response] = fault_page
    waits: bool = False


# Key, headers and objects of an answer that is kept, roughly, so that many empty ones count too.
_OVERHEAD = 4096


@dataclass(frozen=True)
class _Kept:
    """A finished answer: its body in each encoding, and the headers that all of them share."""

    bodies: Mapping[str, Body]
    headers: Mapping[str, str]
    status: int

    @property
    def size(self) -> int:
        return _OVERHEAD + sum(len(body.content) for body in self.bodies.values())


class Answers:
    """Makes, keeps and sends the answers of resources.

    Parameters
    ----------
    register
        The register.
    base_path
        What stands before the application's own addresses, without a slash at the end.
    max_bytes
        How much to keep in memory; the longest unused goes first.
    present
        Tells the present day.
    at_once
        How many answers may be made at the same time, and how many more that wait for drawings; the rest of the process
        must go on.
    """

    def __init__(
        self,
        register: Register,
        base_path: str = "",
        max_bytes: int = 192 * 2**20,
        present: Callable[[], date] = today,
        at_once: int = 1,
    ):
        self.register = register
        self.base_path = base_path
        self.max_bytes = max_bytes
        self.present = present
        self.at_once = at_once
        self.size = 0
        self._kept: OrderedDict[tuple, _Kept] = OrderedDict()
        self._being_made: dict[tuple, asyncio.Future[_Kept]] = {}
        self._limiters: dict[bool, anyio.CapacityLimiter] = {}
        # The data and the program may be newer than the day.
        self._started = datetime.now(UTC).replace(microsecond=0)

    def routes(self, resources: Iterable[Resource]) -> list[Route]:
        """Make the routes of some resources.

        Parameters
        ----------
        resources
            The resources, in the order in which their addresses are tried.

        Returns
        -------
        list of starlette.routing.Route
            One for each address; two where it may have an ending.
        """
        made = []
        for resource in resources:
            endpoint = _Endpoint(self, resource)
            path = self.base_path + resource.path
            if resource.formats:
                made.append(Route(path + ".{ending}", endpoint, include_in_schema=False))
            made.append(Route(path, endpoint))
        return made

    async def answer(self, resource: Resource, request: Request) -> Response:
        """Answer a request for a resource.

        Parameters
        ----------
        resource
            What is asked for.
        request
            The request.

        Returns
        -------
        starlette.responses.Response
            The content, a redirect, 304 when the client has it already, or what is wrong with the address.
        """
        if request.method == "OPTIONS":
            return Response(status_code=204, headers={"Allow": _METHODS, **(_PREFLIGHT if resource.machine else {})})
        site = site_of(request, self.base_path)
        spoken = Language.BOKMAL
        try:
            if site is None:
                raise FaultyAddressError(400, _("Ukjent vert"), _("Forespørselen nevner en vert som ikke kan brukes."))
            spoken = asked_language(request)
            with speaking(spoken):
                if request.method not in ("GET", "HEAD"):
                    raise not_allowed()
                kept = await self._find(resource, request, site, spoken)
        except FaultyAddressError as fault:
            with speaking(spoken):
                where = site or Site("", self.base_path)
                make = problem_details if resource.machine else resource.fault
                response = make(fault, where, request.url.path)
            response.headers.update(_CORS if resource.machine else {})
            if fault.status == 405:
                response.headers["Allow"] = _METHODS
            return response
        return _respond(kept, request)

    async def _find(self, resource: Resource, request: Request, site: Site, spoken: Language) -> _Kept:
        path = dict(request.path_params)
        ending = path.pop("ending", None)
        chosen = asked_format(resource.formats, request, ending)
        if resource.strict:
            _refuse_unknown(request, resource.parameters)
        query = {name: tuple(request.query_params.getlist(name)) for name in resource.parameters}
        query = {name: values for name, values in query.items() if values}
        day = self.present()
        key = (resource.path, tuple(path.items()), tuple(query.items()), chosen, spoken, site, day, ending is None)
        if key in self._kept:
            self._kept.move_to_end(key)
            answer_found(resource.path)
            return self._kept[key]
        if key in self._being_made:
            return await asyncio.shield(self._being_made[key])
        future = self._being_made[key] = asyncio.get_running_loop().create_future()
        try:
            asked = Asked(path, query, chosen, site, self.register, day, "" if ending is None else f".{ending}")
            limiter = self._limiters.setdefault(resource.waits, anyio.CapacityLimiter(self.at_once))
            kept = await anyio.to_thread.run_sync(self._make, resource, asked, spoken, limiter=limiter)
        except BaseException as error:
            if not future.cancelled():
                future.set_exception(error if isinstance(error, Exception) else went_wrong())
                future.exception()  # seen, whether or not anybody waits
            raise
        finally:
            del self._being_made[key]
        future.set_result(kept)
        self._keep(key, kept)
        return kept

    def _make(self, resource: Resource, asked: Asked, spoken: Language) -> _Kept:
        started = perf_counter()
        with speaking(spoken):
            try:
                return self._write(resource, asked, spoken)
            except FaultyAddressError:
                raise
            except Exception:
                _LOGGER.exception("%s could not be made for %r %r", resource.path, asked.path, asked.query)
                raise went_wrong() from None
            finally:
                answer_made(resource.path, perf_counter() - started)

    def _write(self, resource: Resource, asked: Asked, spoken: Language) -> _Kept:
        content = resource.make(asked)
        headers = {
            "Content-Type": content.media_type,
            "Content-Language": spoken.value,
            "Cache-Control": f"public, max-age={resource.max_age}",
            "Content-Security-Policy": STRICT_POLICY,
            "Last-Modified": format_datetime(max(_midnight(asked.today), self._started), usegmt=True),
            "Register-Version": REGISTER_VERSION,
            "Vary": "Accept-Encoding, Accept" if resource.formats else "Accept-Encoding",
            **(_CORS if resource.machine else {}),
            **content.headers,
        }
        if content.file_name:
            headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(content.file_name)}"
        if content.location:
            headers["Location"] = content.location
        return _Kept(encode(content.body, content.media_type), headers, content.status)

    def _keep(self, key: tuple, kept: _Kept) -> None:
        self._kept[key] = kept
        self.size += kept.size
        while self.size > self.max_bytes:
            self.size -= self._kept.popitem(last=False)[1].size


class _Endpoint:
    """A resource as an ASGI application, which Starlette's routes let through with every method."""

    def __init__(self, answers: Answers, resource: Resource):
        self.answers = answers
        self.resource = resource

    async def __call__(self, scope, receive, send) -> None:  # type: ignore[no-untyped-def]  # as ASGI has it
        response = await self.answers.answer(self.resource, Request(scope, receive))
        await response(scope, receive, send)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), ZoneInfo("Europe/Oslo")).astimezone(UTC)


def _refuse_unknown(request: Request, known: Iterable[str]) -> None:
    allowed = [*known, LANGUAGE]
    unknown = [name for name in dict.fromkeys(request.query_params) if name not in allowed]
    if not unknown:
        return
    detail = ngettext(
        "Adressen har en ukjent parameter: {unknown}. De som finnes her, er {allowed}.",
        "Adressen har ukjente parametere: {unknown}. De som finnes her, er {allowed}.",
        len(unknown),
    ).format(unknown=listing([name[:80] for name in unknown[:8]]), allowed=listing(allowed))
    faults = [{"parameter": name[:80], "detail": _("Parameteren er ukjent.")} for name in unknown[:8]]
    raise FaultyAddressError(400, _("Adressen kan ikke brukes"), detail, {"errors": faults})


def _respond(kept: _Kept, request: Request) -> Response:
    encoding = best_encoding(kept.bodies, request)
    body = kept.bodies[encoding]
    headers = {**kept.headers, "ETag": body.tag}
    if kept.status == 200 and has_it(request, body.tag, kept.headers["Last-Modified"]):
        del headers["Content-Type"]
        return Response(status_code=304, headers=headers)
    if encoding != "identity":
        headers["Content-Encoding"] = encoding
    headers["Content-Length"] = str(len(body.content))
    return Response(b"" if request.method == "HEAD" else body.content, kept.status, headers)
