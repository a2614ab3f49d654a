"""The renewal page in a real browser: counties, sorting, and ways to the municipalities."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def open_page(visitor, address):
    visitor.page.goto(visitor.server + address)
    expect(visitor.page.locator(".stApp[data-test-script-state=notRunning]")).to_be_visible()
    expect(visitor.page.locator(".footer")).to_be_visible()


def test_a_county_goes_into_the_address_and_back(visitor):
    open_page(visitor, "/fornyelse")
    heading = visitor.page.locator("h1")
    expect(heading).to_contain_text("2 dokumenter går ut i 2026 eller 2027")
    visitor.open_choices("Fylke")
    visitor.page.get_by_role("option", name="Rogaland").click()
    expect(heading).to_contain_text("Ingen dokumenter går ut i Rogaland")
    expect(visitor.page).to_have_url(re.compile("fylke=11"))
    visitor.page.go_back()
    expect(heading).to_contain_text("2 dokumenter går ut")


def test_the_tables_sort_and_lead_to_the_municipality(visitor):
    open_page(visitor, "/fornyelse")
    table = visitor.page.locator("table[data-sortable=utlopt]")
    names = table.locator("tbody th")
    expect(names.last).to_have_text("Kongsvinger")
    table.get_by_role("button", name="Kommune").click()
    expect(names.first).to_have_text("Asker")
    expect(names.last).to_have_text("Ål")
    table.get_by_role("button", name="Siden når").click()
    expect(names.last).to_have_text("Kongsvinger")
    names.last.get_by_role("link").click()
    expect(visitor.page).to_have_url(re.compile(r"/kommune\?kommune=3401"))
