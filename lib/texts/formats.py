"""Numbers, shares and dates as readers of the language spoken expect them, by Babel's locale data."""

import re
import unicodedata
from datetime import date

from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

from lib.texts import _
from lib.texts.language import Language, kept_by_language, language

# The three characters that follow z in Unicode; ä, ö and aa have the places of æ, ø and å.
_AFTER_Z = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"})
# Letters of Sámi and Kven that do not come apart into a plain letter and a mark.
_PLAIN = str.maketrans({"đ": "d", "ŋ": "n", "ŧ": "t"})
_MARKS = re.compile(r"[\u0300-\u036f]")
_PARTIAL_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@kept_by_language(8192)
def number(value: float) -> str:
    """Write a whole number, grouped.

    Parameters
    ----------
    value
        Any count.

    Returns
    -------
    str
        For instance ``"5 627 400"``, grouped with no-break spaces.
    """
    return format_decimal(value, format="#,##0", locale=language().locale)


@kept_by_language(8192)
def percent(share: float, decimals: int = 1) -> str:
    """Write a share as per cent.

    Parameters
    ----------
    share
        A ratio, 0 to 1.
    decimals
        How many decimals to show.

    Returns
    -------
    str
        For instance ``"18,4 %"``, with a no-break space.
    """
    space = "" if language() == Language.ENGLISH else "\u00a0"
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "") + space + "%"
    return format_percent(share, format=pattern, locale=language().locale)


def count_of(part: int, whole: int) -> str:
    """Write a count with its denominator.

    Parameters
    ----------
    part, whole
        Numerator and denominator.

    Returns
    -------
    str
        For instance ``"12 av 21"``.
    """
    return _("{part} av {whole}").format(part=number(part), whole=number(whole))


def day(value: date) -> str:
    """Write a whole date in words.

    Parameters
    ----------
    value
        The date.

    Returns
    -------
    str
        For instance ``"8. juli 2024"``.
    """
    return format_date(value, format="long", locale=language().locale)


@kept_by_language(8192)
def partial_date(text: str) -> str:
    """Write a whole or partial ISO 8601 date in words, no more precise than it is.

    Parameters
    ----------
    text
        ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.

    Returns
    -------
    str
        For instance ``"2019"``, ``"juli 2019"`` or ``"17. juli 2019"``.

    Raises
    ------
    ValueError
        When `text` is none of the three.
    """
    match = _PARTIAL_DATE.fullmatch(text)
    if match is None:
        raise ValueError(f"text: expected YYYY, YYYY-MM or YYYY-MM-DD, got {text!r}")
    year, month, day_of_month = match.groups()
    if month is None:
        return year
    if day_of_month is None:
        return format_skeleton("yMMMM", date(int(year), int(month), 1), locale=language().locale)
    return day(date(int(year), int(month), int(day_of_month)))


def listing(words: list[str], *, any_of: bool = False) -> str:
    """Join words with commas and «og» or «eller» in the language spoken.

    Parameters
    ----------
    words
        The words, in order.
    any_of
        Join with «eller».

    Returns
    -------
    str
        For instance ``"Agder, Oslo og Troms"``.
    """
    return format_list(words, style="or" if any_of else "standard", locale=language().locale)


def alphabetical(name: str) -> str:
    """Give the key that sorts names as Norwegian readers expect: æ, ø and å last, other marks passed over.

    Sámi and Kven letters stand with the plain letters that they are made of: á with a, č with c, đ with d, ŋ with n,
    š with s, ŧ with t and ž with z. Babel has no collation, and the system's depends on the machine.

    Parameters
    ----------
    name
        A name.

    Returns
    -------
    str
        To be compared with the keys of other names.
    """
    ordered = unicodedata.normalize("NFC", name).casefold().translate(_AFTER_Z).translate(_PLAIN)
    return _MARKS.sub("", unicodedata.normalize("NFD", ordered))
