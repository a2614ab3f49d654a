"""A municipality among others: its neighbours, and those of its county and its size."""

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from lib.fragments.render import render
from lib.geography.neighbours import FJORD
from lib.pages import address
from lib.register.places import MUNICIPALITIES
from lib.register.shares import Figures, figures
from lib.register.sizes import SizeClass
from lib.register.status import Status
from lib.texts import _, ngettext
from lib.texts.formats import alphabetical, count_of, number, percent
from lib.texts.words import size_word, status_word


class Group(NamedTuple):
    """Municipalities to compare with.

    Attributes
    ----------
    name
        Who they are.
    figures
        Their statuses, the municipality's own among them.
    link
        The address of a page about them; empty when there is none.
    """

    name: str
    figures: Figures
    link: str


def groups_around(municipalities: pd.DataFrame, own: pd.Series) -> list[Group]:
    """Gather those that a municipality is compared with: its county, its size class and the country.

    Parameters
    ----------
    municipalities
        As :meth:`lib.register.register.Register.at` gives them.
    own
        The municipality's row among them.

    Returns
    -------
    list of Group
        With links into the dashboard.
    """
    size = SizeClass(own["size_class"])
    return [
        Group(
            _("Kommunene i {county}").format(county=own["fylke"]),
            figures(municipalities[municipalities["fylkesnummer"] == own["fylkesnummer"]]),
            address("fylke", fylke=own["fylkesnummer"]),
        ),
        Group(
            _("Kommuner med {size} innbyggere").format(size=size_word(size.smallest, size.largest)),
            figures(municipalities[municipalities["size_class"] == size]),
            address("", storrelse=size.value),
        ),
        Group(_("Hele landet"), figures(municipalities), address("")),
    ]


def neighbours_heading(neighbours: pd.DataFrame) -> str:
    """Say how many of the neighbours have adopted a policy.

    Parameters
    ----------
    neighbours
        A row for each neighbour, with ``status``.

    Returns
    -------
    str
        HTML: a heading.
    """
    return render("neighbours_heading.html", text=neighbours_finding(neighbours))


def neighbours_finding(neighbours: pd.DataFrame) -> str:
    """Say how many of the neighbours have adopted a policy, as plain text."""
    if neighbours.empty:
        return _("Ingen nabokommuner")
    adopted = int((neighbours["status"] == Status.ADOPTED).sum())
    return ngettext("{count} nabokommune har vedtatt", "{count} nabokommuner har vedtatt", len(neighbours)).format(
        count=count_of(adopted, len(neighbours))
    )


def neighbours_section(name: str, neighbours: pd.DataFrame, compared: Sequence[str], definition: str) -> str:
    """Show the neighbours with their status.

    Parameters
    ----------
    name
        The municipality.
    neighbours
        A row for each neighbour, indexed by ``kommunenummer``, with ``navn``, ``status`` and ``over`` (``land`` or
        ``fjord``).
    compared
        Numbers of the municipality and neighbours to set beside it.
    definition
        The definition as it stands in addresses; empty for the usual one.

    Returns
    -------
    str
        HTML: a list of links, to stand below the heading and the map.
    """
    rows = [
        {
            "number": row.Index,
            "name": row.navn,
            "status": row.status,
            "word": status_word(row.status).lower(),
            "fjord": row.over == FJORD,
        }
        for row in neighbours.itertuples()
    ]
    rows.sort(key=lambda row: (row["fjord"], alphabetical(row["name"])))
    comparison = address("sammenlign", **{MUNICIPALITIES: ",".join(compared), "definisjon": definition})
    return render("neighbours.html", name=name, rows=rows, comparison=comparison, definition=definition)


def standing_section(name: str, status: Status, groups: list[Group]) -> str:
    """Show how many have adopted a policy among those that a municipality can be compared with.

    Parameters
    ----------
    name
        The municipality.
    status
        Its status.
    groups
        Those to compare with, the municipality among them.

    Returns
    -------
    str
        HTML: counts with their denominators, and how many have the same status.
    """
    return render(
        "standing.html",
        groups=[
            {
                "name": group.name,
                "link": group.link,
                "counts": [(status.value, count) for status, count in group.figures.counts.items()],
                "adopted": count_of(group.figures.adopted.part, group.figures.adopted.whole),
                "share": percent(group.figures.adopted.ratio or 0),
                "place": _place(name, status, group.figures.counts[status]),
            }
            for group in groups
        ],
    )


def _place(name: str, status: Status, same: int) -> str:
    word = status_word(status).lower()
    if status == Status.ADOPTED and same > 1:
        return _("{name} er en av dem.").format(name=name)
    if same == 1:
        return _("{name} er den eneste med status «{word}».").format(name=name, word=word)
    return _("{name} er en av {count} med status «{word}».").format(name=name, count=number(same), word=word)
