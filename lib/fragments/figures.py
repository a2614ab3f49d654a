"""The headline and the key figures: how many, of how many, and how sure that is."""

import pandas as pd

from lib.fragments.render import render
from lib.register.shares import Figures, Share
from lib.register.status import Status
from lib.texts import _, ngettext
from lib.texts.formats import count_of, number, partial_date, percent


def headline(figures: Figures, when: str) -> str:
    """Answer the question that visitors come with.

    Parameters
    ----------
    figures
        All municipalities of the country.
    when
        The date in words; empty for today.

    Returns
    -------
    str
        HTML: the page's main heading.
    """
    text = (
        _("{when} hadde {adopted} av dagens {total} kommuner en dokumentert frivillighetspolitikk")
        if when
        else _("{adopted} av {total} kommuner har en dokumentert frivillighetspolitikk")
    )
    adopted = figures.adopted
    return render(
        "headline.html", text=text.format(when=when, adopted=number(adopted.part), total=number(adopted.whole))
    )


def lead(figures: Figures, published: pd.Series | None) -> str:
    """Say what the headline is worth: the share, how much is unknown, and what others counted.

    Parameters
    ----------
    figures
        All municipalities of the country.
    published
        The newest published national count: a row of ``published_totals``.

    Returns
    -------
    str
        HTML: a paragraph.
    """
    unknown = figures.counts[Status.UNKNOWN]
    return render(
        "lead.html",
        share=_percent(figures.adopted),
        inhabitants=_percent(figures.inhabitants),
        unknown=ngettext("{count} kommune er", "{count} kommuner er", unknown).format(count=number(unknown)),
        published=_published(published),
    )


def key_figures(figures: Figures, place: str, latest: pd.Series | None, quoted: pd.Series | None) -> str:
    """Show the key figures of the chosen places beside Frivillighet Norge's counts for the country.

    Parameters
    ----------
    figures
        The municipalities of the chosen places.
    place
        The places in words, for instance ``"i Innlandet"``; empty for the whole country.
    latest, quoted
        Rows of ``published_totals``: the newest count, and the one behind the share that is still quoted.

    Returns
    -------
    str
        HTML: two groups of figures, each with its denominator, and why they differ.
    """
    counts, total = figures.counts, figures.total
    own = [
        (
            _("Vedtatt og dokumentert"),
            count_of(counts[Status.ADOPTED], total),
            _of_all(counts[Status.ADOPTED], total),
        ),
        (
            _("Innbyggere i disse kommunene"),
            _percent(figures.inhabitants),
            _("{count} innbyggere").format(count=count_of(figures.inhabitants.part, figures.inhabitants.whole)),
        ),
        (
            _("Under arbeid"),
            count_of(counts[Status.IN_PROGRESS], total),
            _of_all(counts[Status.IN_PROGRESS], total),
        ),
        (
            _("Utløpt eller ubekreftet"),
            count_of(counts[Status.EXPIRED], total),
            _of_all(counts[Status.EXPIRED], total),
        ),
        (
            _("Ikke undersøkt"),
            count_of(counts[Status.UNKNOWN], total),
            _of_all(counts[Status.UNKNOWN], total),
        ),
    ]
    others = []
    if latest is not None:
        others.append(
            (
                _("Frivillighet Norge, {date}").format(date=partial_date(latest["as_of"])),
                count_of(int(latest["n_with_policy"]), int(latest["n_total"])),
                _of_all(int(latest["n_with_policy"]), int(latest["n_total"])),
                latest["source_url"],
            )
        )
    if quoted is not None:
        others.append(
            (
                _("Frivillighet Norge, {date}").format(date=partial_date(quoted["as_of"])),
                count_of(int(quoted["n_with_policy"]), int(quoted["n_total"])),
                _("De «om lag {share}» som ofte siteres. {population} av innbyggerne bodde i disse kommunene.").format(
                    share=percent(quoted["percent"] / 100, 0),
                    population=percent(quoted["population_percent"] / 100, 0),
                ),
                quoted["source_url"],
            )
        )
    return render("key_figures.html", place=place, own=own, others=others)


def _of_all(part: int, whole: int) -> str:
    return _("{share} av kommunene").format(share=_percent(Share(part, whole)))


def _percent(share: Share) -> str:
    return "–" if share.ratio is None else percent(share.ratio)


def _published(row: pd.Series | None) -> str:
    if row is None:
        return ""
    return _("Frivillighet Norges egen telling ga {count} kommuner {date}.").format(
        count=count_of(int(row["n_with_policy"]), int(row["n_total"])), date=partial_date(row["as_of"])
    )
