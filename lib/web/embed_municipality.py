"""The embedded municipality: its status in words, what it rests on, and where in the country it lies."""

from lib.exports.embeds import Embed
from lib.exports.findings import county_sentence, standing
from lib.exports.naming import licence_line
from lib.geography.projection import Detail, bounds_on_paper, middles, outlines
from lib.register.evidence import evidence_of
from lib.svg import element, number
from lib.texts import _, ngettext
from lib.texts.formats import number as written
from lib.texts.words import status_meaning
from lib.web.answers import Asked, Content
from lib.web.embed_page import embed_page


def municipality_embed(embed: Embed, scheme: str, asked: Asked) -> Content:
    """Show the municipality.

    Parameters
    ----------
    embed
        The view.
    scheme
        Light or dark; empty for the reader's own.
    asked
        The request.

    Returns
    -------
    Content
        The page.
    """
    view, register = embed.view, asked.register
    (place,) = view.places
    row = view.municipalities(register).loc[place]
    sources = len(
        evidence_of(
            place, register.tables.policy_status, view.selection.on, view.selection.definition, today=view.today
        )
    )
    told = ngettext(
        "Registeret har {count} opplysning om kommunen.", "Registeret har {count} opplysninger om kommunen.", sources
    )
    return embed_page(
        "embed_municipality.html",
        embed,
        asked.site,
        heading=row["navn"],
        scheme=scheme,
        licence=licence_line(),
        title=_("{municipality}: {standing}").format(municipality=row["navn"], standing=standing(row)),
        place=row["fylke"],
        status=row["status"],
        standing=standing(row),
        meaning=status_meaning(row["status"]),
        sources=told.format(count=written(sources)) if sources else "",
        around=county_sentence(view, register, row["fylkesnummer"]),
        locator=_locator(place, row["fylkesnummer"], row["navn"]),
    )


def _locator(place: str, county: str, name: str) -> str:
    """Draw where in the country a municipality lies; the style sheet gives the colours."""
    left, top, right, bottom = bounds_on_paper()
    reach = bottom - top
    parts = [
        element("path", d=path, class_="county here" if each == county else "county")
        for each, path in outlines(Detail.LOCATOR).counties.items()
    ]
    x, y = middles().loc[place, ["x", "y"]]
    parts.append(element("circle", cx=x, cy=y, r=0.026 * reach, class_="spot"))
    return element(
        "svg",
        *parts,
        class_="locator",
        role="img",
        aria_label=_("Kart som viser hvor i landet {name} ligger").format(name=name),
        viewBox=f"{number(left)} {number(top)} {number(right - left)} {number(reach)}",
    )
