"""The choropleth as a page's own part, without Streamlit: drawn by folium, its colours with it, the same each time."""

from typing import NamedTuple

from branca.element import Figure, JavascriptLink

from lib.maps.choropleth import Colours, Guest, Paint, base_map


class MapParts(NamedTuple):
    """What folium writes for a map, in parts, for a page that is more than a map.

    Attributes
    ----------
    body
        The element that the map is drawn in.
    scripts
        Addresses of the scripts that it needs, in their order.
    script
        What draws it; to stand after `body` and `scripts`.
    """

    body: str
    scripts: tuple[str, ...]
    script: str


def painted_map(base_path: str, colours: Colours, guest: Guest, *, chosen: str | None = None) -> MapParts:
    """Make a map that stands by itself.

    Parameters
    ----------
    base_path
        What stands before the application's own addresses, without a slash at the end.
    colours
        As :func:`lib.maps.choropleth.municipality_colours` or :func:`lib.maps.choropleth.county_colours` gives them.
    guest
        What the map is about, and where clicks lead.
    chosen
        Number of the municipality to outline.

    Returns
    -------
    MapParts
        The same for the same arguments, in every process.
    """
    frame = base_map(base_path, guest)
    # folium names its variables by lot; copies of a page could then not be told to be the same.
    frame._id = "embed"
    frame.add_child(Paint(dict(colours) | ({"chosen": chosen} if chosen else {})))
    figure = frame.get_root()
    assert isinstance(figure, Figure)
    figure.render()
    links = [part.url for part in figure.header._children.values() if isinstance(part, JavascriptLink)]
    return MapParts(figure.html.render().strip(), tuple(links), figure.script.render().strip())
