"""Sentences for quoting on the years: where the count stands, how it changed, and when it was highest."""

import pandas as pd

from lib.exports.view import View
from lib.register.history import status_series, undated_only
from lib.register.register import Register
from lib.register.status import Status
from lib.texts import _, ngettext
from lib.texts.formats import day, number, percent


def development_sentences(view: View, register: Register) -> list[str]:
    """Write what the development page shows as sentences.

    Parameters
    ----------
    view
        A view of the development page; its year is compared with the one before.
    register
        The observations.

    Returns
    -------
    list of str
        Only dated sources count, and all years are counted among today's municipalities; the sentences say so.
    """
    series = status_series(register, view.selection.definition, view.today).set_index("year")
    row = series.loc[view.year]
    said = [_level(row, day(view.today) == day(row["on"]))]
    if view.year - 1 in series.index:
        said.append(_change(series.loc[view.year - 1], row))
    first = series[series["adopted"] > 0]
    if len(first) and first.index[0] < view.year - 1:
        said.append(_change(first.iloc[0], row))
    peak = series.loc[series["adopted"].idxmax()]
    if peak["adopted"] > row["adopted"]:
        said.append(_peak(peak))
    if row["on"] == view.today:
        said += _undated(view, register, int(row["total"]))
    return said


def _level(row: pd.Series, present: bool) -> str:
    text = (
        _(
            "Per {date} har {count} av {total} kommuner ({share}) en frivillighetspolitikk som er kjent fra daterte "
            "kilder."
        )
        if present
        else _(
            "Per {date} hadde {count} av dagens {total} kommuner ({share}) en frivillighetspolitikk som er kjent fra "
            "daterte kilder."
        )
    ).format(
        date=day(row["on"]),
        count=number(row["adopted"]),
        total=number(row["total"]),
        share=percent(row["adopted"] / row["total"]),
    )
    return f"{text} {_unknown(row)}".strip()


def _change(before: pd.Series, after: pd.Series) -> str:
    difference = int(after["adopted"] - before["adopted"])
    if difference > 0:
        text = _(
            "Fra {start} til {end} økte antallet kommuner med en frivillighetspolitikk kjent fra daterte kilder fra "
            "{before} til {after} av dagens {total}."
        )
    elif difference < 0:
        text = _(
            "Fra {start} til {end} gikk antallet kommuner med en frivillighetspolitikk kjent fra daterte kilder ned "
            "fra {before} til {after} av dagens {total}."
        )
    else:
        text = _(
            "Fra {start} til {end} var antallet kommuner med en frivillighetspolitikk kjent fra daterte kilder "
            "uendret: {after} av dagens {total}."
        )
    text = text.format(
        start=day(before["on"]),
        end=day(after["on"]),
        before=number(before["adopted"]),
        after=number(after["adopted"]),
        total=number(after["total"]),
    )
    return f"{text} {_unknown(after)}".strip()


def _peak(row: pd.Series) -> str:
    text = _(
        "Antallet kommuner med en frivillighetspolitikk kjent fra daterte kilder var høyest {date}: {count} av dagens "
        "{total} ({share})."
    ).format(
        date=day(row["on"]),
        count=number(row["adopted"]),
        total=number(row["total"]),
        share=percent(row["adopted"] / row["total"]),
    )
    return f"{text} {_unknown(row)}".strip()


def _undated(view: View, register: Register, total: int) -> list[str]:
    undated = undated_only(register, view.selection.definition, view.today)
    more = int(((undated["status"] == Status.ADOPTED) & (undated["dated"] != Status.ADOPTED)).sum())
    if not more:
        return []
    return [
        ngettext(
            "Per {date} har i tillegg {count} av {total} kommuner en frivillighetspolitikk som bare er kjent fra "
            "udaterte kilder.",
            "Per {date} har i tillegg {count} av {total} kommuner en frivillighetspolitikk som bare er kjent fra "
            "udaterte kilder.",
            more,
        ).format(date=day(view.today), count=number(more), total=number(total))
    ]


def _unknown(row: pd.Series) -> str:
    """Say how many are not looked into; they may have had a policy all the same."""
    if not row["unknown"]:
        return ""
    return _("{count} av {total} kommuner har status ikke undersøkt denne dagen.").format(
        count=number(row["unknown"]), total=number(row["total"])
    )
