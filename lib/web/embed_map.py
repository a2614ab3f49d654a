"""The embedded map, of the country or of a county."""

from lib.exports.embeds import Embed, Kind
from lib.exports.findings import basis, finding
from lib.exports.maps import map_alt
from lib.exports.naming import licence_line, place_names
from lib.exports.view import COUNTY_PAGE, MUNICIPALITY_PAGE
from lib.geography.boundaries import boundaries, bounds_of
from lib.maps.assets import map_assets
from lib.maps.choropleth import Bounds, Colours, Guest, Level, county_colours, municipality_colours
from lib.maps.standalone import painted_map
from lib.palette import SHARE_EDGES
from lib.register.address import COUNTY, DEFINITION, MUNICIPALITY
from lib.register.register import Register
from lib.register.shares import every_county, figures
from lib.texts.formats import listing
from lib.texts.words import share_class_words
from lib.web.answers import Asked, Content
from lib.web.embed_page import embed_page, fill

# Where the number goes in the addresses that clicks lead to.
_NUMBER = "0000"


def map_embed(embed: Embed, scheme: str, asked: Asked) -> Content:
    """Show the map.

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
    view, register, site = embed.view, asked.register, asked.site
    table = view.municipalities(register)
    counts = figures(table[table["matches"]]).counts
    on_counties = view.level == Level.COUNTIES
    if on_counties:
        colours: Colours = county_colours(every_county(table, register.county_names))
    else:
        colours = municipality_colours(table.loc[boundaries().index])
    definition = view.parameters().get(DEFINITION, "")
    guest = Guest(
        _place(embed, register),
        site.url(MUNICIPALITY_PAGE, **{MUNICIPALITY: _NUMBER, DEFINITION: definition}),
        site.url(COUNTY_PAGE, **{COUNTY: _NUMBER}),
    )
    drawn = painted_map(
        site.base_path, colours, guest, chosen=view.places[0] if embed.kind == Kind.MAP and view.places else None
    )
    entries = [] if on_counties else [{"code": status.value, "count": count} for status, count in counts.items()]
    widths = "".join(
        f".legend-bar span:nth-child({place}){{flex-grow:{count}}}"
        for place, count in enumerate((count for count in counts.values() if count), 1)
    )
    assets = map_assets()
    return embed_page(
        "embed_map.html",
        embed,
        site,
        heading=finding(view, register),
        scheme=scheme,
        licence=licence_line(),
        scripts=(drawn.script,),
        styles=(widths,) if entries else (),
        basis=basis(view, register),
        alt=map_alt(register, view),
        picture=f"{site.base_path}/{embed.picture()}",
        legend=fill("embed_legend.html", entries=entries, shares=share_class_words(SHARE_EDGES) if on_counties else []),
        widths=widths if entries else "",
        map=drawn,
        areas=site.base_path + assets.areas.path,
        leaflet=site.base_path + assets.leaflet_style.path,
    )


def _place(embed: Embed, register: Register) -> tuple[str, Bounds] | None:
    """Name what the map is about, and where it lies; None for the whole country."""
    view = embed.view
    if embed.kind == Kind.MAP and view.places:
        number = view.places[0]
        return register.municipalities.at[number, "navn"], bounds_of(boundaries(), [number])
    counties = view.places if embed.kind == Kind.COUNTY else view.selection.counties
    if not counties:
        return None
    table = register.municipalities
    return listing(place_names(view, register)), bounds_of(
        boundaries(), table.index[table["fylkesnummer"].isin(counties)]
    )
