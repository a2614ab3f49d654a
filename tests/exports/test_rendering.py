"""The process that draws: it starts whatever script Streamlit has made the main module."""

import subprocess
import sys
from types import ModuleType

import psutil

from lib.exports import rendering
from tests.conftest import ROOT


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


DRAW_AND_WAIT = """
from lib.exports.rendering import vega_svg
vega_svg({"mark": "bar", "data": {"values": [{}]}, "width": 50, "height": 20})
print("drawn", flush=True)
input()
"""


def test_it_ends_with_the_process_that_it_draws_for():
    server = subprocess.Popen(
        [sys.executable, "-c", DRAW_AND_WAIT], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert server.stdout.readline() == "drawn\n"
    painters = psutil.Process(server.pid).children()
    assert painters
    server.kill()
    server.wait(10)
    _gone, alive = psutil.wait_procs(painters, timeout=10)
    assert not [painter for painter in alive if painter.status() != psutil.STATUS_ZOMBIE]
