"""The county page in a real browser: from the start page's table to a county, on to a municipality, and back."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def come_to_rest(visitor):
    """Wait until the map has flown to the county."""
    visitor.wait()
    before = None
    while before != (now := visitor.in_map("map.getBounds().toBBoxString()")):
        before = now
        visitor.page.wait_for_timeout(400)


def test_from_the_start_page_to_a_county_and_back(visitor):
    visitor.open()
    page = visitor.page
    page.locator("table[data-sortable=fylker]").get_by_role("link", name="Innlandet").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("Innlandet: 4 av 46 kommuner"))
    expect(page).to_have_url(re.compile(r"/fylke\?fylke=34$"))
    visitor.wait()
    page.get_by_role("combobox", name="Velg fylke").click()
    page.get_by_role("option", name="Agder").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("Agder: 5 av 25 kommuner"))
    expect(page).to_have_url(re.compile(r"/fylke\?fylke=42$"))
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("Innlandet"))
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("38 av 357"))


def test_the_map_leads_on(visitor):
    visitor.open()
    page = visitor.page
    page.locator("table[data-sortable=fylker]").get_by_role("link", name="Vestfold").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("Vestfold: 2 av 6"))
    come_to_rest(visitor)
    expect(visitor.area("3905")).to_have_class(re.compile("s-adopted"))
    expect(visitor.area("3905")).not_to_have_class(re.compile("dim"))
    expect(visitor.area("4001")).to_have_class(re.compile("dim"))
    visitor.click_municipality("4003")
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("Telemark: 2 av 17"))
    expect(page).to_have_url(re.compile(r"/fylke\?fylke=40$"))
    come_to_rest(visitor)
    expect(visitor.area("4003")).not_to_have_class(re.compile("dim"))
    visitor.click_municipality("4003")
    expect(page).to_have_url(re.compile(r"/kommune\?kommune=4003$"))
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("Telemark: 2 av 17"))


def test_the_table_of_municipalities_sorts(visitor):
    visitor.open()
    page = visitor.page
    page.locator("table[data-sortable=fylker]").get_by_role("link", name="Vestfold").click()
    table = page.locator("table[data-sortable=kommuner-i-fylket]")
    names = table.locator("tbody th")
    expect(names.first).to_have_text("Færder")
    table.get_by_role("button", name="Innbyggere").click()
    expect(names).to_have_text(["Sandefjord", "Tønsberg", "Larvik", "Horten", "Færder", "Holmestrand"])
    table.get_by_role("button", name="Siden når").click()
    expect(names).to_have_text(["Tønsberg", "Horten", "Færder", "Holmestrand", "Sandefjord", "Larvik"])
