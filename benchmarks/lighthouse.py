"""Run Lighthouse on some pages and write down what it found: ``python -m benchmarks.lighthouse``.

Starts a dashboard of its own, needs Node and what ``npm ci`` puts below ``tools/audit``, and exits with 1 when a page
is below the limits.
"""

import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import streamlit

from benchmarks.servers import dashboard

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / "docs" / "audit.md"
LIGHTHOUSE = ROOT / "tools" / "audit" / "node_modules" / ".bin" / "lighthouse"
PAGES = ["/", "/kommune/4601-bergen", "/kommune?kommune=4601"]
# The least score of each category, of 100.
LIMITS = {"accessibility": 100, "best-practices": 95}
_CHROMIUM = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def audit(url: str) -> dict[str, Any]:
    """Run Lighthouse on a page.

    Parameters
    ----------
    url
        Its full address.

    Returns
    -------
    dict
        Lighthouse's result.

    Raises
    ------
    subprocess.CalledProcessError
        When Lighthouse could not load the page.
    """
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    environment = os.environ | ({"CHROME_PATH": browser} if browser else {})
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "result.json"
        command = [str(LIGHTHOUSE), url, "--quiet", "--output=json", f"--output-path={output}"]
        chosen = [f"--only-categories={','.join(LIMITS)}", f"--chrome-flags={' '.join(_CHROMIUM)}"]
        subprocess.run([*command, *chosen], check=True, env=environment, timeout=300)
        result: dict[str, Any] = json.loads(output.read_text(encoding="utf-8"))
    return result


def scores(result: Mapping[str, Any]) -> dict[str, int]:
    """Give the score of each category, of 100."""
    return {name: round(100 * result["categories"][name]["score"]) for name in LIMITS}


def objections(result: Mapping[str, Any]) -> list[str]:
    """List what took points off, as Lighthouse calls it."""
    counted = [each["id"] for name in LIMITS for each in result["categories"][name]["auditRefs"] if each["weight"]]
    audits = [result["audits"][each] for each in counted]
    return [each["title"] for each in audits if each["score"] not in (None, 1)]


def report(results: Mapping[str, Mapping[str, Any]]) -> str:
    """Write the results for the documentation.

    Parameters
    ----------
    results
        Lighthouse's result for each path.

    Returns
    -------
    str
        Markdown.
    """
    first = next(iter(results.values()))
    browser = first["environment"]["hostUserAgent"].partition("Chrome/")[2].partition(" ")[0]
    axe = first["environment"]["credits"]["axe-core"]
    rows = [
        f"| `{path}` | {scores(result)['accessibility']} | {scores(result)['best-practices']} "
        f"| {'; '.join(objections(result)) or '–'} |"
        for path, result in results.items()
    ]
    return "\n".join(
        [
            "# Tilgjengelighet, målt med Lighthouse",
            "",
            "Skrevet av `make audit`. Kravet er 100 for tilgjengelighet og minst 95 for god praksis.",
            "",
            "| side | tilgjengelighet | god praksis | trekk |",
            "|---|---|---|---|",
            *rows,
            "",
            f"Målt {datetime.now(UTC).date().isoformat()} med Lighthouse {first['lighthouseVersion']}, axe-core {axe}, "
            f"Chromium {browser}, Streamlit {streamlit.__version__} og Python {platform.python_version()}.",
            "",
            "`make audit` kjører også `tests/browser/test_accessibility.py` med axe-core fra npm, i utgaven som",
            "er låst i `tools/audit/package-lock.json`. `make test` bruker utgaven som følger med Python-pakken.",
            "",
        ]
    )


def main() -> int:
    """Audit the pages, write the report, and tell which are below the limits.

    Returns
    -------
    int
        Exit code: 0 when all pages are above the limits.
    """
    if not LIGHTHOUSE.exists():
        print("Lighthouse is missing: make audit installs it", file=sys.stderr)
        return 1
    with dashboard() as server:
        results = {path: audit(server.url.rstrip("/") + path) for path in PAGES}
    RESULTS.write_text(report(results), encoding="utf-8")
    below = [
        f"{path}: {name} {score} < {LIMITS[name]} ({'; '.join(objections(result))})"
        for path, result in results.items()
        for name, score in scores(result).items()
        if score < LIMITS[name]
    ]
    for line in below or [RESULTS.read_text(encoding="utf-8")]:
        print(line)
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
