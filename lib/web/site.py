"""Where the site is, as the world sees it: absolute addresses for feeds, embeds, citations and previews."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.requests import Request

from lib.pages import address
from lib.settings import site_address

_HOST = re.compile(r"(?:[A-Za-z0-9.-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(?::\d{1,5})?")


@dataclass(frozen=True)
class Site:
    """The site's own address.

    Attributes
    ----------
    origin
        Scheme and host, for instance ``https://eksempel.no``.
    base_path
        What stands before the application's own addresses, without a slash at the end.
    """

    origin: str
    base_path: str = ""

    @property
    def root(self) -> str:
        """The full address of the application's root, with a slash at the end and without the language."""
        return f"{self.origin}{self.base_path}/"

    def path(self, path: str = "", **parameters: str) -> str:
        """Write an address on this host.

        Parameters
        ----------
        path
            Below the application's root, without a slash in front.
        **parameters
            Its parameters; empty ones are left out, and the language goes along.

        Returns
        -------
        str
            For instance ``"/embed/kart?fylke=34"``.
        """
        return f"{self.base_path}/{address(path, **parameters).removeprefix('./')}"

    def url(self, path: str = "", **parameters: str) -> str:
        """Write a full address; the parameters are those of :meth:`path`."""
        return self.origin + self.path(path, **parameters)


def site_of(request: Request, base_path: str) -> Site | None:
    """Tell where the site is.

    Parameters
    ----------
    request
        A request; its host counts where the settings name no address.
    base_path
        What stands before the application's own addresses, without a slash at the end.

    Returns
    -------
    Site or None
        None when the request names a host that cannot be one.
    """
    configured = site_address()
    if configured:
        parts = urlsplit(configured)
        return Site(f"{parts.scheme}://{parts.netloc}", base_path)
    host = request.headers.get("host", "")
    if not _HOST.fullmatch(host):
        return None
    return Site(f"{request.url.scheme if request.url.scheme in ('http', 'https') else 'http'}://{host}", base_path)
