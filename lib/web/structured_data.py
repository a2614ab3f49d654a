"""What the pages say of the register and its places in the vocabulary of schema.org, for search engines."""

from collections.abc import Iterable, Sequence
from typing import Any

from lib.fragments.municipality import other_names
from lib.register.dates import first_day
from lib.register.register import Register
from lib.register.version import REGISTER_DATE, REGISTER_VERSION
from lib.texts import _
from lib.texts.language import language
from lib.web.site import Site

LICENCE = "https://creativecommons.org/licenses/by/4.0/"

Thing = dict[str, Any]


def breadcrumbs(site: Site, way: Sequence[tuple[str, str]]) -> Thing:
    """Tell where a page stands.

    Parameters
    ----------
    site
        Where the site is.
    way
        Name and path of each page on the way, the page itself last.

    Returns
    -------
    dict
        A ``BreadcrumbList``.
    """
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": site.url(path)}
            for position, (name, path) in enumerate(way, start=1)
        ],
    }


def register_graph(register: Register, site: Site) -> list[Thing]:
    """Describe the whole register.

    Parameters
    ----------
    register
        The register.
    site
        Where the site is.

    Returns
    -------
    list of dict
        A ``Dataset`` and the country.
    """
    dataset = _dataset(
        _register(site),
        _("Register over frivillighetspolitikk i norske kommuner"),
        _(
            "Hva offentlige kilder sier om frivillighetspolitikken i Norges kommuner og fylkeskommuner, når de sa det, "
            "og hvor sterk dokumentasjonen er. En kommune uten kilde er ikke undersøkt; det betyr ikke at den mangler "
            "en politikk."
        ),
        site.url(""),
        {"@id": _norway(site)},
        [
            _download(site, "data/policy_status.csv", "text/csv"),
            _download(site, "data/datapackage.json", "application/json"),
            _download(site, "api/v1/municipalities.json", "application/json"),
            _download(site, "api/v1/municipalities.geojson", "application/geo+json"),
        ],
    ) | {"temporalCoverage": f"{register.earliest.year}/.."}
    return [dataset, _country(site)]


def county_graph(register: Register, site: Site, number: str, path: str, finding: str) -> list[Thing]:
    """Describe a county and what the register knows of it.

    Parameters
    ----------
    register
        The register.
    site
        Where the site is.
    number
        County number.
    path
        Path of the county's page.
    finding
        What the page shows, in a sentence.

    Returns
    -------
    list of dict
        A ``Dataset``, the county as an ``AdministrativeArea``, and the country.
    """
    name = register.county_names[number]
    area = _area(site, path, name, "fylkesnummer", number) | {"containedInPlace": {"@id": _norway(site)}}
    dataset = _dataset(
        f"{site.url(path)}#datasett",
        _("Frivillighetspolitikk i kommunene i {county}").format(county=name),
        _about(finding),
        site.url(path),
        {"@id": area["@id"]},
        [
            _download(site, f"api/v1/counties/{number}.json", "application/json"),
            _download(site, "api/v1/municipalities.csv", "text/csv", fylke=number),
        ],
    )
    return [_part_of_register(dataset, site), area, _country(site)]


def municipality_graph(
    register: Register, site: Site, number: str, path: str, county_path: str, finding: str, known: Iterable[str]
) -> list[Thing]:
    """Describe a municipality and what the register knows of it.

    Parameters
    ----------
    register
        The register.
    site
        Where the site is.
    number
        The municipality's number.
    path, county_path
        Paths of its page and of its county's.
    finding
        What the page shows, in a sentence.
    known
        Partial dates of its observations; empty for those without.

    Returns
    -------
    list of dict
        A ``Dataset``, the municipality and its county as ``AdministrativeArea``, and the country.
    """
    row = register.municipalities.loc[number]
    county = _area(site, county_path, row["fylke"], "fylkesnummer", row["fylkesnummer"])
    area = _area(site, path, row["navn"], "kommunenummer", number) | {"containedInPlace": {"@id": county["@id"]}}
    others = other_names(row)
    if others:
        area["alternateName"] = others.split(" – ")
    dataset = _dataset(
        f"{site.url(path)}#datasett",
        _("Frivillighetspolitikk i {municipality}").format(municipality=row["navn"]),
        _about(finding),
        site.url(path),
        {"@id": area["@id"]},
        [_download(site, f"api/v1/municipalities/{number}.json", "application/json")],
    )
    dates = [date for date in known if date]
    if dates:
        dataset["temporalCoverage"] = f"{min(dates, key=first_day)}/.."
    county["containedInPlace"] = {"@id": _norway(site)}
    return [_part_of_register(dataset, site), area, county, _country(site)]


def _dataset(key: str, name: str, description: str, url: str, place: Thing, downloads: list[Thing]) -> Thing:
    return {
        "@type": "Dataset",
        "@id": key,
        "name": name,
        "description": description,
        "url": url,
        "inLanguage": language().value,
        "isAccessibleForFree": True,
        "license": LICENCE,
        "version": REGISTER_VERSION,
        "dateModified": REGISTER_DATE,
        "spatialCoverage": place,
        "keywords": [_("frivillighet"), _("frivillighetspolitikk"), _("kommuner")],
        "distribution": downloads,
    }


def _about(finding: str) -> str:
    """Say what a place's part of the register holds; search engines want more than a line."""
    return _(
        "{finding} Statusen er utledet av det offentlige kilder sier, med dato, kilde og styrke for hver opplysning."
    ).format(finding=finding)


def _part_of_register(dataset: Thing, site: Site) -> Thing:
    return dataset | {"isPartOf": {"@id": _register(site)}}


def _download(site: Site, path: str, media_type: str, **parameters: str) -> Thing:
    return {
        "@type": "DataDownload",
        "encodingFormat": media_type,
        "contentUrl": site.url(path, **parameters),
        "license": LICENCE,
    }


def _area(site: Site, path: str, name: str, kind: str, number: str) -> Thing:
    return {
        "@type": "AdministrativeArea",
        "@id": f"{site.url(path)}#sted",
        "name": name,
        "url": site.url(path),
        "identifier": {"@type": "PropertyValue", "propertyID": kind, "value": number},
    }


def _country(site: Site) -> Thing:
    return {"@type": "Country", "@id": _norway(site), "name": _("Norge"), "identifier": "NO"}


def _norway(site: Site) -> str:
    return f"{site.url('')}#norge"


def _register(site: Site) -> str:
    return f"{site.url('')}#register"
