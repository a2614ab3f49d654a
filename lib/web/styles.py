"""The style sheets of the pages, each with the palette and what all pages share in it, and the typeface."""

from functools import cache
from importlib.resources import files
from pathlib import Path

from lib.assets import Asset
from lib.maps.assets import map_rules, shared_typeface
from lib.palette import css_variables


@cache
def site_style() -> Asset:
    """Give the style of Streamlit's pages."""
    return Asset(
        "site.css",
        (
            css_variables() + shared_typeface() + "".join(map(_sheet, ("swatches", "shared", "reading", "site")))
        ).encode(),
    )


@cache
def plain_style() -> Asset:
    """Give the style of the pages that need no session."""
    font_face = f"""@font-face {{
  font-display: swap;
  font-family: "Source Sans";
  font-weight: 200 900;
  src: url("{typeface().path.rpartition("/")[2]}") format("woff2");
}}
"""
    sheets = "".join(map(_sheet, ("swatches", "shared", "plain")))
    return Asset("plain.css", (css_variables() + font_face + sheets).encode())


@cache
def embed_style() -> Asset:
    """Give the style of embeds, the map's included, without a typeface: other pages pay for every byte."""
    return Asset("embed.css", (css_variables() + map_rules() + _sheet("swatches") + _sheet("embed")).encode())


@cache
def typeface() -> Asset:
    """Give the typeface that Streamlit's pages have, for the pages without Streamlit."""
    font = next(Path(str(files("streamlit"))).glob("static/static/media/SourceSansVF-Upright*.woff2"))
    return Asset("source-sans.woff2", font.read_bytes())


def _sheet(name: str) -> str:
    return (files("lib.web") / f"static/{name}.css").read_text(encoding="utf-8")
