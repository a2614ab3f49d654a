"""The guide: how and why a municipality makes a policy, with the ten recommendations and examples from the register."""

from datetime import date
from urllib.parse import urlsplit

import pandas as pd

from lib.fragments.render import render
from lib.guide.examples import examples
from lib.guide.recommendations import recommendations
from lib.register.register import Register
from lib.register.selection import Selection
from lib.register.shares import figures
from lib.texts import _
from lib.texts.formats import count_of, partial_date
from lib.texts.language import kept_by_language

# Where the guide's readers are sent on to.
SOURCES = {
    "frivillighet_norge": "https://www.frivillighetnorge.no/",
    "samhandlingskoden": "https://samhandlingskoden.no/",
    "ks": "https://www.ks.no/",
}


# One copy for each language and day.
@kept_by_language(maxsize=8)
def guide(register: Register, today: date) -> str:
    """Write the guide.

    Parameters
    ----------
    register
        The observations and the milestones.
    today
        The present day.

    Returns
    -------
    str
        HTML: the whole page.
    """
    advice = recommendations()
    adopted = figures(register.at(Selection(today), today)).adopted
    return render(
        "guide.html",
        share=count_of(adopted.part, adopted.whole),
        research=_research(register.tables.milestones),
        recommendations=advice,
        examples={each.key: examples(each, register, today) for each in advice},
        sources=SOURCES,
    )


def _research(milestones: pd.DataFrame) -> dict[str, str] | None:
    """Find the newest research among the milestones."""
    rows = milestones[(milestones["kind"] == "research") & (milestones["source_url"] != "")].sort_values("date")
    if rows.empty:
        return None
    newest = rows.iloc[-1]
    return {
        "text": _(newest["summary_nb"]),
        "day": partial_date(newest["date"]),
        "url": newest["source_url"],
        "publisher": urlsplit(newest["source_url"]).hostname.removeprefix("www."),
    }
