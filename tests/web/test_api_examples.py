"""Every example of the documentation, taken from the page and run against the running dashboard."""

import json
import re
import shlex
import shutil
import subprocess

import httpx
import pytest
from lxml import html

from lib.web.api.routes import api_routes

EXAMPLES = [(route, place) for route in api_routes() for place in range(len(route.examples))]
NAMES = [f"{route.name}-{place}" for route, place in EXAMPLES]


@pytest.fixture(scope="module")
def page(server):
    return html.fromstring(httpx.get(f"{server}/api").content)


def snippet(page, route, place: int, language: str) -> str:
    found = page.xpath(f"//section[@aria-labelledby='{route.name}']//code[@class='language-{language}']")
    return found[place].text


def ask(command: str) -> str:
    """Run a command with curl; without curl, ask what it asks."""
    if shutil.which("curl"):
        run = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=30)
        assert run.returncode == 0, run.stderr
        return run.stdout
    words = shlex.split(command)
    headers = dict([words[words.index("--header") + 1].split(": ")]) if "--header" in words else {}
    answer = httpx.request("HEAD" if "--head" in words else "GET", words[-1], headers=headers)
    answer.raise_for_status()
    return answer.text or "\n".join(f"{name}: {value}" for name, value in answer.headers.items())


@pytest.mark.parametrize(("route", "place"), EXAMPLES, ids=NAMES)
def test_curl(page, route, place):
    answer = ask(snippet(page, route, place, "bash"))
    shows = route.examples[place].shows
    if route.examples[place].format == "csv":
        assert set(shows) <= set(answer.splitlines()[0].split(","))
        assert len(answer.splitlines()) > 1
    elif route.examples[place].format == "geojson":
        assert set(shows) <= set(json.loads(answer)["features"][0]["properties"])
    else:
        data = json.loads(answer)["data"]
        assert set(shows) <= set(data if route.detail else data[0])


@pytest.mark.parametrize(("route", "place"), EXAMPLES, ids=NAMES)
def test_python(page, route, place, capsys):
    names: dict = {}
    exec(compile(snippet(page, route, place, "python"), "example", "exec"), names)
    assert capsys.readouterr().out.strip()
    rows = names.get("rows", names.get("areas", names.get("row")))
    assert len(rows) > 0
    if route.examples[place].format == "csv":
        # Codes keep their zeros, and partial dates stay what they are.
        for field in route.fields:
            if "[0-9]" in field.schema.get("pattern", ""):
                values = rows[field.name].dropna()
                assert all(re.search(field.schema["pattern"], value) for value in values)


@pytest.mark.parametrize(("route", "place"), EXAMPLES, ids=NAMES)
def test_r(page, route, place, tmp_path):
    code = snippet(page, route, place, "r")
    if shutil.which("Rscript"):
        script = tmp_path / "example.R"
        script.write_text(code, encoding="utf-8")
        run = subprocess.run(["Rscript", str(script)], capture_output=True, text=True, timeout=60)
        assert run.returncode == 0, run.stderr
        assert run.stdout.strip()
        return
    (address,) = re.findall(r'"(http://[^"]+)"', code)
    assert f"'{address}'" in snippet(page, route, place, "bash")
    assert code.count("(") == code.count(")")
    assert code.count("{") == code.count("}")
    answer = httpx.get(address)
    assert answer.status_code == 200
    shown = re.search(r"c\(((?:\"\w+\"(?:, )?)+)\)\]\)$", code)
    assert shown is not None
    names = re.findall(r'"(\w+)"', shown[1])
    texts = re.match(r"texts <- c\((.*)\)\n", code)
    classes = re.findall(r'"(\w+)"', texts[1]) if texts else []
    if route.examples[place].format == "csv":
        assert {*names, *classes} <= set(answer.text.splitlines()[0].split(","))
        assert "read.csv(" in code
    elif route.examples[place].format == "geojson":
        assert set(names) <= set(answer.json()["features"][0]["properties"])
        assert "st_read(" in code
    else:
        data = answer.json()["data"]
        assert set(names) <= set(data if route.detail else data[0])
        assert "$data" in code


def test_the_other_commands(page):
    commands = page.xpath("//section[@aria-labelledby='felles']//code[@class='language-bash']/text()")
    negotiated, kept = (ask(command) for command in commands)
    assert negotiated.splitlines()[0].startswith("kommunenummer,navn,")
    assert re.search("^etag: ", kept, re.IGNORECASE | re.MULTILINE)


def test_the_fault_that_is_shown_is_the_one_that_comes(page, server):
    (shown,) = page.xpath("//section[@aria-labelledby='felles']//code[@class='language-json']/text()")
    answer = httpx.get(f"{server}/api/v1/municipalities?fylke=99")
    assert answer.status_code == 400
    assert json.loads(shown).items() <= answer.json().items()


@pytest.mark.parametrize("route", api_routes(), ids=lambda route: route.name)
def test_the_row_that_is_shown_is_the_one_that_comes(page, server, route):
    (shown,) = page.xpath(f"//section[@aria-labelledby='{route.name}']//code[@class='language-json']/text()")
    number = route.number.example if route.number else ""
    answer = httpx.get(f"{server}/{route.address(number)}", params=dict(route.examples[0].parameters)).json()
    first = answer["features"][0]["properties"] if route.is_geographic else answer["data"]
    row = first if isinstance(first, dict) else first[0]
    assert json.loads(shown).items() <= row.items()
