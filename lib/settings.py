"""What whoever runs the site can set in the environment, checked before it is used."""

import os
import re
from collections.abc import Mapping
from enum import StrEnum
from urllib.parse import quote, urlencode, urlsplit

from lib.texts import _

CORRECTIONS = "FRIVILLIG_RETTELSER"
ADDRESS = "FRIVILLIG_ADRESSE"
METRICS = "FRIVILLIG_MALINGER"
_MAIL = re.compile(r"mailto:[^\s@?&/]+@[^\s@?&/.]+(\.[^\s@?&/.]+)+")


_ORIGIN = re.compile(r"https?://(?:[A-Za-z0-9-]+\.)*[A-Za-z0-9-]+(?::\d{1,5})?")


class Audience(StrEnum):
    """Who may see the figures of operation."""

    LOCAL = ""
    ALL = "ja"
    NOBODY = "nei"


class SettingError(ValueError):
    """A setting that cannot be used; the message says which, and what is allowed."""


def correction_address(environment: Mapping[str, str] = os.environ) -> str | None:
    """Tell where corrections are sent.

    Parameters
    ----------
    environment
        The settings by name.

    Returns
    -------
    str or None
        ``mailto:`` and an address, or the ``https://`` address of a form for new issues; None when it is not set.

    Raises
    ------
    SettingError
        When it is set to anything else.
    """
    address = environment.get(CORRECTIONS, "").strip()
    if not address:
        return None
    if _MAIL.fullmatch(address) or _is_web_address(address):
        return address
    raise SettingError(
        _("Innstillingen {name}: «{value}» er ikke tillatt. Tillatt: mailto:navn@eksempel.no eller https://…").format(
            name=CORRECTIONS, value=address
        )
    )


def site_address(environment: Mapping[str, str] = os.environ) -> str | None:
    """Tell at which address the site is published.

    Parameters
    ----------
    environment
        The settings by name.

    Returns
    -------
    str or None
        Scheme and host, without a slash at the end; None when it is not set, and each request tells.

    Raises
    ------
    SettingError
        When it is set to anything else.
    """
    address = environment.get(ADDRESS, "").strip().rstrip("/")
    if not address:
        return None
    if _ORIGIN.fullmatch(address):
        return address.lower()
    raise SettingError(
        _(
            "Innstillingen {name}: «{value}» er ikke tillatt. Tillatt: https://eksempel.no, uten sti etter navnet"
        ).format(name=ADDRESS, value=address)
    )


def metrics_audience(environment: Mapping[str, str] = os.environ) -> Audience:
    """Tell who may see the figures of operation.

    Parameters
    ----------
    environment
        The settings by name.

    Returns
    -------
    Audience
        Whoever asks from this machine or a private network when it is not set.

    Raises
    ------
    SettingError
        When it is set to anything but ``ja`` or ``nei``.
    """
    value = environment.get(METRICS, "").strip()
    if value in set(Audience):
        return Audience(value)
    raise SettingError(
        _("Innstillingen {name}: «{value}» er ikke tillatt. Tillatt: ja eller nei").format(name=METRICS, value=value)
    )


def _is_web_address(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return parts.scheme == "https" and "." in (parts.hostname or "") and not re.search(r"\s", address)
    except ValueError:
        return False


def prefilled(address: str, subject: str, body: str) -> str:
    """Fill in the subject and the text of a message.

    Parameters
    ----------
    address
        As :func:`correction_address` gives it.
    subject, body
        What is to stand in the e-mail, or in the title and text of the issue.

    Returns
    -------
    str
        A link.
    """
    names = ("subject", "body") if address.startswith("mailto:") else ("title", "body")
    query = urlencode(dict(zip(names, (subject, body), strict=True)), quote_via=quote)
    return address + ("&" if "?" in address else "?") + query
