"""What was published of a county over time: Frivillighet Norge's counts, and what cannot be compared with them."""

from collections.abc import Callable

import pandas as pd

from lib.fragments.counties import printed_remark
from lib.fragments.render import render
from lib.register.former_counties import said_of_former
from lib.texts import _, ngettext
from lib.texts.formats import count_of, number, partial_date, percent
from lib.texts.words import publication_kind_word


def published_counts(
    county: str, sizes: Callable[[str], int | None], published: pd.DataFrame, former: str | None = None
) -> str:
    """List the published counts of a county, with a remark where one cannot be right or speaks of another area.

    Parameters
    ----------
    county
        Name of the county.
    sizes
        Tells how many municipalities it had at a partial date; None when that is not known.
    published
        As :func:`lib.register.published.publications` gives it.
    former
        Name of the county that it was part of from 2020 to 2023.

    Returns
    -------
    str
        HTML: a list of the counts, and a list of surveys and statements apart from it.
    """
    counted = (published["kind"] == "mapping") & published["n_with_policy"].notna()
    rows = []
    for _index, row in published[counted].iterrows():
        size = sizes(row["as_of"])
        remarks = [] if size is None else [printed_remark(county, row, size)]
        if size is not None and row["n_with_policy"] > size:
            remarks.append(_("Tallet er derfor ikke med i diagrammet."))
        if former and said_of_former(row["as_of"]):
            remarks.append(_("Sagt om hele {former}, som fylket var en del av da.").format(former=former))
        rows.append(
            {
                "day": partial_date(row["as_of"]),
                "count": _counted(row),
                "publisher": row["source_publisher"],
                "url": row["source_url"],
                "remarks": [remark for remark in remarks if remark],
            }
        )
    others = [
        {
            "day": partial_date(row["as_of"]),
            "text": _said(row),
            "publisher": row["source_publisher"],
            "url": row["source_url"],
        }
        for _index, row in published[~counted].iterrows()
    ]
    return render("published_counts.html", county=county, rows=rows, others=others)


def _counted(row: pd.Series) -> str:
    count = int(row["n_with_policy"])
    if pd.isna(row["n_total"]):
        return ngettext("{count} kommune", "{count} kommuner", count).format(count=number(count))
    printed = int(row["n_total"])
    return ngettext("{count} kommune", "{count} kommuner", printed).format(count=count_of(count, printed))


def _said(row: pd.Series) -> str:
    said = publication_kind_word(row["kind"])
    if not pd.isna(row["percent"]):
        return f"{said}: {percent(row['percent'] / 100, 1 if row['percent'] % 1 else 0)}"
    if not pd.isna(row["n_with_policy"]):
        return f"{said}: {number(row['n_with_policy'])}"
    return said
