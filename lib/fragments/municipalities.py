"""The table of municipalities: the status of each, since when, the document it rests on, and how many live there."""

from typing import Any

import pandas as pd

from lib.fragments.render import render
from lib.register.dates import first_day
from lib.register.status import Status
from lib.texts import _
from lib.texts.formats import alphabetical
from lib.texts.words import document_type_word, since_phrase, status_word


def municipality_table(
    municipalities: pd.DataFrame, documents: pd.DataFrame, *, name: str, caption: str, with_county: bool = False
) -> str:
    """Show what is known of each municipality.

    Parameters
    ----------
    municipalities
        Rows that :meth:`lib.register.register.Register.at` gives.
    documents
        The documents that the statuses rest on, as :func:`lib.register.evidence.documents_at` gives them; those of
        other municipalities are passed over.
    name
        Tells the table from others, so that it stays sorted as a visitor left it.
    caption
        What the table is about.
    with_county
        Whether to name the county of each.

    Returns
    -------
    str
        HTML: a sortable table with a link to the page of each municipality, in the order of :func:`municipality_rows`.
    """
    rows = municipality_rows(municipalities, documents)
    return render("municipality_table.html", name=name, caption=caption, rows=rows, with_county=with_county)


def municipality_rows(municipalities: pd.DataFrame, documents: pd.DataFrame) -> list[dict[str, Any]]:
    """Gather what a table tells of each municipality.

    Parameters
    ----------
    municipalities, documents
        As for :func:`municipality_table`.

    Returns
    -------
    list of dict
        Those with a policy first, then in the order of the names.
    """
    order = list(Status)
    rows = [
        {
            "number": row.Index,
            "name": row.navn,
            "county": row.fylke,
            "status": row.status,
            "word": status_word(row.status),
            # Sorted downwards at the first click: the firmest commitment on top.
            "rank": len(order) - order.index(Status(row.status)),
            "revision": row.under_revision,
            "since": since_phrase(row.status, row.since, row.basis),
            "day": first_day(row.since).toordinal() if row.since else 0,
            "document": _document(documents.loc[row.Index]) if row.Index in documents.index else None,
            "inhabitants": row.inhabitants,
        }
        for row in municipalities.itertuples()
    ]
    return sorted(rows, key=lambda row: (-row["rank"], alphabetical(row["name"])))


def _document(row: pd.Series) -> dict:
    return {
        "title": row["document_title"],
        "type": document_type_word(row["document_type"]),
        "url": row["source_url"],
        "label": _("{title}, hos {publisher}").format(title=row["document_title"], publisher=row["source_publisher"]),
    }
