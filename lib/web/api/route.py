"""What one route of the API is declared by: everything that is served, described and documented of it follows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from lib.register.selection import Selection
from lib.web.answers import Asked, Content
from lib.web.api.fields import Field, Row, Schema
from lib.web.api.parameters import Parameter

ROOT = "/api/v1"
JSON, CSV, GEOJSON = "json", "csv", "geojson"
MEDIA_TYPES = {JSON: "application/json", CSV: "text/csv; charset=utf-8", GEOJSON: "application/geo+json"}


@dataclass(frozen=True)
class Answer:
    """What a route answers with, before it is written in a format.

    Attributes
    ----------
    rows
        The rows of the list, all of them; one when the route is about one thing.
    selection
        The date and the definition that statuses hold for; None where there are none.
    detail
        All that is known of the one thing, for JSON; None for lists.
    members
        What else JSON tells, beside the rows.
    geometry
        Gives the geometry of a row as GeoJSON; None where there is none.
    identity
        The field that identifies a row with a geometry.
    """

    rows: list[Row]
    selection: Selection | None = None
    detail: Row | None = None
    members: Mapping[str, Any] = field(default_factory=dict)
    geometry: Callable[[Row], str] | None = None
    identity: str = ""


@dataclass(frozen=True)
class PathParameter:
    """The part of an address that varies: what it means, and a value."""

    description: str
    pattern: str
    example: str


@dataclass(frozen=True)
class Example:
    """A question that the route answers, for the documentation.

    Attributes
    ----------
    title
        What it gives, as a phrase.
    parameters
        Of the query.
    format
        The ending of the address.
    shows
        Which fields the example looks at.
    """

    title: str
    parameters: Mapping[str, str]
    format: str
    shows: tuple[str, ...]


@dataclass(frozen=True)
class ApiRoute:
    """A route of the API.

    Attributes
    ----------
    path
        Below :data:`ROOT`, for instance ``/municipalities/{number}``.
    name
        Unique, as programs name operations, for instance ``listMunicipalities``.
    summary, description
        What it gives, in the language spoken.
    make
        Makes the answer; content where the answer is a redirect or no rows.
    row
        Name of the rows' schema.
    fields
        The fields of the rows.
    formats
        The endings, the usual one first.
    parameters
        Of the query, besides the language.
    number
        What ``{number}`` in the path is.
    detail
        JSON Schema of the one thing that the route is about; None for lists.
    members
        JSON Schemas of :attr:`Answer.members`.
    dated
        Whether statuses are derived, for a date and by a definition.
    paged
        Whether the list is given in pages.
    examples
        For the documentation; the first one also shows what an answer looks like.
    """

    path: str
    name: str
    summary: str
    description: str
    make: Callable[[Asked], Answer | Content]
    row: str
    fields: tuple[Field, ...]
    formats: tuple[str, ...]
    examples: tuple[Example, ...]
    parameters: tuple[Parameter, ...] = ()
    number: PathParameter | None = None
    detail: Schema | None = None
    members: Mapping[str, Schema] = field(default_factory=dict)
    dated: bool = False
    paged: bool = False

    @property
    def is_geographic(self) -> bool:
        """Whether every format is GeoJSON, under whichever name."""
        return self.formats[0] == GEOJSON

    @property
    def has_endings(self) -> bool:
        """Whether there are formats to choose from, by the ending of the address or by what the client accepts."""
        return len(self.formats) > 1

    def address(self, number: str = "", ending: str = "") -> str:
        """Write the path for an address, without a slash in front.

        Parameters
        ----------
        number
            What stands for ``{number}``.
        ending
            With its dot.

        Returns
        -------
        str
            For instance ``"api/v1/municipalities/0301.csv"``.
        """
        return (ROOT + self.path).lstrip("/").replace("{number}", number) + ending
