"""The self-assessment in a real browser: by keyboard alone, saved, opened again and compared."""

import json
import re
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from lib.guide.answer_file import write_answers
from lib.guide.assessment import Assessment
from lib.guide.recommendations import recommendations

pytestmark = pytest.mark.browser

FIRST = recommendations()[0].statements[0].text
SECOND = recommendations()[0].statements[1].text


def field(page, key):
    return page.locator(f".st-key-{key}").frame_locator("iframe").locator("input[type=file]")


def download(page, name) -> Path:
    with page.expect_download() as handed:
        button = page.get_by_role("button", name=name)
        button.focus()
        page.keyboard.press("Enter")
    return handed.value


def test_answers_by_keyboard_saved_opened_and_compared(visitor):
    visitor.open("/egenvurdering?kommune=5610")
    page = visitor.page
    first, second = (page.get_by_role("radiogroup", name=statement) for statement in (FIRST, SECOND))
    first.get_by_role("radio", name="Nei").focus()
    page.keyboard.press("Space")
    expect(page.locator(".profile-summary")).to_contain_text("1 av 32 påstander er besvart.")
    second.get_by_role("radio", name="Ja", exact=True).focus()
    page.keyboard.press("Space")
    expect(page.locator(".profile-summary")).to_contain_text("2 av 32 påstander er besvart.")
    expect(page.locator("[data-unsaved]")).to_be_visible()

    document = download(page, "Hent to sider til saken (PDF)")
    assert re.fullmatch(r"egenvurdering_karasjok_\d{4}-\d\d-\d\d\.pdf", document.suggested_filename)
    assert len(PdfReader(BytesIO(Path(document.path()).read_bytes())).pages) == 2
    saved = download(page, "Lagre svarene i en fil")
    content = json.loads(Path(saved.path()).read_bytes())
    assert content["kommunenummer"] == "5610"
    assert sorted(content["svar"].values()) == ["ja", "nei"]
    expect(page.locator("[data-unsaved]")).to_have_count(0)

    page.get_by_role("button", name="Fjern alle svar").click()
    expect(page.locator(".profile-summary")).to_contain_text("0 av 32 påstander er besvart.")
    field(page, "egenvurdering_fil").set_input_files(saved.path())
    expect(page.locator(".notice")).to_contain_text("er hentet inn.")
    expect(first.get_by_role("radio", name="Nei")).to_be_checked()
    field(page, "egenvurdering_forrige_fil").set_input_files(saved.path())
    expect(page.locator(".profile-summary")).to_contain_text("Ringene viser egenvurderingen fra")
    field(page, "egenvurdering_fil").set_input_files(
        {"name": "regneark.csv", "mimeType": "text/csv", "buffer": b"a;b\n"}
    )
    expect(page.get_by_role("alert")).to_contain_text("«regneark.csv» ble ikke brukt, og svarene står som før.")
    expect(first.get_by_role("radio", name="Nei")).to_be_checked()


def test_nothing_but_the_session_takes_the_answers(visitor):
    visitor.open("/egenvurdering")
    page, sent = visitor.page, []
    page.on("request", lambda request: sent.append(request.method) if request.method != "GET" else None)
    field(page, "egenvurdering_fil").set_input_files(
        {"name": "stor.json", "mimeType": "application/json", "buffer": b" " * 100_001}
    )
    expect(page.get_by_role("alert")).to_contain_text("Filen er på 101 kB.")
    assert sent == []
    assert page.evaluate("[localStorage, sessionStorage].flatMap((s) => Object.values(s)).join()").count("svar") == 0
    assert "svar" not in page.url


def test_a_file_is_told_of_in_the_language_of_the_page(visitor):
    visitor.open("/egenvurdering?lang=en")
    content = write_answers(Assessment(date(2025, 11, 20)))
    field(visitor.page, "egenvurdering_fil").set_input_files(
        {"name": "saved.json", "mimeType": "application/json", "buffer": content}
    )
    expect(visitor.page.locator(".notice")).to_contain_text("20 November 2025")
