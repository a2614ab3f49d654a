"""The table of counties: how many municipalities have each status, and what Frivillighet Norge counted."""

from datetime import date

import pandas as pd

from lib.fragments.render import render
from lib.register.former_counties import size_at
from lib.register.published import latest_mappings
from lib.register.shares import Figures
from lib.register.status import Status
from lib.register.tables import Tables
from lib.texts import _
from lib.texts.formats import number, partial_date
from lib.texts.words import status_word


def county_table(
    counties: pd.DataFrame,
    sum_of_all: Figures,
    tables: Tables,
    *,
    on: date,
    statuses: tuple[Status, ...] = (),
    caption: str,
) -> str:
    """Show the statistics of each county.

    Parameters
    ----------
    counties
        As :func:`lib.register.shares.by_county` gives it.
    sum_of_all
        The figures of all rows together.
    tables
        The published counts, and the municipalities that they are held against.
    on
        Published counts after this day are left out.
    statuses
        The statuses to show; empty for all five. Total and share are shown in any case.
    caption
        What the table is about.

    Returns
    -------
    str
        HTML: a sortable table with a row for each county and a sum.
    """
    shown = statuses or tuple(Status)
    printed_counts = latest_mappings(tables.published_totals, on)
    rows, remarks = [], []
    for county in counties.itertuples():
        printed = printed_counts.loc[county.Index] if county.Index in printed_counts.index else None
        size = None if printed is None else size_at(tables.municipalities, str(county.Index), printed["as_of"])
        remark = "" if size is None else printed_remark(county.fylke, printed, size)
        if remark:
            remarks.append(remark)
        rows.append(
            {
                "number": county.Index,
                "name": county.fylke,
                "counts": [getattr(county, status.value) for status in shown],
                "total": county.total,
                "share": county.share,
                "published": None if printed is None else int(printed["n_with_policy"]),
                "published_on": "" if printed is None else partial_date(printed["as_of"]),
                "remark": len(remarks) if remark else None,
            }
        )
    dates = {row["published_on"] for row in rows} - {""}
    return render(
        "county_table.html",
        published_on=dates.pop() if len(dates) == 1 else "",
        caption=caption,
        words=[(status.value, status_word(status)) for status in shown],
        rows=rows,
        sums=[sum_of_all.counts[status] for status in shown],
        total=sum_of_all.total,
        share=sum_of_all.adopted.ratio,
        remarks=remarks,
    )


def printed_remark(county: str, printed: pd.Series | None, municipalities: int) -> str:
    """Say where a printed county total cannot be right.

    Parameters
    ----------
    county
        Name of the county.
    printed
        A row of ``published_totals``; None when there is none.
    municipalities
        How many municipalities the county has.

    Returns
    -------
    str
        One sentence; empty when the total fits or none was printed.
    """
    if printed is None or pd.isna(printed["n_total"]) or int(printed["n_total"]) == municipalities:
        return ""
    return _("{county}: oppgitt som {count} av {printed}, men fylket har {total} kommuner.").format(
        county=county,
        count=number(printed["n_with_policy"]),
        printed=number(printed["n_total"]),
        total=number(municipalities),
    )
