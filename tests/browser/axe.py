"""What axe finds: with the axe-core that comes with the Python package, or the file that AXE_CORE names."""

import os
from functools import cache
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Frame, Page

WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa")


@cache
def _axe() -> Axe:
    path = os.environ.get("AXE_CORE")
    return Axe.from_file(path) if path else Axe()


def faults(document: Page | Frame, *, tags: tuple[str, ...] = WCAG, within: str | None = None) -> str:
    """Tell what axe finds on a page, in a frame or in a part of one; empty when it finds nothing."""
    results: Any = _axe().run(document, context=within, options={"runOnly": {"type": "tag", "values": list(tags)}})  # type: ignore[arg-type]
    return str(results.generate_report()) if results.violations_count else ""
