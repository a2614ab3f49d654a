"""The kinds of column that the tables are made of: type, allowed values, and the words for what is allowed.

A kind makes one pandera column. Its checks carry Norwegian words as their ``error``: what may stand in the
field. Patterns match the whole field and keep to the syntax of Table Schema, since they go into the data
package. Which columns a table has is declared in the table's own module.
"""

import re
from collections.abc import Callable, Mapping

import pandera.pandas as pa
import shapely
from pandera.api.pandas.types import PandasDtypeInputTypes

from lib.register.dates import first_day
from lib.texts import _

MUNICIPALITY_NUMBER = "[0-9]{4}"
COUNTY_NUMBER = "[0-9]{2}"
_YEAR, _MONTH, _DAY = "(19|20)[0-9]{2}", "(0[1-9]|1[0-2])", "(0[1-9]|[12][0-9]|3[01])"
WHOLE_DATE = f"{_YEAR}-{_MONTH}-{_DAY}"
PARTIAL_DATE = f"{_YEAR}(-{_MONTH}(-{_DAY})?)?"
WEB_ADDRESS = r"https?://[^\s/?#.]+(\.[^\s/?#.]+)+([/?#]\S*)?"
LINE_OF_TEXT = r"\S(.*\S)?"

# Longitude and latitude of the mainland with its sea: catches coordinates in the wrong order.
_NORWAY = shapely.box(3.0, 57.0, 32.0, 72.0)


def text(title: str, description: str, *, required: bool = True) -> pa.Column:
    """Declare a column of free text on one line.

    Parameters
    ----------
    title, description
        Words of the codebook, in bokmål.
    required
        Whether the field must be filled in.

    Returns
    -------
    pandera.Column
        Of type ``str``; where not required, missing is allowed.
    """
    return pattern(
        title,
        description,
        LINE_OF_TEXT,
        _("tekst på én linje, uten mellomrom først eller sist"),
        required=required,
    )


def pattern(title: str, description: str, regex: str, allowed: str, *, required: bool = True) -> pa.Column:
    """Declare a column of texts that match a pattern.

    Parameters
    ----------
    title, description, required
        As for `text`.
    regex
        Matches the whole field.
    allowed
        What the pattern allows, in words.

    Returns
    -------
    pandera.Column
        Of type ``str``.
    """
    return _column(str, title, description, _matches(regex, allowed), required=required)


def codes(title: str, description: str, meanings: Mapping[str, str], *, required: bool = True) -> pa.Column:
    """Declare a column with a fixed list of codes.

    Parameters
    ----------
    title, required
        As for `text`.
    description
        As for `text`; the meanings are added to it.
    meanings
        What each code means, in the order to show them.

    Returns
    -------
    pandera.Column
        Of type ``str``.
    """
    listed = "; ".join(f"{code}: {meaning}" for code, meaning in meanings.items())
    check = pa.Check.isin(list(meanings), error=", ".join(meanings))
    column = _column(str, title, f"{description} {listed}.", check, required=required)
    # Apart, so that files in other languages can say them: each text is translated by itself.
    column.metadata |= {"description": description, "codes": dict(meanings)}
    return column


def municipality_number(title: str, description: str) -> pa.Column:
    """Declare a required column of four-digit municipality numbers.

    Parameters
    ----------
    title, description
        As for `text`.

    Returns
    -------
    pandera.Column
        Of type ``str``, so that ``0301`` stays what it is.
    """
    return pattern(title, description, MUNICIPALITY_NUMBER, _("fire sifre, for eksempel 0301"))


def county_number(title: str, description: str) -> pa.Column:
    """Declare a required column of two-digit county numbers.

    Parameters
    ----------
    title, description
        As for `text`.

    Returns
    -------
    pandera.Column
        Of type ``str``.
    """
    return pattern(title, description, COUNTY_NUMBER, _("to sifre, for eksempel 03"))


def partial_date(title: str, description: str, *, required: bool = False) -> pa.Column:
    """Declare a column of dates that may be a year or a month only.

    Parameters
    ----------
    title, description, required
        As for `text`.

    Returns
    -------
    pandera.Column
        Of type ``str``: ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``, a day that the calendar has.
    """
    allowed = _("en dato som finnes: ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD")
    return _column(str, title, description, _dates(PARTIAL_DATE, allowed), required=required)


def whole_date(title: str, description: str) -> pa.Column:
    """Declare a required column of whole dates.

    Parameters
    ----------
    title, description
        As for `text`.

    Returns
    -------
    pandera.Column
        Of type ``str``: ``YYYY-MM-DD``, a day that the calendar has.
    """
    return _column(str, title, description, _dates(WHOLE_DATE, _("en dato som finnes: ÅÅÅÅ-MM-DD")))


def web_address(title: str, description: str, *, required: bool = True) -> pa.Column:
    """Declare a column of web addresses.

    Parameters
    ----------
    title, description, required
        As for `text`.

    Returns
    -------
    pandera.Column
        Of type ``str``, in the format ``uri``.
    """
    check = _matches(WEB_ADDRESS, _("en nettadresse som begynner med http:// eller https://, uten mellomrom"))
    return _column(str, title, description, check, required=required, format_="uri")


def count(title: str, description: str, *, required: bool = True) -> pa.Column:
    """Declare a column of whole numbers from 0 up.

    Parameters
    ----------
    title, description, required
        As for `text`.

    Returns
    -------
    pandera.Column
        Of type ``Int64``.
    """
    check = pa.Check.ge(0, error=_("et helt tall, 0 eller høyere, uten mellomrom"))
    return _column("Int64", title, description, check, required=required)


def year(title: str, description: str) -> pa.Column:
    """Declare a required column of years.

    Parameters
    ----------
    title, description
        As for `text`.

    Returns
    -------
    pandera.Column
        Of type ``Int64``, 1900 to 2099.
    """
    check = pa.Check.in_range(1900, 2099, error=_("et årstall fra 1900 til 2099"))
    return _column("Int64", title, description, check)


def percent(title: str, description: str) -> pa.Column:
    """Declare an optional column of percentages.

    Parameters
    ----------
    title, description
        As for `text`.

    Returns
    -------
    pandera.Column
        Of type ``Float64``, 0 to 100.
    """
    check = pa.Check.in_range(0, 100, error=_("et tall fra 0 til 100, med punktum som desimaltegn"))
    return _column("Float64", title, description, check, required=False)


def polygon(title: str, description: str) -> pa.Column:
    """Declare a required column of polygons in Norway.

    Parameters
    ----------
    title, description
        As for `text`.

    Returns
    -------
    pandera.Column
        Of type ``str``: WKT, longitude and latitude in degrees (WGS 84).
    """
    allowed = _("én gyldig POLYGON i WKT, med lengdegrad før breddegrad, innenfor Norge")
    return _column(str, title, description, _each(_is_polygon_in_norway, allowed))


def _column(
    dtype: PandasDtypeInputTypes,
    title: str,
    description: str,
    *checks: pa.Check,
    required: bool = True,
    format_: str = "default",
) -> pa.Column:
    return pa.Column(
        dtype,
        list(checks),
        nullable=not required,
        title=title,
        description=description,
        metadata={"format": format_, "description": description, "codes": {}},
    )


def _matches(regex: str, allowed: str) -> pa.Check:
    # pandera's own str_matches lets anything follow the match.
    return pa.Check(
        lambda texts: texts.str.fullmatch(regex),
        name="str_matches",
        error=allowed,
        statistics={"pattern": regex},
    )


def _dates(regex: str, allowed: str) -> pa.Check:
    shape = re.compile(regex)

    def exists(text: str) -> bool:
        return shape.fullmatch(text) is not None and _is_in_calendar(text)

    return _each(exists, allowed, pattern=regex)


def _each(holds: Callable[[str], bool], allowed: str, **statistics: str) -> pa.Check:
    return pa.Check(lambda texts: texts.map(holds).astype(bool), error=allowed, statistics=statistics)


def _is_in_calendar(partial: str) -> bool:
    try:
        first_day(partial)
    except ValueError:
        return False
    return True


def _is_polygon_in_norway(wkt: str) -> bool:
    shape = shapely.from_wkt(wkt, on_invalid="ignore")
    return (
        isinstance(shape, shapely.Polygon) and not shape.is_empty and shape.is_valid and bool(_NORWAY.contains(shape))
    )
