"""The register over time in words and tables: the finding, the years one by one, and what the sources printed."""

from collections.abc import Mapping
from datetime import date
from urllib.parse import urlsplit

import pandas as pd

from lib.fragments.render import render
from lib.register.dates import last_day
from lib.register.status import Definition, Status
from lib.texts import _, ngettext
from lib.texts.formats import count_of, day, listing, number, partial_date, percent
from lib.texts.words import definition_meaning, definition_word, milestone_kind_word, publication_kind_word, status_word


def development_headline(series: pd.DataFrame) -> str:
    """Tell when most municipalities had a policy, and how many have one now.

    Parameters
    ----------
    series
        As :func:`lib.register.history.status_series` gives it.

    Returns
    -------
    str
        HTML: the page's main heading.
    """
    now, peak = series.iloc[-1], series.loc[series["adopted"].idxmax()]
    if peak["adopted"] == now["adopted"]:
        text = _("{adopted} av {total} kommuner har en dokumentert frivillighetspolitikk, det høyeste tallet til nå")
    else:
        text = _(
            "I {year} hadde {peak} av {total} kommuner en dokumentert frivillighetspolitikk, i dag har {adopted} det"
        )
    return render(
        "headline.html",
        text=text.format(
            year=peak["year"],
            peak=number(peak["adopted"]),
            adopted=number(now["adopted"]),
            total=number(now["total"]),
        ),
    )


def development_lead(series: pd.DataFrame, undated: pd.DataFrame) -> str:
    """Say what the series counts, and how it differs from the status of today.

    Parameters
    ----------
    series
        As :func:`lib.register.history.status_series` gives it.
    undated
        As :func:`lib.register.history.undated_only` gives it.

    Returns
    -------
    str
        HTML: a paragraph.
    """
    now = series.iloc[-1]
    more = int((undated["status"] == Status.ADOPTED).sum() - (undated["dated"] == Status.ADOPTED).sum())
    return render(
        "development_lead.html",
        total=number(now["total"]),
        more=ngettext("{count} kommune", "{count} kommuner", more).format(count=number(more)) if more > 0 else "",
        all=count_of(now["adopted"] + more, now["total"]),
    )


def series_legend(definition: Definition) -> str:
    """Explain the lines and marks of the chart.

    Parameters
    ----------
    definition
        The definition that stands out.

    Returns
    -------
    str
        HTML: a list.
    """
    others = [definition_word(other).lower() for other in Definition if other != definition]
    return render(
        "series_legend.html",
        chosen=definition_word(definition).lower(),
        others=listing(others),
    )


def undated_note(undated: pd.DataFrame) -> str:
    """Say how the map over time differs from the map of today.

    Parameters
    ----------
    undated
        As :func:`lib.register.history.undated_only` gives it.

    Returns
    -------
    str
        HTML: a paragraph.
    """
    return render("undated_note.html", count=len(undated))


def series_table(series: pd.DataFrame, definition: Definition) -> str:
    """Show the counts of each year.

    Parameters
    ----------
    series
        As :func:`lib.register.history.status_series` gives it.
    definition
        The definition that it was counted by.

    Returns
    -------
    str
        HTML: a sortable table, the newest year first.
    """
    rows = [
        {
            "year": row.year,
            "today": day(row.on) if (row.on.month, row.on.day) != (12, 31) else "",
            "counts": [getattr(row, status.value) for status in Status],
            "share": row.adopted / row.total,
        }
        for row in series.iloc[::-1].itertuples()
    ]
    return render(
        "series_table.html",
        caption=_(
            "Dagens {total} kommuner etter status 31. desember hvert år, bare daterte kilder. {definition} definisjon: "
            "{meaning}"
        ).format(
            total=number(series["total"].iloc[-1]),
            definition=definition_word(definition),
            meaning=_decapitalised(definition_meaning(definition)),
        ),
        words=[(status.value, status_word(status)) for status in Status],
        definition="" if definition == Definition.STANDARD else definition.value,
        rows=rows,
    )


def _decapitalised(text: str) -> str:
    return text[:1].lower() + text[1:]


def publication_table(published: pd.DataFrame) -> str:
    """Show everything that was published of the country, as it was printed.

    Parameters
    ----------
    published
        Rows of ``published_totals``, oldest first.

    Returns
    -------
    str
        HTML: a sortable table, the newest first.
    """
    rows = [
        {
            "day": partial_date(row.as_of),
            "order": last_day(row.as_of).toordinal(),
            "count": _printed_count(row),
            "share": _share(row),
            "value": _value(row),
            "kind": publication_kind_word(row.kind),
            "comparable": row.kind == "mapping",
            "publisher": row.source_publisher,
            "url": row.source_url,
        }
        for row in published.iloc[::-1].itertuples()
    ]
    return render(
        "publication_table.html",
        caption=_("Tall som er publisert for hele landet, slik de ble oppgitt, med kildenes egne nevnere."),
        rows=rows,
    )


def _printed_count(row) -> str:  # type: ignore[no-untyped-def]  # a named tuple of pandas
    if pd.isna(row.n_with_policy):
        return ""
    if pd.isna(row.n_total):
        return number(row.n_with_policy)
    return count_of(int(row.n_with_policy), int(row.n_total))


def _value(row) -> float | None:  # type: ignore[no-untyped-def]  # a named tuple of pandas
    if pd.notna(row.n_with_policy) and pd.notna(row.n_total):
        return float(row.n_with_policy / row.n_total)
    return None if pd.isna(row.percent) else float(row.percent / 100)


def _share(row) -> str:  # type: ignore[no-untyped-def]  # a named tuple of pandas
    value = _value(row)
    if value is None:
        return "–"
    counted = pd.notna(row.n_with_policy) and pd.notna(row.n_total)
    return percent(value, 1 if counted or row.percent % 1 else 0)


def milestone_list(milestones: pd.DataFrame, names: Mapping[str, str]) -> str:
    """Tell what happened, year by year, numbered as in the chart.

    Parameters
    ----------
    milestones
        The table ``milestones``, oldest first.
    names
        The names of municipalities and counties by their numbers.

    Returns
    -------
    str
        HTML: a timeline with a link to each source.
    """
    rows = [
        {
            "year": row.date[:4],
            "day": partial_date(row.date),
            "kind": milestone_kind_word(row.kind),
            "place": names.get(row.area_code, ""),
            "text": _(row.summary_nb),
            "url": row.source_url,
            "publisher": (urlsplit(row.source_url).hostname or "").removeprefix("www."),
        }
        for row in milestones.itertuples()
    ]
    return render("milestone_list.html", rows=rows)


def date_of_year(on: date, today: date) -> str:
    """Name a date of the series.

    Parameters
    ----------
    on
        31 December, or the present day.
    today
        The present day.

    Returns
    -------
    str
        For instance ``"31. desember 2019"`` or ``"I dag"``.
    """
    return _("I dag") if on == today else day(on)
