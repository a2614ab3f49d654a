"""Addresses of places: what the part of an address that names a municipality or county leads to."""

from collections.abc import Mapping
from functools import lru_cache

from lib.geography.search import SearchIndex, build_index, find
from lib.pages import county_path, municipality_path
from lib.register.register import Register

# As many suggestions as can be read at a glance.
_SUGGESTED = 6


def municipality_name(register: Register, number: str) -> str:
    """Name a municipality so that it cannot be taken for another.

    Parameters
    ----------
    register
        The register.
    number
        The municipality's number.

    Returns
    -------
    str
        Its name; with the county after it where two have the same name.
    """
    names = register.municipalities["navn"]
    name = str(names[number])
    return f"{name} ({register.municipalities.at[number, 'fylke']})" if (names == name).sum() > 1 else name


def path_of_municipality(register: Register, number: str) -> str:
    """Give the path of a municipality's page, for instance ``"kommune/4601-bergen"``."""
    return municipality_path(number, str(register.municipalities.at[number, "navn"]))


def path_of_county(register: Register, number: str) -> str:
    """Give the path of a county's page, for instance ``"fylke/34-innlandet"``."""
    return county_path(number, register.county_names[number])


def suggested_municipalities(register: Register, place: str) -> list[tuple[str, str]]:
    """Find municipalities that an address may have meant.

    Parameters
    ----------
    register
        The register.
    place
        The part of the address that names the place, for instance ``"9999-bergen"``.

    Returns
    -------
    list of tuple
        Name with county, and path, the best first; none when nothing fits.
    """
    number, separator, name = place.partition("-")
    words = (name if separator and number.isdigit() else place).replace("-", " ")[:60]
    found = find(_index(register), words, limit=_SUGGESTED)
    rows = register.municipalities.loc[found]
    return [(f"{row.navn}, {row.fylke}", path_of_municipality(register, row.Index)) for row in rows.itertuples()]


def suggested_counties(register: Register, place: str) -> list[tuple[str, str]]:
    """Find counties that an address may have meant.

    Parameters
    ----------
    register, place
        As for :func:`suggested_municipalities`.

    Returns
    -------
    list of tuple
        Name and path; none when nothing fits.
    """
    number, separator, name = place.partition("-")
    wanted = (name if separator and number.isdigit() else place).casefold()
    return [(each, path) for each, path in _counties(register).items() if wanted and wanted in path.partition("-")[2]]


def _counties(register: Register) -> Mapping[str, str]:
    return {name: path_of_county(register, number) for number, name in register.county_names.items()}


@lru_cache(maxsize=2)
def _index(register: Register) -> SearchIndex:
    return build_index(register.tables.municipalities)
