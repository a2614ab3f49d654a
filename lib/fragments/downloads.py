"""The menus with the files of a view: plain links to addresses that need no session."""

from typing import NamedTuple

from lib.exports.citation import cite_view
from lib.exports.data_files import ALL, KINDS, kind_hint, kind_word
from lib.exports.format import Format
from lib.exports.tables import tables_of
from lib.exports.view import View
from lib.fragments.render import render
from lib.pages import address
from lib.register.register import Register
from lib.texts.language import kept_by_language

_PICTURES = ("svg", "pdf", "png")


class Link(NamedTuple):
    """A file: what it is called, where it is, and what it is good for."""

    word: str
    href: str
    hint: str = ""


class Row(NamedTuple):
    """Files that hold the same: what they hold, and the file in each format that there is."""

    title: str
    links: list[Link]


@kept_by_language(512)
def view_downloads(register: Register, view: View, site: str) -> str:
    """List the files of a view: data, map, package and citation.

    Parameters
    ----------
    register
        The observations.
    view
        The view.
    site
        Absolute address of the site's root, for the citation.

    Returns
    -------
    str
        HTML: a menu that opens.
    """
    together = Row("", [_data_link(view, ALL, kind) for kind, form in KINDS.items() if form.several])
    tables = [
        Row(table.title, [_data_link(view, table.name, kind) for kind, form in KINDS.items() if form.holds(table)])
        for table in tables_of(register, view)
    ]
    parameters = view.parameters()
    return render(
        "downloads.html",
        together=together,
        tables=tables,
        pictures=_pictures(f"last-ned/kart/{view.page}", view),
        kinds=_PICTURES,
        package=address(f"last-ned/pakke/{view.page}.zip", **parameters),
        citation=cite_view(view, register, site),
        citations=[
            Link(word, address(f"last-ned/sitering/{view.page}.{ending}", **parameters))
            for word, ending in (("BibTeX", "bib"), ("RIS", "ris"))
        ],
        whole=[
            Link(kind_word(kind), address(f"last-ned/registeret.{kind}"))
            for kind, form in KINDS.items()
            if form.several
        ],
        id=f"sitering-{view.page}",
    )


@kept_by_language(1024)
def chart_downloads(view: View, chart: str) -> str:
    """List the files of a chart.

    Parameters
    ----------
    view
        The view that the chart belongs to.
    chart
        Its name, as in :mod:`lib.exports.charts`.

    Returns
    -------
    str
        HTML: a menu that opens.
    """
    return render(
        "chart_downloads.html", pictures=_pictures(f"last-ned/graf/{view.page}/{chart}", view), kinds=_PICTURES
    )


def _data_link(view: View, table: str, kind: str) -> Link:
    path = f"last-ned/data/{view.page}/{table}.{kind}"
    return Link(kind_word(kind), address(path, **view.parameters()), kind_hint(kind))


def _pictures(path: str, view: View) -> list[Row]:
    return [
        Row(
            sheet.word,
            [
                Link(kind.upper(), address(f"{path}.{kind}", **view.parameters(), format=sheet.value))
                for kind in _PICTURES
            ],
        )
        for sheet in Format
    ]
