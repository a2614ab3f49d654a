"""The county's own page: what it says first, its figures and rank, and what the county was part of before 2024."""

from collections.abc import Sequence

import pandas as pd

from lib.fragments.render import render
from lib.register.shares import Figures, Rank, Share
from lib.register.status import Status
from lib.texts import _, ngettext
from lib.texts.formats import count_of, listing, number, partial_date, percent
from lib.texts.words import status_word


def county_headline(county: str, figures: Figures) -> str:
    """Give the finding for a county.

    Parameters
    ----------
    county
        Its name.
    figures
        Its municipalities.

    Returns
    -------
    str
        HTML: the page's main heading.
    """
    text = ngettext(
        "{county}: {adopted} av {total} kommune har en dokumentert frivillighetspolitikk",
        "{county}: {adopted} av {total} kommuner har en dokumentert frivillighetspolitikk",
        figures.total,
    ).format(county=county, adopted=number(figures.adopted.part), total=number(figures.total))
    return render("headline.html", text=text)


def county_lead(county: str, figures: Figures, published: pd.Series | None) -> str:
    """Say what the heading is worth: the share, the inhabitants reached, how much is unknown, what others counted.

    Parameters
    ----------
    county
        Its name.
    figures
        Its municipalities.
    published
        The newest published count for the county: a row of ``published_totals``.

    Returns
    -------
    str
        HTML: a paragraph.
    """
    adopted, unknown = figures.counts[Status.ADOPTED], figures.counts[Status.UNKNOWN]
    if figures.total == 1:
        sentences = [_("{county} er både kommune og fylke, så andelen kan bare være 0 eller 100 %.")]
    elif adopted:
        sentences = [_("Det er {share} av kommunene, og {inhabitants} av fylkets innbyggere bor i dem.")]
    else:
        sentences = [_("Ingen av fylkets {people} innbyggere bor i en kommune som har en.")]
    if unknown:
        sentences.append(
            ngettext(
                "{unknown} kommune er ikke undersøkt, så tallet er et minstetall.",
                "{unknown} kommuner er ikke undersøkt, så tallet er et minstetall.",
                unknown,
            )
        )
    if published is not None and published["n_with_policy"] <= figures.total:
        sentences.append(
            ngettext(
                "Frivillighet Norges egen telling ga {published} kommune {date}.",
                "Frivillighet Norges egen telling ga {published} kommuner {date}.",
                int(published["n_with_policy"]),
            )
        )
    text = " ".join(sentences).format(
        county=county,
        share=_percent(figures.adopted),
        inhabitants=_percent(figures.inhabitants),
        people=number(figures.inhabitants.whole),
        unknown=number(unknown),
        published="" if published is None else number(published["n_with_policy"]),
        date="" if published is None else partial_date(published["as_of"]),
    )
    return render("lead_text.html", text=text)


def county_figures(county: str, figures: Figures, rank: Rank, counties: pd.DataFrame) -> str:
    """Show the key figures of a county, each with its denominator, and its rank among all.

    Parameters
    ----------
    county
        County number.
    figures
        Its municipalities.
    rank
        Its place by share.
    counties
        As :func:`lib.register.shares.by_county` gives it.

    Returns
    -------
    str
        HTML: figures, and a table of the five statuses.
    """
    place = _("Nummer {place} av {of}") if not rank.beside else _("Delt nummer {place} av {of}")
    explained = _("Etter andelen kommuner som har vedtatt: {count} ({share}).").format(
        count=count_of(figures.adopted.part, figures.adopted.whole), share=_percent(figures.adopted)
    )
    if rank.beside:
        explained += " " + _("Like stor andel har {others}.").format(others=listing(_counted(counties, rank.beside)))
    elif figures.total == 1:
        explained += " " + _("{county} har bare én kommune, så plassen sier lite.").format(
            county=counties.loc[county, "fylke"]
        )
    return render(
        "county_figures.html",
        name=counties.loc[county, "fylke"],
        figures=[
            (
                _("Vedtatt og dokumentert"),
                count_of(figures.adopted.part, figures.adopted.whole),
                _("{share} av kommunene").format(share=_percent(figures.adopted)),
            ),
            (
                _("Innbyggere i disse kommunene"),
                _percent(figures.inhabitants),
                _("{count} innbyggere").format(count=count_of(figures.inhabitants.part, figures.inhabitants.whole)),
            ),
            (_("Plass blant fylkene"), place.format(place=rank.place, of=rank.of), explained),
        ],
        statuses=[
            {
                "code": status.value,
                "word": status_word(status),
                "count": count_of(count, figures.total),
                "share": _percent(Share(count, figures.total)),
            }
            for status, count in figures.counts.items()
        ],
    )


def _counted(counties: pd.DataFrame, numbers: Sequence[str]) -> list[str]:
    rows = counties.loc[list(numbers)]
    return [f"{row.fylke} ({count_of(row.adopted, row.total)})" for row in rows.itertuples()]


def _percent(share: Share) -> str:
    return "–" if share.ratio is None else percent(share.ratio)


def former_note(
    county: str, former: str, others: Sequence[str], *, said_of_municipalities: bool, published: bool
) -> str:
    """Explain what a county was part of from 2020 to 2023, and what that means for what is said of it.

    Parameters
    ----------
    county
        Its name.
    former
        Name of the county that it was part of.
    others
        Names of the other counties that come from it.
    said_of_municipalities
        Whether a source spoke of all the former county's municipalities.
    published
        Whether a count was published for the former county.

    Returns
    -------
    str
        HTML: a paragraph.
    """
    sentences = [_("{county} var en del av {former} fra 2020 til 2023, sammen med {others}.")]
    if said_of_municipalities:
        sentences.append(_("Det en kilde fra de årene sier om alle kommunene i {former}, står på hver av dem."))
    if published:
        sentences.append(_("Publiserte tall fra de årene er sagt om hele {former}."))
    sentences.append(_("Det {former} fylkeskommune vedtok, teller ikke for {county} fylkeskommune."))
    text = " ".join(sentences).format(county=county, former=former, others=listing(list(others)))
    return render("county_aside.html", title=_("Før 2024"), text=text)


def former_choice(former: str, name: str | None, successors: Sequence[tuple[str, str]]) -> str:
    """Say that a county number is no longer in use, and offer the counties that its municipalities are in today.

    Parameters
    ----------
    former
        The number.
    name
        Name of the county; None where the register does not know it.
    successors
        Number and name of each of today's counties.

    Returns
    -------
    str
        HTML: a notice with links.
    """
    return render("former_choice.html", former=former, name=name, successors=successors)


def development_note(undated: int, adopted: int, total: int) -> str:
    """Say what the series over time counts, and how many municipalities it leaves out.

    Parameters
    ----------
    undated
        Municipalities whose status rests on undated sources.
    adopted
        How many of them have adopted a policy today.
    total
        Municipalities in the county.

    Returns
    -------
    str
        HTML: a paragraph.
    """
    sentences = [_("Registerets tall er statusen 31. desember hvert år og i dag, regnet med dagens kommuner.")]
    if undated:
        sentences.append(
            ngettext(
                "Bare daterte kilder er med: {undated} kommune har en annen status i dag på grunn av udaterte kilder.",
                "Bare daterte kilder er med: {undated} kommuner har en annen status i dag på grunn av udaterte kilder.",
                total,
            ).format(undated=count_of(undated, total))
        )
    else:
        sentences.append(_("Bare daterte kilder er med; i dette fylket gir det samme status i dag."))
    if adopted:
        sentences.append(
            ngettext(
                "{count} kommune som har vedtatt, er derfor ikke med i kurven.",
                "{count} kommuner som har vedtatt, er derfor ikke med i kurven.",
                adopted,
            ).format(count=number(adopted))
        )
    return render("hint.html", text=" ".join(sentences))


def councils_headline(statuses: pd.Series) -> str:
    """Give the finding for the county councils.

    Parameters
    ----------
    statuses
        The status of each council's own policy.

    Returns
    -------
    str
        HTML: the page's main heading.
    """
    count = count_of(int((statuses == Status.ADOPTED).sum()), len(statuses))
    return render(
        "headline.html", text=_("{count} fylkeskommuner har en dokumentert frivillighetspolitikk").format(count=count)
    )


def councils_lead(statuses: pd.Series, agreements: int, both: Sequence[str]) -> str:
    """Say what the heading is worth: how much is unknown, who is counted, and who has an agreement.

    Parameters
    ----------
    statuses
        The status of each council's own policy.
    agreements
        How many councils have an agreement with Frivillighet Norge by any source.
    both
        Names of the counties that are municipalities as well.

    Returns
    -------
    str
        HTML: a paragraph.
    """
    sentences = [_("{unknown} er ikke undersøkt, så tallet er et minstetall.")]
    if both:
        sentences.append(_("{both} er både kommune og fylke og er regnet med kommunens politikk."))
    sentences.append(_("{agreements} har ifølge kildene inngått en avtale med Frivillighet Norge."))
    text = " ".join(sentences).format(
        unknown=count_of(int((statuses == Status.UNKNOWN).sum()), len(statuses)),
        both=listing(list(both)),
        agreements=count_of(agreements, len(statuses)),
    )
    return render("lead_text.html", text=text)
