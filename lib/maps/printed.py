"""The map on paper: municipalities or counties in the colours and patterns of the screen, drawn as SVG.

For files and pictures, where there is no browser. The map fits itself into the space that it is given; titles, sources
and the rest of the sheet belong to ``lib.exports``.
"""

from lib.geography.projection import Detail, Outlines, Window, bounds_on_paper, outlines
from lib.maps.choropleth import Level
from lib.maps.fills import (
    AREA_LINE,
    CHOSEN_LINE,
    COUNTY_LINE,
    GREYED,
    QUIET_COUNTY_LINE,
    QUIET_LAND,
    SURROUNDINGS,
    patterns,
    share_fill,
    status_fill,
)
from lib.maps.names import draw_names
from lib.maps.picture import Frame, Picture
from lib.palette import share_class
from lib.register.status import Status
from lib.svg import element, group, line_of_text, number
from lib.texts import _

# Round the Oslofjord, in the units of the outlines, and where there is room for it: east of the border with Sweden.
_OSLOFJORD = (1900.0, -67150.0, 3250.0, -65300.0)
_INSET = (5600.0, -72100.0, 11000.0, -64700.0)
# West of the coast there is only sea: rectangles from the upper left corner, so wide and so high.
_SEA = ((3550.0, 7800.0), (4150.0, 6950.0))


def free_corners(picture: Picture, width: float, height: float) -> list[tuple[float, float]]:
    """Tell how much :func:`draw_map` leaves empty at the upper left.

    Parameters
    ----------
    picture
        What is shown.
    width, height
        The space that the map is given.

    Returns
    -------
    list of tuple of float
        Width and height of the strip beside the country and of the sea to the north-west; none for a part of the
        country, which may lie anywhere.
    """
    if not picture.is_country:
        return []
    beside = max(width - picture.aspect * height, 0)
    scale = _frame(picture, width, height).scale
    return [(beside, height), *((beside + across * scale, down * scale) for across, down in _SEA)]


def pattern_size(picture: Picture, width: float, height: float, font: float) -> float:
    """Tell how large the patterns are, so that a map's and its legend's are alike and neither blurs nor coarsens."""
    reach = height if picture.is_country else min(width, height) * 1.4
    return min(max(reach / 850, font / 24), 1.5)


def draw_map(picture: Picture, width: float, height: float, font: float) -> str:
    """Draw a map.

    Parameters
    ----------
    picture
        What it shows.
    width, height
        The space that it may fill; the country lies to the right in it.
    font
        Size of names.

    Returns
    -------
    str
        SVG with (0, 0) at the upper left, and the definitions of patterns that legends use too.
    """
    frame = _frame(picture, width, height)
    size = pattern_size(picture, width, height, font)
    line = min(max(height / 1400, 0.22), 0.7)
    # What is magnified has patterns that are as much smaller; those without magnification are for swatches.
    definitions = [patterns(size), patterns(size, "kart", magnified=frame.scale)]
    parts = []
    if picture.is_country:
        shapes = outlines(Detail.COUNTRY)
    else:
        shapes = outlines(Detail.FULL, _window(frame, width, height))
        parts.append(element("rect", width=width, height=height, fill=SURROUNDINGS))
    parts.append(_areas(picture, shapes, frame, line, "kart"))
    if picture.is_country and picture.level == Level.MUNICIPALITIES:
        drawn, inset_definitions = _oslofjord(picture, frame, line, font, size)
        parts.append(drawn)
        definitions.append(inset_definitions)
    parts.append(draw_names(picture, frame, width, height, font))
    return element("defs", *definitions) + "".join(parts)


def draw_locator(picture: Picture, height: float) -> tuple[str, float]:
    """Draw the country small, with a frame round the part that a map shows.

    Parameters
    ----------
    picture
        What the map shows.
    height
        How high the locator is to be.

    Returns
    -------
    str
        SVG with (0, 0) at the upper left.
    float
        Its width.
    """
    left, top, right, bottom = bounds_on_paper()
    scale = height / (bottom - top)
    frame = Frame(scale, -left * scale, -top * scale)
    land = element(
        "path",
        d="".join(outlines(Detail.LOCATOR).counties.values()),
        fill=GREYED,
        transform=f"translate({number(frame.x, 3)} {number(frame.y, 3)}) scale({number(scale, 6)})",
    )
    west, north, east, south = picture.bounds()
    (x, y), (end_x, end_y) = frame.place(west, north), frame.place(east, south)
    # A small part is marked by a frame that can be seen.
    across, down = max(end_x - x, height / 14), max(end_y - y, height / 14)
    mark = element(
        "rect",
        x=(x + end_x - across) / 2,
        y=(y + end_y - down) / 2,
        width=across,
        height=down,
        fill="none",
        stroke=CHOSEN_LINE,
        stroke_width=height / 90,
    )
    return group(land, mark, id="hvor-i-landet"), (right - left) * scale


def _frame(picture: Picture, width: float, height: float) -> Frame:
    left, top, right, bottom = picture.bounds()
    scale = min(width / (right - left), height / (bottom - top))
    x = width - right * scale if picture.is_country else (width - (left + right) * scale) / 2
    return Frame(scale, x, (height - (top + bottom) * scale) / 2)


def _window(frame: Frame, width: float, height: float) -> Window:
    """Tell which part of the outlines a drawing shows."""
    return (
        -frame.x / frame.scale,
        -frame.y / frame.scale,
        (width - frame.x) / frame.scale,
        (height - frame.y) / frame.scale,
    )


def _areas(picture: Picture, shapes: Outlines, frame: Frame, line: float, ground: str) -> str:
    """Draw the areas, the lines between counties and the outlines of those chosen."""
    width = line / frame.scale
    if picture.level == Level.COUNTIES:
        coloured = _counties(picture, shapes, width)
    else:
        coloured = _municipalities(picture, shapes, width, ground)
    borders = element(
        "path", d=shapes.borders, fill="none", stroke=COUNTY_LINE if picture.is_country else QUIET_COUNTY_LINE,
        stroke_width=_fine(2.1 * width),
        stroke_linejoin="round", stroke_linecap="round", id="fylkesgrenser" if ground == "kart" else None,
    )  # fmt: skip
    outline = "".join(
        element(
            "path", d=shapes.municipalities[chosen], fill="none", stroke=CHOSEN_LINE, stroke_width=_fine(3.6 * width),
            stroke_linejoin="round",
        )
        for chosen in picture.chosen
        if chosen in shapes.municipalities and picture.level == Level.MUNICIPALITIES
    )  # fmt: skip
    return element(
        "g",
        coloured,
        borders,
        outline,
        transform=f"translate({number(frame.x, 3)} {number(frame.y, 3)}) scale({number(frame.scale, 6)})",
    )


def _fine(value: float) -> str:
    return number(value, 3)


def _municipalities(picture: Picture, shapes: Outlines, width: float, ground: str) -> str:
    table = picture.municipalities
    focus = set(picture.focus) or set(table.index)
    named = ground == "kart"
    layers: dict[str, list[str]] = {key: [] for key in ("land", "utenfor", *map(str, Status))}
    for area, path in shapes.municipalities.items():
        key = "land" if area not in focus else table.at[area, "status"] if table.at[area, "matches"] else "utenfor"
        layers[key].append(element("path", d=path, id=f"kommune-{area}" if named else None))
    fills = {"land": QUIET_LAND, "utenfor": GREYED} | {status.value: status_fill(status, ground) for status in Status}
    return "".join(
        element(
            "g", *paths, fill=fills[key], stroke="#ffffff" if key in ("land", "utenfor") else AREA_LINE,
            stroke_width=_fine(width), stroke_linejoin="round", id=f"flater-{key}" if named else None,
        )
        for key, paths in layers.items()
        if paths
    )  # fmt: skip


def _counties(picture: Picture, shapes: Outlines, width: float) -> str:
    focus = {picture.municipalities.at[area, "fylkesnummer"] for area in picture.focus}
    parts = []
    for county, path in shapes.counties.items():
        if focus and county not in focus:
            fill = QUIET_LAND
        elif county in picture.counties.index:
            fill = share_fill(share_class(picture.counties.at[county, "share"]))
        else:
            fill = GREYED
        parts.append(element("path", d=path, fill=fill, id=f"fylke-{county}"))
    return element("g", *parts, stroke=AREA_LINE, stroke_width=_fine(width), stroke_linejoin="round")


def _oslofjord(picture: Picture, frame: Frame, line: float, font: float, size: float) -> tuple[str, str]:
    """Draw the land round the Oslofjord once more, larger, in a frame of its own."""
    left, top = frame.place(_INSET[0], _INSET[1])
    right, bottom = frame.place(_INSET[2], _INSET[3])
    scale = min((right - left) / (_OSLOFJORD[2] - _OSLOFJORD[0]), (bottom - top) / (_OSLOFJORD[3] - _OSLOFJORD[1]))
    across, down = scale * (_OSLOFJORD[2] - _OSLOFJORD[0]), scale * (_OSLOFJORD[3] - _OSLOFJORD[1])
    left, top = right - across, bottom - down
    inner = Frame(scale, left - _OSLOFJORD[0] * scale, top - _OSLOFJORD[1] * scale)
    areas = _areas(picture, outlines(Detail.FULL, _OSLOFJORD), inner, line * 1.15, "oslofjorden")
    box = element(
        "rect", x=left, y=top, width=across, height=down, fill="none", stroke=COUNTY_LINE, stroke_width=2 * line
    )
    (mark_left, mark_top), (mark_right, mark_bottom) = frame.place(*_OSLOFJORD[:2]), frame.place(*_OSLOFJORD[2:])
    mark = element(
        "rect", x=mark_left, y=mark_top, width=mark_right - mark_left, height=mark_bottom - mark_top, fill="none",
        stroke=COUNTY_LINE, stroke_width=2 * line,
    )  # fmt: skip
    small = 0.85 * font
    label = line_of_text(_("Oslofjorden"), left, top - 0.4 * small, small, weight=600)
    drawn = group(areas, box, mark, label, id="oslofjorden")
    return drawn, patterns(size, "oslofjorden", magnified=scale)
