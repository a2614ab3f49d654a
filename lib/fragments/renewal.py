"""The renewal watch in words and tables: what runs out, what nobody has confirmed for long, and what has run out."""

from datetime import date, timedelta

import pandas as pd

from lib.fragments.render import render
from lib.register.dates import last_day
from lib.register.renewal import Renewal
from lib.register.status import Status
from lib.texts import _, ngettext
from lib.texts.formats import count_of, day, number, partial_date
from lib.texts.words import document_type_word, since_phrase, status_word


def renewal_headline(renewal: Renewal, place: str, today: date) -> str:
    """Tell how many documents run out soon, and how many policies have run out.

    Parameters
    ----------
    renewal
        What there is to renew in the chosen places.
    place
        The places in words, for instance ``"i Troms"``; empty for the whole country.
    today
        The present day.

    Returns
    -------
    str
        HTML: the page's main heading.
    """
    where, ending, expired = f" {place}" if place else "", len(renewal.ending), len(renewal.expired)
    soon = (
        ngettext("{count} dokument går ut{where}", "{count} dokumenter går ut{where}", ending)
        if ending
        else _("Ingen dokumenter går ut{where}")
    )
    late = (
        ngettext(
            "{count} kommune har en politikk som er utløpt eller ubekreftet",
            "{count} kommuner har en politikk som er utløpt eller ubekreftet",
            expired,
        )
        if expired
        else _("ingen kommune har en politikk som er utløpt")
    )
    text = _("{soon} i {year} eller {next}, og {late}").format(
        soon=soon.format(count=number(ending), where=where),
        year=today.year,
        next=today.year + 1,
        late=late.format(count=number(expired)),
    )
    return render("headline.html", text=text)


def renewal_lead(renewal: Renewal) -> str:
    """Say what the page shows, why it matters after an election, and how little is known of ends.

    Parameters
    ----------
    renewal
        As for :func:`renewal_headline`.

    Returns
    -------
    str
        HTML: a paragraph.
    """
    adopted = len(renewal.adopted)
    return render(
        "renewal_lead.html",
        ends=count_of(int(renewal.adopted["dated_end"].sum()), adopted) if adopted else "",
    )


def ending_table(ending: pd.DataFrame, place: str) -> str:
    """Show the documents that run out this year or the next.

    Parameters
    ----------
    ending
        As :class:`lib.register.renewal.Renewal` has it.
    place
        As for :func:`renewal_headline`.

    Returns
    -------
    str
        HTML: a sortable table, or a sentence when there is none.
    """
    rows = [
        _row(row)
        | {
            "cells": [
                (partial_date(row.valid_to), last_day(row.valid_to).toordinal()),
                (_on_its_way(row), None),
                (status_word(row.afterwards), None),
            ]
        }
        for row in ending.itertuples()
    ]
    return render(
        "renewal_table.html",
        name="gaar_ut",
        caption=_(
            "Dokumenter som gjelder i dag og har en sluttdato i år eller neste år, og hvilken status kommunen får "
            "dagen etter hvis ikke noe nytt blir kjent."
        ),
        columns=[
            (_("Gjelder til"), "number"),
            (_("Ny på vei"), "text"),
            (_("Status etterpå"), "text"),
        ],
        rows=rows,
        nothing=_("Ingen dokumenter går ut{where} i år eller neste år.").format(where=_where(place)),
    )


def unconfirmed_table(unconfirmed: pd.DataFrame, place: str) -> str:
    """Show the policies that become unconfirmed before the end of next year.

    Parameters
    ----------
    unconfirmed
        As :class:`lib.register.renewal.Renewal` has it.
    place
        As for :func:`renewal_headline`.

    Returns
    -------
    str
        HTML: a sortable table, or a sentence when there is none.
    """
    rows = [
        _row(row)
        | {
            "cells": [
                (partial_date(row.last_confirmed), last_day(row.last_confirmed).toordinal()),
                (day(row.until + timedelta(days=1)), row.until.toordinal()),
                (_on_its_way(row), None),
            ]
        }
        for row in unconfirmed.itertuples()
    ]
    return render(
        "renewal_table.html",
        name="ubekreftet",
        caption=_(
            "Vedtatte politikker uten kjent sluttdato som ingen kilde har bekreftet på snart åtte år, to "
            "kommunestyreperioder. Blir de ikke bekreftet på nytt, regnes de som ubekreftet før neste år er omme."
        ),
        columns=[(_("Sist bekreftet"), "number"), (_("Ubekreftet fra"), "number"), (_("Ny på vei"), "text")],
        rows=rows,
        nothing=_("Ingen vedtatte politikker{where} blir ubekreftet før neste år er omme.").format(where=_where(place)),
    )


def expired_table(expired: pd.DataFrame, place: str) -> str:
    """Show the policies that have run out without a known successor.

    Parameters
    ----------
    expired
        As :class:`lib.register.renewal.Renewal` has it.
    place
        As for :func:`renewal_headline`.

    Returns
    -------
    str
        HTML: a sortable table, or a sentence when there is none.
    """
    rows = [
        _row(row)
        | {
            "cells": [
                (
                    since_phrase(Status.EXPIRED, row.since, row.basis),
                    last_day(row.since).toordinal() if row.since else 0,
                )
            ]
        }
        for row in expired.itertuples()
    ]
    return render(
        "renewal_table.html",
        name="utlopt",
        caption=_(
            "Kommuner med en politikk som er utløpt, eller som ingen har bekreftet på åtte år, og der vi ikke kjenner "
            "noen ny. De kan ha vedtatt en ny likevel."
        ),
        columns=[(_("Siden når"), "number")],
        rows=rows,
        nothing=_("Ingen kommuner{where} har en politikk som er utløpt eller ubekreftet.").format(where=_where(place)),
    )


def _where(place: str) -> str:
    return f" {place}" if place else ""


def _on_its_way(row) -> str:  # type: ignore[no-untyped-def]  # a named tuple of pandas
    return _("ja, under arbeid") if row.on_its_way else _("ikke kjent")


def _row(row) -> dict:  # type: ignore[no-untyped-def]  # a named tuple of pandas
    publisher = row.source_publisher
    return {
        "number": row.kommunenummer,
        "name": row.navn,
        "county": row.fylke,
        "title": row.document_title or _("Omtale hos {publisher}").format(publisher=publisher),
        "type": document_type_word(row.document_type),
        "publisher": publisher,
        "url": row.source_url,
    }
