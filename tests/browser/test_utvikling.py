"""Time travel on the map: years recolour the frame that is there, play by themselves, and stand in the address."""

import re
from itertools import pairwise

import pytest
from playwright.sync_api import expect

from lib.register.history import municipalities_in
from lib.register.status import Definition, Status

pytestmark = pytest.mark.browser

STATUSES = {status: status.value.replace("_", "-") for status in Status}


def expect_colours_of(visitor, register, today, year):
    """Expect the areas to have the statuses of a year, each municipality its own."""
    statuses = municipalities_in(register, Definition.STANDARD, year, today)["status"]
    for status, name in STATUSES.items():
        expect(visitor.map.locator(f"path.area.s-{name}")).to_have_count(int((statuses == status).sum()))
    painted = visitor.in_map(
        "Object.fromEntries([...register.byNumber].map(([n, l]) => [n, l.getElement().classList[2]]))"
    )
    assert painted == {number: f"s-{STATUSES[status]}" for number, status in statuses.items()}


def date_on_map(visitor):
    return visitor.page.locator(".shown-date")


def play_button(visitor):
    return visitor.page.locator(".st-key-spill_av button")


def mark(visitor):
    """Zoom in, and leave a mark in the map's frame that only a reload takes away."""
    visitor.in_map("(window.mark = 'here', map.setView([61.5, 9.5], 6.3, {animate: false})) && 1")


def expect_mark_and_zoom(visitor):
    assert visitor.in_map("[window.mark, map.getZoom()]") == ["here", pytest.approx(6.3)]


def test_the_slider_recolours_the_map_without_reloading_it(visitor, register, today):
    visitor.open("/utvikling?aar=2011")
    expect(date_on_map(visitor)).to_have_text("31. desember 2011")
    expect_colours_of(visitor, register, today, 2011)
    mark(visitor)
    slider = visitor.page.get_by_role("slider", name="År på kartet")
    slider.focus()
    slider.press("ArrowRight")
    expect(date_on_map(visitor)).to_have_text("31. desember 2012")
    slider.press("End")
    expect(date_on_map(visitor)).to_have_text("I dag")
    visitor.wait()
    expect_colours_of(visitor, register, today, today.year)
    expect_mark_and_zoom(visitor)
    expect(visitor.page).to_have_url(re.compile(r"/utvikling$"))


def test_back_and_forward_go_through_the_years(visitor, register, today):
    visitor.open("/utvikling?aar=2011")
    mark(visitor)
    visitor.page.get_by_role("button", name="Neste år").click()
    expect(date_on_map(visitor)).to_have_text("31. desember 2012")
    expect(visitor.page).to_have_url(re.compile("aar=2012"))
    visitor.page.go_back()
    expect(date_on_map(visitor)).to_have_text("31. desember 2011")
    visitor.wait()
    expect_colours_of(visitor, register, today, 2011)
    visitor.page.go_forward()
    expect(date_on_map(visitor)).to_have_text("31. desember 2012")
    expect(visitor.page.get_by_role("slider")).to_have_attribute("aria-valuetext", "31. desember 2012")
    expect_mark_and_zoom(visitor)


def test_playing_advances_and_stops(visitor, register, today):
    visitor.open("/utvikling?aar=2014")
    mark(visitor)
    play_button(visitor).click()
    expect(play_button(visitor)).to_have_text("Stopp")
    expect(date_on_map(visitor)).to_have_text("31. desember 2016")
    play_button(visitor).click()
    expect(play_button(visitor)).to_have_text("Spill av årene")
    year = int(date_on_map(visitor).inner_text()[-4:])
    assert 2016 <= year <= 2018
    expect(visitor.page).to_have_url(re.compile(f"aar={year}"))
    # Longer than a year stays while they are played.
    visitor.page.wait_for_timeout(2500)
    expect(date_on_map(visitor)).to_have_text(f"31. desember {year}")
    expect_colours_of(visitor, register, today, year)
    expect_mark_and_zoom(visitor)
    visitor.page.go_back()
    expect(date_on_map(visitor)).to_have_text("31. desember 2014")


def test_playing_shows_every_year_and_ends_today(visitor):
    visitor.open("/utvikling?aar=2022")
    visitor.page.evaluate("""() => {
        window.seen = [];
        new MutationObserver(() => {
            const shown = document.querySelector('.shown-date')?.textContent;
            if (shown && shown !== window.seen.at(-1)) window.seen.push(shown);
        }).observe(document.body, {childList: true, subtree: true, characterData: true});
    }""")
    play_button(visitor).click()
    expect(play_button(visitor)).to_have_text("Stopp")
    expect(date_on_map(visitor)).to_have_text("I dag")
    expect(play_button(visitor)).to_have_text("Spill av årene")
    seen = visitor.page.evaluate("window.seen")
    years = [int(text[-4:]) if text != "I dag" else 2026 for text in seen]
    assert years[-4:] == [2023, 2024, 2025, 2026]
    assert all(after - before == 1 for before, after in pairwise(years))
    expect(visitor.page).to_have_url(re.compile(r"/utvikling$"))


def test_nothing_plays_before_it_is_asked_to(visitor):
    visitor.open("/utvikling?aar=2014")
    visitor.page.wait_for_timeout(2500)
    expect(date_on_map(visitor)).to_have_text("31. desember 2014")


def test_a_click_on_the_map_opens_the_municipality(visitor):
    visitor.open("/utvikling?aar=2019")
    visitor.click_municipality("3411")
    expect(visitor.page).to_have_url(re.compile(r"/kommune\?kommune=3411"))
    visitor.page.go_back()
    expect(date_on_map(visitor)).to_have_text("31. desember 2019")


def test_a_name_leads_to_the_municipality_and_back(visitor):
    visitor.open("/utvikling?aar=2019")
    visitor.page.locator(".changes").get_by_role("link", name="Vanylven").click()
    expect(visitor.page).to_have_url(re.compile(r"/kommune\?kommune=1511"))
    visitor.page.go_back()
    expect(visitor.page.locator(".changes")).to_contain_text("Endringer i 2019")


def test_a_year_of_the_table_shows_on_the_map(visitor):
    visitor.open("/utvikling")
    visitor.page.locator("table[data-sortable=utvikling]").get_by_role("link", name="2017").click()
    expect(date_on_map(visitor)).to_have_text("31. desember 2017")


def test_the_part_that_reruns_by_itself_keeps_the_language(visitor):
    visitor.open("/utvikling?aar=2018&lang=en")
    button = visitor.page.get_by_role("button", name="Next year")
    button.click()
    expect(date_on_map(visitor)).to_have_text("31 December 2019")
    expect(button).to_be_visible()
