"""Frivillighet Norge's own counts: a series beside the register's, never mixed with it."""

from datetime import date

import pandas as pd

from lib.register.dates import last_day


def latest_mapping(totals: pd.DataFrame, area_code: str, on: date) -> pd.Series | None:
    """Find the newest published count of municipalities with a policy.

    Parameters
    ----------
    totals
        The table ``published_totals``.
    area_code
        ``NO`` or a county number.
    on
        Counts published after this day are left out.

    Returns
    -------
    pandas.Series or None
        The row with a count (``n_with_policy``) and ``kind`` ``mapping``; None when there is none.
    """
    rows = totals[(totals["area_code"] == area_code) & (totals["kind"] == "mapping") & totals["n_with_policy"].notna()]
    days = rows["as_of"].map(last_day)
    rows = rows[days <= on]
    return None if rows.empty else rows.loc[days.loc[rows.index].sort_values(kind="stable").index[-1]]


def latest_mappings(totals: pd.DataFrame, on: date) -> pd.DataFrame:
    """Find the newest published count of every area at once.

    Parameters
    ----------
    totals
        The table ``published_totals``.
    on
        Counts published after this day are left out.

    Returns
    -------
    pandas.DataFrame
        Indexed by ``area_code``: the row of :func:`latest_mapping` for each area that has one.
    """
    rows = totals[(totals["kind"] == "mapping") & totals["n_with_policy"].notna()]
    rows = rows.assign(day=rows["as_of"].map(last_day))
    return (
        rows[rows["day"] <= on]
        .sort_values("day", kind="stable")
        .drop_duplicates("area_code", keep="last")
        .set_index("area_code")
    )


def quoted_mapping(totals: pd.DataFrame, on: date) -> pd.Series | None:
    """Find the count behind the share of about 18 per cent that is still quoted.

    Parameters
    ----------
    totals
        The table ``published_totals``.
    on
        None before it was published.

    Returns
    -------
    pandas.Series or None
        The national count of 2020, the only one with the share of the population; None when it is not in the table.
    """
    rows = totals[(totals["area_code"] == "NO") & (totals["kind"] == "mapping") & (totals["as_of"] == "2020")]
    return None if rows.empty or last_day("2020") > on else rows.iloc[0]


def publications(totals: pd.DataFrame, area_code: str, on: date) -> pd.DataFrame:
    """List everything that was published of an area.

    Parameters
    ----------
    totals
        The table ``published_totals``.
    area_code
        ``NO`` or a county number.
    on
        What was published after this day is left out.

    Returns
    -------
    pandas.DataFrame
        Rows of all kinds, oldest first.
    """
    rows = totals[totals["area_code"] == area_code]
    days = rows["as_of"].map(last_day)
    return rows.loc[days[days <= on].sort_values(kind="stable").index]
