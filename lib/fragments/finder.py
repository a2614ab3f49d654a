"""Ways to a municipality's page: the front of the page, a number that was split, and one that has changed."""

from collections.abc import Mapping

import pandas as pd

from lib.fragments.render import render
from lib.register.former import Former
from lib.register.shares import by_county
from lib.texts import _
from lib.texts.formats import alphabetical, count_of, listing
from lib.texts.words import status_word


def front(municipalities: pd.DataFrame) -> str:
    """Show the counties as ways in.

    Parameters
    ----------
    municipalities
        As :meth:`lib.register.register.Register.at` gives them.

    Returns
    -------
    str
        HTML: a list of links.
    """
    counties = by_county(municipalities)
    rows = [(row.Index, row.fylke, count_of(row.adopted, row.total)) for row in counties.itertuples()]
    return render("municipality_front.html", counties=sorted(rows, key=lambda row: alphabetical(row[1])))


def former_notice(former: Former, names: Mapping[str, str]) -> str:
    """Tell that the address has a former number, and what it was.

    Parameters
    ----------
    former
        The former number, with one successor.
    names
        The name of each of today's municipalities.

    Returns
    -------
    str
        HTML.
    """
    number = former.successors[0]
    sentence = (
        _("{former} var nummeret til {old} til og med {year}. I dag har kommunen nummer {number}.")
        if former.name == names[number]
        else _("{former} var nummeret til {old} til og med {year}. Området hører i dag til {name}, nummer {number}.")
    )
    text = sentence.format(
        former=former.number, old=former.name, year=former.last_year, name=names[number], number=number
    )
    return render("former_municipality.html", text=text)


def successor_choice(former: Former, municipalities: pd.DataFrame, definition: str) -> str:
    """Offer the municipalities that a former one was divided between.

    Parameters
    ----------
    former
        The former number, with several successors.
    municipalities
        As :meth:`lib.register.register.Register.at` gives them.
    definition
        The definition as it stands in addresses; empty for the usual one.

    Returns
    -------
    str
        HTML: an explanation and a list of links, to stand below a heading.
    """
    chosen = municipalities.loc[list(former.successors)]
    text = _(
        "{number} var nummeret til {old} til og med {year}. Området er siden delt mellom {names}. Velg en av dem."
    ).format(number=former.number, old=former.name, year=former.last_year, names=listing(list(chosen["navn"])))
    return render(
        "municipality_choice.html",
        text=text,
        rows=[
            {
                "number": row.Index,
                "name": row.navn,
                "status": row.status,
                "word": status_word(row.status).lower(),
                "county": row.fylke,
            }
            for row in chosen.itertuples()
        ],
        definition=definition,
    )
