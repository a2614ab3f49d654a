"""A sheet turned into files for print and screens: PNG and PDF, with its title, source and licence in them."""

import logging
import os
import re
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import cache
from io import BytesIO
from multiprocessing import get_context, parent_process
from threading import Thread
from types import ModuleType
from typing import Any, ParamSpec, TypeVar
from xml.etree import ElementTree

from PIL import Image
from PIL.PngImagePlugin import PngInfo
from pypdf import PdfWriter
from pypdf.generic import BooleanObject, DictionaryObject, NameObject, TextStringObject

from lib.exports.format import Format
from lib.svg import number
from lib.typeface import FONT_DIRECTORY

P = ParamSpec("P")
R = TypeVar("R")

# What metadata in a sheet is named by.
NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
}
_POINTS = 0.75  # points in a pixel

# The converter counts its objects short in the trailer of a PDF. Readers pass over it; pypdf would log it each time.
logging.getLogger("pypdf").setLevel(logging.ERROR)


def _said(svg: str) -> dict[str, str]:
    """Read a sheet's metadata back."""
    end = svg.index("</metadata>") + len("</metadata>")
    written = ElementTree.fromstring(svg[svg.index("<metadata>") : end])  # noqa: S314  written here
    return {
        field.tag.rpartition("}")[2]: field.text or "" for field in written.iterfind(".//rdf:Description/*", NAMESPACES)
    }


@cache
def _converter() -> ModuleType:
    """Load the converter with the typeface that the sheets are set in."""
    import vl_convert

    vl_convert.register_font_directory(str(FONT_DIRECTORY))
    return vl_convert


@cache
def _painter() -> ProcessPoolExecutor:
    """Start the process that draws.

    The converter holds the interpreter's lock for as long as it draws, up to a second for a poster. In a process of
    its own it makes nobody wait but those who asked for the picture.
    """
    pool = ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=_begin)
    with _no_main_module():
        pool.submit(int)
    return pool


def _begin() -> None:
    """Make the process that draws ready, and let it end with the one that it draws for, however that ends."""
    Thread(target=_end_with_parent, daemon=True).start()
    _converter()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(0)


@contextmanager
def _no_main_module() -> Iterator[None]:
    """Hide the main module: a new process runs it anew, and Streamlit has put the script of a page in its place."""
    before, nothing = sys.modules["__main__"], ModuleType("__main__")
    sys.modules["__main__"] = nothing
    try:
        yield
    finally:
        if sys.modules["__main__"] is nothing:
            sys.modules["__main__"] = before


def _drawn(paint: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    try:
        return _painter().submit(paint, *args, **kwargs).result()
    except BrokenProcessPool:
        _painter.cache_clear()
        return _painter().submit(paint, *args, **kwargs).result()


def to_png(svg: str, format: Format) -> bytes:  # noqa: A002
    """Draw a sheet in dots.

    Parameters
    ----------
    svg
        What :func:`lib.exports.sheet.compose` gave.
    format
        The format that it was given; tells the resolution.

    Returns
    -------
    bytes
        A PNG with title, description, date, source and licence in it.
    """
    return _drawn(_png, svg, format)


def _png(svg: str, format: Format) -> bytes:  # noqa: A002
    dots = 96 * format.scale
    # The converter reckons with 72 dots to the inch; it is told the true number, and the scale that gives the size.
    drawn = Image.open(BytesIO(_converter().svg_to_png(svg, scale=format.scale * 72 / dots, ppi=dots)))
    said, info = _said(svg), PngInfo()
    names = {"Title": "title", "Description": "description", "Source": "source", "Copyright": "rights"}
    for keyword, name in (names | {"Creation Time": "date"}).items():
        info.add_itxt(keyword, said.get(name, ""), lang=said["language"])
    file = BytesIO()
    drawn.convert("RGB").save(file, "PNG", pnginfo=info, dpi=(dots, dots), compress_level=6)
    return file.getvalue()


def to_pdf(svg: str) -> bytes:
    """Draw a sheet as a page.

    Parameters
    ----------
    svg
        What :func:`lib.exports.sheet.compose` gave.

    Returns
    -------
    bytes
        A PDF of one page in its true size, with the text as text, and title, source and language in its metadata.

    Raises
    ------
    ValueError
        When `svg` has no viewBox that starts in 0 0.
    """
    return _drawn(_pdf, svg)


def _pdf(svg: str) -> bytes:
    box = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
    if box is None:
        raise ValueError("svg: expected a viewBox that starts in 0 0")
    width, height = (number(float(side) * _POINTS) for side in box.groups())
    # The converter makes each pixel a point.
    sized = re.sub(
        r' width="[^"]*" height="[^"]*" viewBox', f' width="{width}" height="{height}" viewBox', svg, count=1
    )
    said, writer = _said(svg), PdfWriter(BytesIO(_converter().svg_to_pdf(sized)))
    writer.add_metadata(
        {
            "/Title": said["title"],
            "/Subject": said.get("description", ""),
            "/Keywords": f"{said['source']} {said['rights']}",
        }
    )
    writer.root_object[NameObject("/Lang")] = TextStringObject(said["language"])
    writer.root_object[NameObject("/ViewerPreferences")] = DictionaryObject(
        {NameObject("/DisplayDocTitle"): BooleanObject(True)}
    )
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def vega_svg(spec: dict[str, Any]) -> str:
    """Draw a chart.

    Parameters
    ----------
    spec
        Vega-Lite with the data inside.

    Returns
    -------
    str
        An SVG document, its texts in the typeface that the specification names.
    """
    return _drawn(_chart, spec)


def _chart(spec: dict[str, Any]) -> str:
    return _converter().vegalite_to_svg(spec)
