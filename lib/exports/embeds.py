"""The embeds: which there are, how they are addressed, and the code that puts one into another page."""

from dataclasses import dataclass
from enum import StrEnum
from html import escape

from lib.exports.charts import CHARTS, charts_of
from lib.exports.format import Format
from lib.exports.naming import place_names, view_name
from lib.exports.view import COMPARISON, COUNTY_PAGE, DEVELOPMENT, MAP, MUNICIPALITY_PAGE, View
from lib.maps.choropleth import Level
from lib.pages import address
from lib.register.address import COUNTY, MUNICIPALITY
from lib.register.register import Register
from lib.register.selection import Selection
from lib.texts import _

SCHEME = "tema"


class Kind(StrEnum):
    """What an embed shows; the values stand in addresses."""

    MAP = "kart"
    COUNTY = "fylke"
    MUNICIPALITY = "kommune"
    CHART = "graf"


class Scheme(StrEnum):
    """Light or dark; the reader's own choice where an address names neither."""

    LIGHT = "lys"
    DARK = "mork"


# Pixels that each kind looks well in, and needs at least.
_SIZES = {
    Kind.MAP: (720, 760),
    Kind.COUNTY: (720, 640),
    Kind.MUNICIPALITY: (600, 340),
    Kind.CHART: (720, 640),
}
_CHART_HEIGHTS = {"utvikling": 900, "fylker": 840}
# More counties than this are better shown on the map.
_COUNTIES = 3
_LEAST_HEIGHTS = {Kind.MAP: 420, Kind.COUNTY: 420, Kind.MUNICIPALITY: 260, Kind.CHART: 320}


@dataclass(frozen=True)
class Embed:
    """A view as a page of others shows it.

    Attributes
    ----------
    kind
        What it shows.
    view
        The view; of the map, the county or the municipality, or the one that has the chart.
    chart
        Name of the chart, for charts.
    """

    kind: Kind
    view: View
    chart: str = ""

    @property
    def path(self) -> str:
        """Its path below the application's root."""
        rest = {Kind.MAP: (), Kind.CHART: (self.chart,)}.get(self.kind, self.view.places)
        return "/".join(("embed", self.kind, *rest))

    def parameters(self, scheme: str = "") -> dict[str, str]:
        """Write its parameters, without those that are as usual.

        Parameters
        ----------
        scheme
            Light or dark; empty for the reader's own.

        Returns
        -------
        dict
            Names and values.
        """
        in_path = {Kind.COUNTY: COUNTY, Kind.MUNICIPALITY: MUNICIPALITY}.get(self.kind)
        own = {name: value for name, value in self.view.parameters().items() if name != in_path}
        return own | ({SCHEME: scheme} if scheme else {})

    def address(self, scheme: str = "") -> str:
        """Write its address in the language spoken, relative to the application's root.

        Parameters
        ----------
        scheme
            As for :meth:`parameters`.

        Returns
        -------
        str
            For instance ``"embed/kart?fylke=34"``.
        """
        return address(self.path, **self.parameters(scheme))

    @property
    def width(self) -> int:
        """Width in pixels that it looks well in."""
        return _SIZES[self.kind][0]

    @property
    def height(self) -> int:
        """Height in pixels that it looks well in."""
        return _CHART_HEIGHTS.get(self.chart, _SIZES[self.kind][1])

    @property
    def least_height(self) -> int:
        """Height in pixels that it needs."""
        return _LEAST_HEIGHTS[self.kind]

    def word(self, register: Register) -> str:
        """Name it among the others that a page offers, for instance ``"Kart"`` or ``"Innlandet"``.

        Parameters
        ----------
        register
            The names of municipalities and counties.

        Returns
        -------
        str
            A word or two.
        """
        if self.kind in (Kind.COUNTY, Kind.MUNICIPALITY):
            return place_names(self.view, register)[0]
        if self.kind == Kind.MAP:
            return _("Kart")
        return {
            "tidslinje": _("Tidslinje"),
            "sammenligning": _("Tidslinjer"),
            "fylkesutvikling": _("Kurve"),
            "utvikling": _("Kurve"),
        }.get(self.chart, _("Søyler"))

    def title(self, register: Register) -> str:
        """Say what it is, without figures, which change while the code of an embed stays.

        Parameters
        ----------
        register
            The names of municipalities and counties.

        Returns
        -------
        str
            For instance ``"Kart: Frivillighetspolitikk i kommunene i Innlandet"``.
        """
        text = {
            Kind.MAP: _("Kart: {subject}"),
            Kind.COUNTY: _("Kart: {subject}"),
            Kind.MUNICIPALITY: "{subject}",
            Kind.CHART: _("Diagram: {subject}"),
        }[self.kind]
        return text.format(subject=view_name(self.view, register))

    def picture(self) -> str:
        """Write the address of a picture that shows the same, relative to the application's root."""
        page = self.view.page
        path = f"last-ned/graf/{page}/{self.chart}.png" if self.kind == Kind.CHART else f"last-ned/kart/{page}.png"
        return address(path, format=Format.SQUARE.value, **self.view.parameters())


def embed_of(view: View, register: Register) -> Embed:
    """Choose the embed that stands for a page.

    Parameters
    ----------
    view
        What the page shows.
    register
        The observations.

    Returns
    -------
    Embed
        Of the municipality or the county that the page is about, or its chart over the years; otherwise the map with
        the same choices.
    """
    kinds = {MUNICIPALITY_PAGE: Kind.MUNICIPALITY, COUNTY_PAGE: Kind.COUNTY}
    if view.page in kinds and view.places:
        return Embed(kinds[view.page], view)
    charts = {DEVELOPMENT: "utvikling", COMPARISON: "andeler" if view.level == Level.COUNTIES else "sammenligning"}
    chart = charts.get(view.page)
    if chart and CHARTS[chart].exists(view, register):
        return Embed(Kind.CHART, view, chart)
    return Embed(Kind.MAP, map_view(view))


def embeds_of(view: View, register: Register) -> list[Embed]:
    """List the embeds that a page offers.

    Parameters
    ----------
    view
        What the page shows.
    register
        The observations.

    Returns
    -------
    list of Embed
        The one that stands for the page first, then the charts, the county of a municipality, and the map.
    """
    first = embed_of(view, register)
    offered = [
        first,
        *(Embed(Kind.CHART, view, one.name) for one in charts_of(view, register) if one.name != first.chart),
    ]
    chosen = [view.places[0]] if view.page == MAP and view.places else []
    offered += [
        Embed(Kind.MUNICIPALITY, View(MUNICIPALITY_PAGE, view.today, _now(view), places=(one,))) for one in chosen
    ]
    if view.page == MUNICIPALITY_PAGE:
        chosen = list(view.places)
    counties = [str(register.municipalities.at[one, "fylkesnummer"]) for one in chosen]
    if view.page == MAP:
        counties = [*view.selection.counties, *counties]
    offered += [
        Embed(Kind.COUNTY, View(COUNTY_PAGE, view.today, Selection(view.today), places=(one,)))
        for one in dict.fromkeys(counties[:_COUNTIES])
    ]
    return offered if first.kind == Kind.MAP else [*offered, Embed(Kind.MAP, map_view(view))]


def _now(view: View) -> Selection:
    return Selection(view.today, view.selection.definition)


def map_view(view: View) -> View:
    """Give the view of the map page that shows the same as the map of another page.

    Parameters
    ----------
    view
        The view.

    Returns
    -------
    View
        With the same date, definition and counties.
    """
    if view.page == MAP:
        return view
    chosen = view.selection
    counties = view.places if view.page == COUNTY_PAGE or view.level == Level.COUNTIES else chosen.counties
    level = view.level if view.page == COMPARISON and not counties else Level.MUNICIPALITIES
    return View(MAP, view.today, Selection(chosen.on, chosen.definition, tuple(sorted(counties))), level)


def frame_code(
    embed: Embed, register: Register, root: str, *, scheme: str = "", width: int = 0, height: int = 0
) -> str:
    """Write the code that shows an embed in a frame.

    Parameters
    ----------
    embed
        The embed.
    register
        The names of municipalities and counties.
    root
        Full address of the application's root, with a slash at the end.
    scheme
        Light or dark; empty for the reader's own.
    width, height
        In pixels; 0 for as wide as there is room, and as high as suits the embed.

    Returns
    -------
    str
        HTML: a frame that is loaded when it comes near the screen, with a link for readers that show no frames.
    """
    title, full = escape(embed.title(register)), "100%"
    return (
        f'<iframe src="{escape(root + embed.address(scheme))}" title="{title}" width="{width or full}" '
        f'height="{height or embed.height}" style="border:0" loading="lazy">'
        f'<a href="{escape(full_address(embed, root))}">{title}</a></iframe>'
    )


def picture_code(embed: Embed, register: Register, root: str) -> str:
    """Write the code that shows a picture in place of an embed, for pages that allow no frames.

    Parameters
    ----------
    embed, register, root
        As for :func:`frame_code`.

    Returns
    -------
    str
        HTML: a picture that leads to the page.
    """
    title = embed.title(register)
    alt = _("{title}. Tallene står i bildet og på siden som det lenker til.").format(title=title)
    return (
        f'<a href="{escape(full_address(embed, root))}">'
        f'<img src="{escape(root + embed.picture())}" alt="{escape(alt)}" '
        f'style="max-width:100%;height:auto" loading="lazy"></a>'
    )


def full_address(embed: Embed, root: str) -> str:
    """Write the full address of the page that an embed is a part of; the parameters are those of :func:`frame_code`."""
    return root + embed.view.address().removeprefix("./")
