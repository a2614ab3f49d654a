"""The yearly prize *Årets frivillighetskommune*, in words."""

from lib.texts import _


def prize_sentence(result: str, name: str, year: int) -> str:
    """Say what became of a place in one year's prize.

    Parameters
    ----------
    result
        ``winner`` or ``nominee``.
    name
        What the place was called then.
    year
        The year of the prize.

    Returns
    -------
    str
        One sentence.
    """
    text = {
        "winner": _("{name} vant prisen Årets frivillighetskommune i {year}."),
        "nominee": _("{name} var finalist til prisen Årets frivillighetskommune i {year}."),
    }[result]
    return text.format(name=name, year=year)
