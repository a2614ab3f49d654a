"""The process that draws: it starts whatever script Streamlit has made the main module."""

import sys
from types import ModuleType

from lib.exports import rendering


def test_it_never_runs_the_script_of_a_page(monkeypatch, tmp_path):
    script = tmp_path / "page.py"
    script.write_text("raise RuntimeError('a page outside of Streamlit')")
    page = ModuleType("__main__")
    page.__file__ = str(script)
    monkeypatch.setitem(sys.modules, "__main__", page)
    rendering._painter.cache_clear()
    drawn = rendering.vega_svg({"mark": "bar", "data": {"values": [{}]}, "width": 50, "height": 20})
    assert drawn.startswith("<svg")
    assert sys.modules["__main__"] is page
