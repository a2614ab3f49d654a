"""The county councils: what each has decided itself and agreed with Frivillighet Norge, and all of them in a table."""

from collections.abc import Mapping
from datetime import date

import pandas as pd

from lib.fragments.prizes import prize_sentence
from lib.fragments.render import render
from lib.register.councils import Agreement, stated_end
from lib.register.dates import last_day
from lib.register.evidence import document_of
from lib.register.former_counties import FROM
from lib.texts import _
from lib.texts.formats import count_of, partial_date, percent
from lib.texts.words import (
    confidence_word,
    council_meaning,
    date_in_words,
    document_type_word,
    since_phrase,
    status_word,
)


def council_section(
    county: str,
    status: pd.Series,
    evidence: pd.DataFrame,
    agreements: list[Agreement],
    events: pd.DataFrame,
    prizes: pd.DataFrame,
    *,
    on: date,
    municipality: str | None = None,
    former: str | None = None,
) -> str:
    """Show a county council's own policy and its agreements, with the sources of both.

    Parameters
    ----------
    county
        Name of the county.
    status
        A row that :func:`lib.register.councils.council_statuses` gives.
    evidence, agreements, events, prizes
        As :mod:`lib.register.councils` gives them.
    on
        The date that the status holds for.
    municipality
        The page of the municipality that is the county council as well, if there is one: it has the sources.
    former
        Name of the county that this was part of from 2020 to 2023.

    Returns
    -------
    str
        HTML: two columns, and the prizes below.
    """
    return render(
        "council.html",
        county=county,
        municipality=municipality,
        status=status["status"],
        line=status_line(status),
        meaning=council_meaning(status["status"]),
        revision=status["under_revision"],
        ended=stated_end(evidence, status["since"], on) if status["status"] == "adopted" else "",
        document=document_of(evidence, status["status"]),
        sources=[] if municipality else [_source(row, former) for _index, row in evidence.iterrows()],
        only_before=bool((evidence["scope"] == "predecessor").all()),
        agreement=_agreement_phrase(agreements[0]) if agreements else "",
        agreements=[_source(agreement.observation, former) for agreement in agreements],
        events=[
            {"day": partial_date(row.date), "summary": _(row.summary_nb), "url": row.source_url}
            for row in events.itertuples()
        ],
        prizes=[
            {"text": prize_sentence(row.result, row.area_name, row.year), "url": row.source_url}
            for row in prizes.itertuples()
        ],
    )


def status_line(status: pd.Series) -> str:
    """Say a council's status and since when, in one line.

    Parameters
    ----------
    status
        A row that :func:`lib.register.councils.council_statuses` gives.

    Returns
    -------
    str
        For instance ``"Under arbeid, sist omtalt i 2025"`` or ``"Vedtatt i 2022"``.
    """
    word = status_word(status["status"])
    since = since_phrase(status["status"], status["since"], status["basis"])
    if since.startswith(word.lower()):
        return word + since[len(word) :]
    return f"{word}, {since}" if since else word


def council_aside(heading: str, status: pd.Series, agreements: list[Agreement]) -> str:
    """Say in short what is known of the county council itself.

    Parameters
    ----------
    heading
        Name of the county council.
    status, agreements
        As for :func:`council_section`.

    Returns
    -------
    str
        HTML: a heading and two lines.
    """
    return render(
        "council_aside.html",
        heading=heading,
        status=status["status"],
        line=status_line(status),
        agreement=_agreement_phrase(agreements[0]) if agreements else _("ingen kjent"),
    )


def _source(row: pd.Series, former: str | None) -> dict:
    about = ""
    if row["scope"] == "predecessor":
        about = _(
            "Gjelder {name}, som denne fylkeskommunen har tatt over etter, helt eller delvis. Teller ikke i statusen."
        ).format(name=row["name_in_source"])
    elif row["confidence"] == "low":
        about = _("Teller ikke i statusen, fordi dokumentasjonen er svak.")
    elif former and (known := row["observed_on"] or row["adopted_on"] or row["valid_from"]) and last_day(known) < FROM:
        about = _("Sagt før fylket ble en del av {former} i 2020.").format(former=former)
    return {
        "status": row["status"],
        "word": _("Avtale") if row["document_type"] == "avtale" else status_word(row["status"]),
        "title": row["document_title"],
        "type": document_type_word(row["document_type"]),
        "dates": _dates(row),
        "publisher": row["source_publisher"],
        "strength": confidence_word(row["confidence"]),
        "about": about,
        "url": row["source_url"],
        "aside": row["scope"] == "predecessor" or not row.get("counts", True),
    }


def _dates(row: pd.Series) -> list[str]:
    """Say what the source states of the document's dates, and from when the source is."""
    dates = []
    if row["adopted_on"]:
        made = _("inngått {when}") if row["document_type"] == "avtale" else _("vedtatt {when}")
        dates.append(made.format(when=date_in_words(row["adopted_on"])))
    start, end = row["valid_from"], row["valid_to"]
    if start and end:
        dates.append(_("gjelder {start} til {end}").format(start=partial_date(start), end=partial_date(end)))
    elif start:
        dates.append(_("gjelder fra {date}").format(date=partial_date(start)))
    elif end:
        dates.append(_("gjelder til {date}").format(date=partial_date(end)))
    if row["observed_on"]:
        dates.append(_("kilden er fra {date}").format(date=partial_date(row["observed_on"])))
    else:
        dates.append(_("kilden er udatert"))
    return dates


def _agreement_phrase(agreement: Agreement) -> str:
    if not agreement.date:
        return _("kilden er udatert")
    phrase = _("inngått {when}") if agreement.made else _("omtalt {when}")
    return phrase.format(when=date_in_words(agreement.date))


def council_table(
    counties: pd.DataFrame,
    statuses: pd.DataFrame,
    evidence: Mapping[str, pd.DataFrame],
    agreements: Mapping[str, list[Agreement]],
    *,
    caption: str,
) -> str:
    """Show all county councils: their own policies, their agreements, and the municipalities of their counties.

    Parameters
    ----------
    counties
        As :func:`lib.register.shares.by_county` gives it.
    statuses
        As :func:`lib.register.councils.council_statuses` gives it.
    evidence, agreements
        What :mod:`lib.register.councils` gives for each county number.
    caption
        What the table is about.

    Returns
    -------
    str
        HTML: a sortable table with a link to the page of each county.
    """
    order = ["unknown", "none", "expired", "in_progress", "adopted"]
    rows = []
    for county in counties.itertuples():
        status = statuses.loc[county.Index]
        document = document_of(evidence[county.Index], status["status"])
        agreement = next(iter(agreements[county.Index]), None)
        rows.append(
            {
                "number": county.Index,
                "name": county.fylke,
                "both": county.total == 1,
                "status": status["status"],
                "line": status_line(status),
                "rank": order.index(status["status"]),
                "document": None if document is None else (document["document_title"], document["source_url"]),
                "agreement": agreement and _agreement_phrase(agreement),
                "agreement_day": last_day(agreement.date).toordinal() if agreement and agreement.date else -1,
                "agreement_source": agreement
                and (agreement.observation["source_publisher"], agreement.observation["source_url"]),
                "count": count_of(county.adopted, county.total),
                "ratio": county.share,
                "share": percent(county.share),
            }
        )
    return render("council_table.html", caption=caption, rows=rows)
