"""The municipality's own part of its page: names, status with its reasons, the prize, and the sources."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import pandas as pd
from markupsafe import Markup

from lib.fragments.prizes import prize_sentence
from lib.fragments.render import render
from lib.fragments.sources import source_items
from lib.pages import address, municipality_path
from lib.register.evidence import document_of
from lib.register.reasoning import Reasoning
from lib.texts import _
from lib.texts.formats import number as written
from lib.texts.reasoning import reasoning_sentence
from lib.texts.words import source_kind_word, status_word

# As many sources are open from the start; the rest fold out.
OPEN_SOURCES = 8


def other_names(municipality: pd.Series) -> str:
    """Give the official names beside the Norwegian one.

    Parameters
    ----------
    municipality
        A row with ``navn`` and ``offisielt_navn``.

    Returns
    -------
    str
        For instance ``"Porsáŋgu – Porsanki"``; empty when there is none.
    """
    names = [name for name in municipality["offisielt_navn"].split(" - ") if name != municipality["navn"]]
    return " – ".join(names)


def municipality_head(municipality: pd.Series) -> str:
    """Name the municipality.

    Parameters
    ----------
    municipality
        Its row, as :meth:`lib.register.register.Register.at` gives it.

    Returns
    -------
    str
        HTML: the page's main heading, and the other official names.
    """
    return render("municipality_head.html", name=municipality["navn"], other_names=other_names(municipality))


def municipality_lead(number: str, municipality: pd.Series, county_page: str = "") -> str:
    """Say what the page shows, with county, inhabitants and number.

    Parameters
    ----------
    number
        The municipality's number.
    municipality
        As for :func:`municipality_head`.
    county_page
        The address of the county's page; by default the dashboard's.

    Returns
    -------
    str
        HTML: a sentence and a line of facts.
    """
    link = Markup('<a href="{}" data-internal>{}</a>').format(
        county_page or address("fylke", fylke=municipality["fylkesnummer"]), municipality["fylke"]
    )
    return render(
        "municipality_lead.html",
        number=number,
        name=municipality["navn"],
        county_link=link,
        inhabitants=written(municipality["inhabitants"]),
    )


def reasoning_words(reasoning: Reasoning) -> str:
    """Say why a municipality has its status.

    Parameters
    ----------
    reasoning
        What decided.

    Returns
    -------
    str
        Sentences that follow the word for the status and a colon.
    """
    return reasoning_sentence(**asdict(reasoning))


def status_section(
    number: str,
    municipality: pd.Series,
    evidence: pd.DataFrame,
    reasoning: Reasoning,
    prizes: pd.DataFrame,
    definition: str,
) -> str:
    """Show the status, the reasons for it, the document, the prize and the ways on.

    Parameters
    ----------
    number, municipality
        As for :func:`municipality_lead`.
    evidence
        Its observations, as :func:`lib.register.evidence.evidence_of` gives them.
    reasoning
        What decided its status.
    prizes
        Rows of ``awards``, newest first.
    definition
        The definition as it stands in addresses; empty for the usual one.

    Returns
    -------
    str
        HTML.
    """
    return render(
        "municipality_status.html",
        **verdict(municipality, evidence, reasoning, prizes),
        printable=address(municipality_path(number, municipality["navn"])),
        ways=[
            (address("", kommune=number, definisjon=definition), _("Vis i kartet")),
            (
                address("fylke", fylke=municipality["fylkesnummer"]),
                _("Alle kommunene i {county}").format(county=municipality["fylke"]),
            ),
        ],
    )


def verdict(
    municipality: pd.Series, evidence: pd.DataFrame, reasoning: Reasoning, prizes: pd.DataFrame
) -> dict[str, Any]:
    """Gather what the template ``verdict.html`` names.

    Parameters
    ----------
    municipality, evidence, reasoning, prizes
        As for :func:`status_section`.

    Returns
    -------
    dict
        The status with its reasons, the document and the prizes.
    """
    return {
        "status": municipality["status"],
        "word": status_word(municipality["status"]),
        "reasoning": reasoning_words(reasoning),
        "document": document_of(evidence, municipality["status"]),
        "prizes": [
            {"text": prize_sentence(row.result, row.area_name, row.year), "url": row.source_url, "year": row.year}
            for row in prizes.itertuples()
        ],
    }


def sources_section(evidence: pd.DataFrame, merged: Mapping[str, int]) -> str:
    """List the sources.

    Parameters
    ----------
    evidence
        As for :func:`status_section`; at least one row.
    merged
        The year of the merger for each predecessor where it is known.

    Returns
    -------
    str
        HTML.
    """
    items = source_items(evidence, merged, dates=True)
    return render("municipality_sources.html", open_sources=items[:OPEN_SOURCES], more_sources=items[OPEN_SOURCES:])


def unsearched_section(name: str, observations: pd.DataFrame, here: str = "") -> str:
    """Say what a municipality without any observation was searched for in, and what is not known.

    Parameters
    ----------
    name
        The municipality.
    observations
        The table ``policy_status``.
    here
        The page's own address, where links within it need that.

    Returns
    -------
    str
        HTML.
    """
    kinds = observations["source_kind"].value_counts()
    return render(
        "municipality_unsearched.html",
        name=name,
        here=here,
        total=len(observations),
        kinds=[(source_kind_word(kind), int(count)) for kind, count in kinds.items() if kind != "other"]
        + [(source_kind_word(kind), int(count)) for kind, count in kinds.items() if kind == "other"],
    )
