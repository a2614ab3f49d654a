"""The choropleth: a base map that never changes, and a layer that colours it.

st_folium mounts its frame anew whenever the base map's script changes, so everything that depends on a filter goes
through the colours: a few kilobytes in a feature group. The geometry is fetched once by the browser.
"""

import json
from enum import StrEnum
from typing import Any, NamedTuple

import folium
import pandas as pd
from branca.element import Element, Figure, MacroElement
from folium.elements import JSCSSMixin
from folium.template import Template

from lib.maps.assets import map_assets
from lib.palette import share_class
from lib.register.status import Status
from lib.texts import _, ngettext
from lib.texts.formats import count_of, percent
from lib.texts.words import since_phrase, status_word


class Level(StrEnum):
    """What the map colours."""

    MUNICIPALITIES = "kommuner"
    COUNTIES = "fylker"


Bounds = list[list[float]]
Colours = dict[str, Any]

# South-west and north-east corners (latitude, longitude) of the views that buttons lead to.
VIEWS: dict[str, Bounds] = {
    "country": [[57.85, 4.2], [71.25, 31.3]],
    "south": [[57.9, 4.3], [64.1, 13.2]],
    "north": [[64.6, 10.5], [71.3, 31.4]],
    "oslofjord": [[58.85, 9.6], [60.35, 11.9]],
}


class Guest(NamedTuple):
    """How the map behaves in a page of others, where a click tells about a place and leads to the site.

    Attributes
    ----------
    place
        Name and bounds of what the map is about; None for the whole country.
    municipality, county
        Addresses of their pages, with ``0000`` for the number.
    """

    place: tuple[str, Bounds] | None
    municipality: str
    county: str


CODES = {
    Status.ADOPTED: "a",
    Status.IN_PROGRESS: "p",
    Status.EXPIRED: "e",
    Status.NONE: "n",
    Status.UNKNOWN: "u",
}


class _Frame(folium.Map):
    """A folium map that keeps browsers free to zoom its page and loads nothing from elsewhere."""

    def __init__(self, **options: Any):
        super().__init__(**options)
        self.default_js = []
        self.default_css = []

    def render(self, **kwargs: object) -> None:  # type: ignore[override]  # as folium has it
        super().render(**kwargs)
        # folium's own header forbids zooming the page (user-scalable=no); ours takes its place under the same name.
        style = f"<style>#{self.get_name()} {{ position: relative; height: 100%; width: 100%; }}</style>"
        figure = self.get_root()
        assert isinstance(figure, Figure)
        figure.header.add_child(Element(style), name=self.get_name())


class _Register(JSCSSMixin):
    """Hands the Leaflet map over to our script, which fetches and draws the geometry."""

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "window.registerMap = new RegisterMap({{ this._parent.get_name() }}, {{ this.config }});"
        "{% endmacro %}"
    )

    def __init__(self, base_path: str, guest: Guest | None = None):
        super().__init__()
        self._name = "Register"
        assets = map_assets()
        self.default_js = [
            ("leaflet", base_path + assets.leaflet_script.path),
            ("register", base_path + assets.script.path),
        ]
        self.default_css = [
            ("leaflet_css", base_path + assets.leaflet_style.path),
            ("register_css", base_path + assets.style.path),
        ]
        names = {
            "country": _("Hele landet"),
            "south": _("Sør-Norge"),
            "north": _("Nord-Norge"),
            "oslofjord": _("Oslofjorden"),
        }
        views = [{"name": names[view], "bounds": bounds} for view, bounds in VIEWS.items()]
        texts = {
            "label": _("Kart over kommunene. Søket og tabellen på siden gir det samme i tekst."),
            "loading": _("Henter kartet …"),
            "failed": _("Kartet kunne ikke hentes. Last siden på nytt, eller bruk søket og tabellen på siden."),
            "zoomIn": _("Zoom inn"),
            "zoomOut": _("Zoom ut"),
            "views": _("Vis del av landet"),
            "attribution": _("Grenser: Kartverket, CC BY 4.0, forenklet"),
        }
        config = {
            "areas": base_path + assets.areas.path,
            "counties": base_path + assets.counties.path,
            "views": views,
            "statuses": {code: {"status": status.value, "word": status_word(status)} for status, code in CODES.items()},
            "texts": texts,
        }
        if guest:
            if guest.place:
                config["views"] = [{"name": guest.place[0], "bounds": guest.place[1]}, views[0]]
            texts["label"] = _("Kart over kommunene. Tallene står i teksten ved siden av.")
            texts["failed"] = _("Kartet kunne ikke hentes. Last siden på nytt, eller åpne den i full versjon.")
            config["guest"] = {
                "municipality": guest.municipality,
                "county": guest.county,
                "more": _("Mer om {name}").format(name="0000"),
            }
        self.config = _script_json(config)


class Paint(MacroElement):
    """Colours the map that is already there."""

    _template = Template("{% macro script(this, kwargs) %}window.registerMap.paint({{ this.state }});{% endmacro %}")

    def __init__(self, state: dict):
        super().__init__()
        self._name = "Paint"
        self.state = _script_json(state)


def _script_json(value: object) -> str:
    """Write JSON that may stand in a script element whatever texts it holds."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")


def base_map(base_path: str = "", guest: Guest | None = None) -> folium.Map:
    """Make the map that every run sends alike: the frame, its controls and where the geometry is.

    Parameters
    ----------
    base_path
        What stands before the application's own addresses, without a slash at the end.
    guest
        How it behaves in a page of others; None in our own.

    Returns
    -------
    folium.Map
        A new map; adding a feature group changes it, so it is not to be kept between runs.
    """
    frame = _Frame(
        location=[64.9, 17.5],
        zoom_start=4,
        tiles=None,
        zoom_control=False,
        zoom_snap=0.05,
        zoom_delta=0.75,
        min_zoom=3,
        max_zoom=11,
        max_bounds=True,
        # Wider than the country by more than a frame, however tall: Leaflet moves a view that does not fit inside.
        min_lat=40,
        max_lat=80,
        min_lon=-50,
        max_lon=85,
    )
    frame.add_child(_Register(base_path, guest))
    return frame


def municipality_colours(areas: pd.DataFrame) -> Colours:
    """Colour each municipality by its status.

    Parameters
    ----------
    areas
        In the order of the boundaries, indexed by ``kommunenummer``, with ``status``, ``since``, ``basis`` and
        ``matches`` (False: greyed out).

    Returns
    -------
    dict
        What the browser needs to know, for :func:`colour_layer`.
    """
    codes = [
        CODES[status] if match else CODES[status].upper()
        for status, match in zip(areas["status"], areas["matches"], strict=True)
    ]
    notes = pd.Series(
        [since_phrase(*row) for row in zip(areas["status"], areas["since"], areas["basis"], strict=True)],
        index=areas.index,
    )
    phrases = sorted(set(notes) - {""})
    return {
        "level": "municipalities",
        "codes": "".join(codes),
        "phrases": phrases,
        "notes": {number: phrases.index(note) for number, note in notes.items() if note},
    }


def county_colours(counties: pd.DataFrame) -> Colours:
    """Colour each county by the share of its municipalities that have adopted a policy.

    Parameters
    ----------
    counties
        All counties, indexed by ``fylkesnummer``, with ``fylke``, counts of ``adopted`` and ``unknown``, ``total``,
        ``share`` (0 to 1; missing where the selection leaves no municipality) and ``matches`` (False: greyed out).

    Returns
    -------
    dict
        What the browser needs to know, for :func:`colour_layer`.
    """
    state = {
        row.Index: {
            "class": share_class(row.share) if row.total else 0,
            "dim": not row.matches,
            "lines": _county_lines(row),
        }
        for row in counties.itertuples()
    }
    return {"level": "counties", "counties": state}


def _county_lines(row) -> list[str]:  # type: ignore[no-untyped-def]  # a named tuple of pandas
    if not row.total:
        return [row.fylke, _("Ingen kommuner i utvalget")]
    return [
        row.fylke,
        _("{count} kommuner har vedtatt ({share})").format(
            count=count_of(row.adopted, row.total), share=percent(row.share)
        ),
        ngettext("{count} er ikke undersøkt", "{count} er ikke undersøkt", row.unknown).format(
            count=count_of(row.unknown, row.total)
        ),
    ]


def colour_layer(
    colours: Colours, *, chosen: str | None = None, focus: tuple[str, Bounds] | None = None
) -> folium.FeatureGroup:
    """Make the layer that colours the map that is already there.

    Parameters
    ----------
    colours
        As :func:`municipality_colours` or :func:`county_colours` gives them.
    chosen
        Number of the municipality to outline.
    focus
        Place to bring into view, as its number and bounds; brought into view once each time that it changes.

    Returns
    -------
    folium.FeatureGroup
        To be given to st_folium as ``feature_group_to_add``.
    """
    state = dict(colours)
    if focus is not None:
        state["focus"] = {"place": focus[0], "bounds": focus[1]}
    if chosen is not None:
        state["chosen"] = chosen
    group = folium.FeatureGroup()
    group.add_child(Paint(state))
    return group
