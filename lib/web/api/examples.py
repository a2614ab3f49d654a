"""Examples of use in curl, Python and R, written from the routes' declarations."""

from collections.abc import Sequence
from typing import NamedTuple

from lib.web.api.route import CSV, GEOJSON, JSON, ApiRoute, Example
from lib.web.site import Site


class Snippet(NamedTuple):
    """A piece of code: the language as readers and as programs know it, and the code."""

    language: str
    name: str
    code: str


def snippets(route: ApiRoute, example: Example, site: Site) -> list[Snippet]:
    """Write an example in every language.

    Parameters
    ----------
    route
        The route.
    example
        One of its examples.
    site
        Where the site is.

    Returns
    -------
    list of Snippet
        For curl, Python and R; each runs as it stands.
    """
    address = address_of(route, example, site)
    python, r = {JSON: (_python_json, _r_json), CSV: (_python_csv, _r_csv), GEOJSON: (_python_areas, _r_areas)}[
        example.format
    ]
    return [
        Snippet("curl", "bash", f"curl --fail '{address}'"),
        Snippet("Python", "python", python(route, example, address)),
        Snippet("R", "r", r(route, example, address)),
    ]


def address_of(route: ApiRoute, example: Example, site: Site) -> str:
    """Write the address that an example asks.

    Parameters
    ----------
    route, example, site
        As for :func:`snippets`.

    Returns
    -------
    str
        Absolute.
    """
    ending = f".{example.format}" if route.has_endings else ""
    return site.url(route.address(route.number.example if route.number else "", ending), **example.parameters)


def _quoted(names: Sequence[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _codes(route: ApiRoute) -> list[str]:
    """Name the fields whose values look like numbers and are none: zeros in front count, and dates may be partial."""
    return [field.name for field in route.fields if "[0-9]" in field.schema.get("pattern", "")]


def _python_csv(route: ApiRoute, example: Example, address: str) -> str:
    codes = _codes(route)
    if not codes:
        return f"""import pandas as pd

rows = pd.read_csv("{address}")
print(rows[[{_quoted(example.shows)}]])"""
    return f"""import pandas as pd

texts = [{_quoted(codes)}]
rows = pd.read_csv(
    "{address}",
    dtype=dict.fromkeys(texts, str),
)
print(rows[[{_quoted(example.shows)}]])"""


def _python_json(route: ApiRoute, example: Example, address: str) -> str:
    shown = ", ".join(f'row["{name}"]' for name in example.shows)
    if route.detail:
        return f"""import json
from urllib.request import urlopen

with urlopen("{address}") as answer:
    row = json.load(answer)["data"]
print({shown})"""
    return f"""import json
from urllib.request import urlopen

address, rows = "{address}", []
while address:
    with urlopen(address) as answer:
        page = json.load(answer)
    rows += page["data"]
    address = page["links"].get("next")
for row in rows:
    print({shown})"""


def _python_areas(_route: ApiRoute, example: Example, address: str) -> str:
    return f"""import geopandas as gpd

areas = gpd.read_file("{address}")
print(areas[[{_quoted([*example.shows, "geometry"])}]])"""


def _r_csv(route: ApiRoute, example: Example, address: str) -> str:
    codes = _codes(route)
    if not codes:
        return f"""rows <- read.csv("{address}", encoding = "UTF-8")
print(rows[, c({_quoted(example.shows)})])"""
    return f"""texts <- c({_quoted(codes)})
rows <- read.csv(
  "{address}",
  encoding = "UTF-8",
  colClasses = setNames(rep("character", length(texts)), texts)
)
print(rows[, c({_quoted(example.shows)})])"""


def _r_json(route: ApiRoute, example: Example, address: str) -> str:
    if route.detail:
        return f"""library(jsonlite)

row <- fromJSON("{address}")$data
print(row[c({_quoted(example.shows)})])"""
    return f"""library(jsonlite)

address <- "{address}"
pages <- list()
while (!is.null(address)) {{
  page <- fromJSON(address)
  pages <- append(pages, list(page$data))
  address <- page$links$`next`
}}
rows <- rbind_pages(pages)
print(rows[, c({_quoted(example.shows)})])"""


def _r_areas(_route: ApiRoute, example: Example, address: str) -> str:
    return f"""library(sf)

areas <- st_read("{address}")
print(areas[, c({_quoted(example.shows)})])"""
