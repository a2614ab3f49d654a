"""What a request accepts: language, format and encoding, and whether the client has the answer already."""

import gzip
import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import NamedTuple

import brotli
import mimeparse
from starlette.requests import Request

from lib.texts import _
from lib.texts.formats import listing
from lib.texts.language import LANGUAGE, Language
from lib.web.answers import FaultyAddressError, unusable

_COMPRESSIBLE = ("text/", "application/json", "application/geo+json", "image/svg+xml")
_SMALLEST = 500


class Body(NamedTuple):
    """The bytes of an answer in one encoding, and their entity tag."""

    content: bytes
    tag: str


def asked_language(request: Request) -> Language:
    """Tell which language the address asks for.

    Parameters
    ----------
    request
        The request.

    Returns
    -------
    Language
        Bokmål when it names none.

    Raises
    ------
    FaultyAddressError
        When it names one that there is not.
    """
    asked = request.query_params.get(LANGUAGE, Language.BOKMAL.value)
    if asked not in set(Language):
        raise unusable(LANGUAGE, asked, listing([each.value for each in Language], any_of=True))
    return Language(asked)


def asked_format(formats: Mapping[str, str], request: Request, ending: str | None) -> str:
    """Tell which format the address or the client asks for.

    Parameters
    ----------
    formats
        Media type for each ending, the usual one first.
    request
        The request, with what the client accepts.
    ending
        The ending of the address; None when it has none.

    Returns
    -------
    str
        An ending; empty when there are no formats to choose from.

    Raises
    ------
    FaultyAddressError
        When the ending does not exist, or nothing that exists is accepted.
    """
    if not formats:
        return ""
    if ending is not None:
        if ending not in formats:
            detail = _("Adressen slutter på .{ending}. Det som finnes, er {endings}.").format(
                ending=ending[:40], endings=listing([f".{each}" for each in formats])
            )
            raise FaultyAddressError(404, _("Finnes ikke"), detail)
        return ending
    plain = {media_type.partition(";")[0]: each for each, media_type in formats.items()}
    try:
        # Of those that are accepted alike, the last one is taken.
        best = mimeparse.best_match(list(plain)[::-1], request.headers.get("accept") or "*/*")
    except mimeparse.MimeTypeParseException:
        best = ""
    if not best:
        detail = _("Det som finnes her, er {types}.").format(types=listing(list(plain)))
        raise FaultyAddressError(406, _("Formatet finnes ikke"), detail)
    return plain[best]


def encode(body: bytes, media_type: str, *, thoroughly: bool = False) -> dict[str, Body]:
    """Compress what gains by it, in the encodings that clients take.

    Parameters
    ----------
    body
        The bytes.
    media_type
        What they are.
    thoroughly
        Whether to take the time to make it as small as can be, for what is sent very often.

    Returns
    -------
    dict
        ``identity``, and ``br`` and ``gzip`` for texts that are not tiny, the best first.
    """
    bodies = {}
    text = media_type.startswith(_COMPRESSIBLE) or media_type.partition(";")[0].endswith(("+json", "+xml"))
    if text and len(body) > _SMALLEST:
        quality = 11 if thoroughly else 9 if len(body) < 2**20 else 5
        bodies["br"] = brotli.compress(body, quality=quality)
        bodies["gzip"] = gzip.compress(body, mtime=0)
    bodies["identity"] = body
    return {
        encoding: Body(content, f'"{hashlib.sha256(content).hexdigest()[:32]}"') for encoding, content in bodies.items()
    }


def best_encoding(bodies: Mapping[str, Body], request: Request) -> str:
    """Choose an encoding that the client takes.

    Parameters
    ----------
    bodies
        As :func:`encode` gives them.
    request
        The request.

    Returns
    -------
    str
        A key of `bodies`.
    """
    accepted = {}
    for part in request.headers.get("accept-encoding", "").split(","):
        name, _separator, weight = part.replace(" ", "").lower().partition(";q=")
        accepted[name] = weight not in ("0", "0.0", "0.00", "0.000")
    return next((each for each in bodies if accepted.get(each)), "identity")


def has_it(request: Request, tag: str, modified: str) -> bool:
    """Tell whether the client has the answer already.

    Parameters
    ----------
    request
        The request, with what the client knows.
    tag
        The entity tag of the answer.
    modified
        When the answer last changed, as in ``Last-Modified``.

    Returns
    -------
    bool
        By the tag when the client sent any, otherwise by the date.
    """
    known = request.headers.get("if-none-match")
    if known is not None:
        return bool({each.strip().removeprefix("W/") for each in known.split(",")} & {tag, "*"})
    since = _moment(request.headers.get("if-modified-since", ""))
    changed = _moment(modified)
    return since is not None and changed is not None and changed <= since


def _moment(text: str) -> datetime | None:
    """Read a date of a header; None when it is none, and the header is to be passed over."""
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
