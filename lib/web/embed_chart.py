"""The embedded chart: drawn on the server, in the widths and schemes that frames come in; no script."""

import re
from functools import cache
from xml.sax.saxutils import escape, unescape

from lib.exports.chart_drawing import draw_chart, draw_chart_legend
from lib.exports.charts import CHARTS
from lib.exports.embeds import Embed, Scheme
from lib.exports.naming import licence_line
from lib.palette import CHART_INK, PUBLISHED_INK, STATUS_LOOKS
from lib.register.address import Parameters, read_choice
from lib.register.status import Status
from lib.svg import INK, PAPER, QUIET_INK, element, group, number
from lib.typeface import FAMILY, text_width
from lib.web.answers import Asked, Content, refuse
from lib.web.embed_page import HEADERS, embed_page

WIDTH = "bredde"
# Width of the drawing, and up to which width of the frame it is shown. Texts keep their size in all of them.
_WIDTHS = {292: 480, 560: 760, 880: None}
_FONT = 14
_TEXT = re.compile(r"<(text|tspan)\b([^>]*)>([^<]+)</\1>")
_SIZE = re.compile(r'font-size="([\d.]+)(?:px)?"')
_WEIGHT = re.compile(r'font-weight="(\w+)"')
_BOLD = ("600", "700", "bold")


def chart_embed(embed: Embed, scheme: str, asked: Asked) -> Content:
    """Show the chart.

    Parameters
    ----------
    embed
        The view, and which of its charts.
    scheme
        Light or dark; empty for the reader's own.
    asked
        The request.

    Returns
    -------
    Content
        The page.
    """
    view, register, chart = embed.view, asked.register, CHARTS[embed.chart]
    sources = [
        (_condition(widest, each, scheme), _drawing(embed, asked, width, each))
        for each in ([scheme] if scheme else Scheme)
        for width, widest in _WIDTHS.items()
    ]
    return embed_page(
        "embed_chart.html",
        embed,
        asked.site,
        heading=chart.title(view, register),
        scheme=scheme,
        licence=licence_line(),
        basis=chart.subtitle(view, register),
        sources=[(condition, address) for condition, address in sources if condition],
        drawing=_drawing(embed, asked, max(_WIDTHS), scheme or Scheme.LIGHT),
        alt=chart.alternative(view, register),
        notes=chart.notes(view, register),
    )


def _condition(widest: int | None, scheme: str, asked: str) -> str:
    """Write when a drawing is shown: how wide the frame is, and what the reader prefers where nobody has said it."""
    conditions = [f"(max-width: {widest}px)"] if widest else []
    if not asked and scheme == Scheme.DARK:
        conditions.insert(0, "(prefers-color-scheme: dark)")
    elif not asked and widest:
        conditions.insert(0, "(prefers-color-scheme: light)")
    return " and ".join(conditions)


def _drawing(embed: Embed, asked: Asked, width: int, scheme: str) -> str:
    parameters = embed.parameters(scheme) | {WIDTH: str(width)}
    return asked.site.path(f"{embed.path}/tegning.svg", **parameters)


def chart_drawing(embed: Embed, scheme: str, asked: Asked) -> Content:
    """Draw a chart with its legend and nothing else around it.

    Parameters
    ----------
    embed, scheme, asked
        As for :func:`chart_embed`.

    Returns
    -------
    Content
        An SVG.
    """
    width, chart, view, register = _read_width(asked.query), CHARTS[embed.chart], embed.view, asked.register
    legend = draw_chart_legend(chart, view, register, width, _FONT)
    drawn = draw_chart(chart, view, register, width, _FONT)
    height = legend.height + _FONT + drawn.height
    svg = element(
        "svg",
        element("title", escape(chart.title(view, register))),
        legend.svg,
        group(drawn.svg, y=legend.height + _FONT),
        xmlns="http://www.w3.org/2000/svg",
        width=width,
        height=height,
        viewBox=f"0 0 {width} {height:.6g}",
        font_family=FAMILY,
    )
    svg = _TEXT.sub(_fitted, svg)
    return Content((_in_the_dark(svg) if scheme == Scheme.DARK else svg).encode(), "image/svg+xml", headers=HEADERS)


def _fitted(text: re.Match[str]) -> str:
    """Fix the width of a text to what it has room for: readers without the typeface see a wider one in its place."""
    tag, attributes, content = text.groups()
    size, weight = _SIZE.search(attributes), _WEIGHT.search(attributes)
    if not size or not content.strip():
        return text[0]
    width = text_width(unescape(content), float(size[1]), 600 if weight and weight[1] in _BOLD else 400)
    # Kerning, which is left out of the reckoning, makes lines a little shorter.
    return f'<{tag}{attributes} textLength="{number(0.98 * width)}" lengthAdjust="spacingAndGlyphs">{content}</{tag}>'


@cache
def _dark_colours() -> dict[str, str]:
    light, dark = STATUS_LOOKS["light"], STATUS_LOOKS["dark"]
    colours = {light[status].fill: dark[status].fill for status in Status}
    colours |= {light[status].ink: dark[status].ink for status in Status if light[status].ink}
    colours |= {PUBLISHED_INK["light"]: PUBLISHED_INK["dark"], CHART_INK["light"]: CHART_INK["dark"]}
    return colours | {INK: "#eef4f4", QUIET_INK: CHART_INK["dark"], PAPER: "#1a272c"}


def _in_the_dark(svg: str) -> str:
    """Give a drawing made for white paper the colours that the palette has on a dark page."""
    colours = _dark_colours()
    return re.sub("|".join(map(re.escape, colours)), lambda found: colours[found[0]], svg)


def _read_width(query: Parameters) -> int:
    width, ignored = read_choice(query, WIDTH, [str(each) for each in _WIDTHS])
    refuse(ignored)
    return int(width) if width else max(_WIDTHS)
