"""The map of the county page: the chosen county in colours, the rest greyed out, and every municipality a way on."""

import pandas as pd

from lib.geography.boundaries import bounds_of
from lib.maps.choropleth import municipality_colours
from lib.ui.county_view import choose_county
from lib.ui.links import open_municipality
from lib.ui.map_view import areas_of, draw_map


def county_map(municipalities: pd.DataFrame, county: str) -> None:
    """Draw the map; a click opens the municipality, or the county of a municipality outside.

    Parameters
    ----------
    municipalities
        As :meth:`lib.register.register.Register.at` gives them, ``matches`` being True in the county.
    county
        The chosen county.
    """

    def clicked(number: str) -> None:
        other = municipalities.loc[number, "fylkesnummer"]
        if other == county:
            open_municipality(number)
        else:
            choose_county(other)

    areas = areas_of(municipalities)
    bounds = bounds_of(areas, areas.index[areas["fylkesnummer"] == county])
    draw_map(municipality_colours(areas), key="fylkeskart", on_click=clicked, focus=(county, bounds))
