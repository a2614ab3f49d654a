"""The guide in a real browser: ways within the page, links that lead to a part of a page, and the milestones."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def in_sight(page, part):
    expect(page.locator(f"#{part}")).to_be_in_viewport()
    page.wait_for_function(f"Math.abs(document.getElementById('{part}').getBoundingClientRect().top) < 160")


def test_the_contents_lead_to_their_parts(visitor):
    visitor.open("/veileder")
    contents = visitor.page.get_by_role("navigation", name="På denne siden")
    contents.get_by_role("link", name="Forutsigbarhet").click()
    in_sight(visitor.page, "forutsigbarhet")
    expect(visitor.page).to_have_url(re.compile("#forutsigbarhet$"))
    expect(contents).to_be_in_viewport()


def test_an_address_leads_to_a_part(visitor):
    visitor.open("/veileder#dialog")
    in_sight(visitor.page, "dialog")


def test_the_milestones_are_found_from_the_guide(visitor):
    visitor.open("/veileder")
    visitor.page.get_by_role("link", name="Milepælene").click()
    expect(visitor.page).to_have_url(re.compile("/utvikling#milepaler$"))
    in_sight(visitor.page, "milepaler")
    expect(visitor.page.locator(".timeline li")).to_have_count(12)


def test_a_choice_goes_into_the_address_and_back(visitor):
    visitor.open("/forbilder")
    heading = visitor.page.locator("h1")
    expect(heading).to_contain_text("av 357 kommuner")
    visitor.open_choices("Type dokument")
    visitor.page.get_by_role("option", name="erklæring").click()
    expect(visitor.page).to_have_url(re.compile("type=erkl"))
    expect(heading).to_contain_text("Lær av 4 dokumenter")
    visitor.page.go_back()
    expect(heading).to_contain_text("Lær av 54 dokumenter")


def test_the_names_of_all_pages_stand_on_few_lines(visitor):
    for width, most in ((1440, 1), (1024, 1), (390, 4)):
        visitor.page.set_viewport_size({"width": width, "height": 844})
        visitor.open("/om")
        tops = visitor.page.locator(".masthead .pages a").evaluate_all(
            "links => links.map(a => Math.round(a.getBoundingClientRect().top))"
        )
        assert len(set(tops)) <= most, width
