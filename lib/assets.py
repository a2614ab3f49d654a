"""Files that browsers fetch from us: named by their content, so that they can be kept for good."""

import hashlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath

MEDIA_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".geojson": "application/geo+json",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
}


@dataclass(frozen=True)
class Asset:
    """A file whose address changes with its content.

    Attributes
    ----------
    name
        Its plain name, for instance ``map.js``.
    body
        Its content.
    """

    name: str
    body: bytes

    @cached_property
    def path(self) -> str:
        """The address below the application's root, for instance ``/assets/map.1f2e3d4c5b.js``."""
        name = PurePath(self.name)
        digest = hashlib.sha256(self.body).hexdigest()[:10]
        return f"/assets/{name.stem}.{digest}{name.suffix}"

    @property
    def media_type(self) -> str:
        """The content type, by the name's ending."""
        return MEDIA_TYPES[PurePath(self.name).suffix]
