"""The dashboard without a mouse: the focus can always be seen, it moves on, and everything needed is reached."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

# Where the focus is, in the map's frame or outside, and whether it is marked, itself or the field around it.
FOCUS = """() => {
    let part = document.activeElement, inMap = false;
    const inside = part.tagName === 'IFRAME' ? part.contentDocument?.activeElement : null;
    if (inside && inside !== part.contentDocument.body) [part, inMap] = [inside, true];
    const label = part.id && document.querySelector(`label[for="${part.id}"]`)?.innerText;
    const names = [part.ariaLabel, part.innerText, part.value, label];
    const marked = (e) => {
        const look = e.ownerDocument.defaultView.getComputedStyle(e);
        return look.outlineStyle === 'solid' && parseFloat(look.outlineWidth) >= 3;
    };
    const around = part.closest('.stTextInput > div, .stMultiSelect > div, .stSelectbox > div, .stDateInput > div');
    const thumb = part.closest('[data-focus-visible]');
    return {
        name: names.find((name) => name?.trim())?.trim() ?? '',
        inMap,
        marked: [part, around, thumb].some((e) => e && marked(e)),
        tag: part.tagName,
        body: part === document.body,
    };
}"""


def step(page, key="Tab"):
    """Press a key that moves the focus, and tell where it is now; wherever it is, it must be seen."""
    page.keyboard.press(key)
    now = page.evaluate(FOCUS)
    assert now["body"] or now["marked"], f"the focus cannot be seen: {now}"
    return now


def walk_to(page, name, *, limit=60, key="Tab"):
    """Move the focus until it is on the part of that name; gives the names on the way, its own last."""
    passed = []
    for _ in range(limit):
        now = step(page, key)
        passed.append(now["name"])
        if re.match(name, now["name"]):
            return passed
    pytest.fail(f"{name} is not reached: {passed}")


def test_the_skip_link_leads_past_the_navigation(visitor):
    visitor.open()
    page = visitor.page
    assert step(page)["name"] == "Hopp til innholdet"
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    assert page.evaluate(FOCUS)["marked"]
    assert "Kart" not in walk_to(page, "Finn en kommune")


def test_find_a_municipality_filter_and_read_its_card(visitor):
    visitor.open()
    page = visitor.page
    passed = walk_to(page, "Finn en kommune")
    assert passed.index("Kart") < passed.index("Om registeret") < passed.index("Finn en kommune")
    page.keyboard.type("bergen")
    expect(page.locator(".st-key-treff button").first).to_contain_text("Bergen")
    step(page, "ArrowDown")
    expect(page.locator(".st-key-treff button").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-kort h2")).to_contain_text("Bergen")
    visitor.wait()
    page.evaluate("document.querySelector('.st-key-sokefelt input').focus()")
    on_the_way = walk_to(page, "Alt om Bergen")
    assert "Hele landet" in on_the_way
    walk_to(page, "Fylke$")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option", name="Vestland")).to_be_visible()
    names = page.get_by_role("option").all_inner_texts()
    for _ in range(names.index("Vestland")):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    summary = page.locator(".summary[role=status]")
    expect(summary).to_contain_text("Vestland")
    expect(page).to_have_url(re.compile("fylke=46"))
    expect(visitor.map.locator("path.area:not(.dim)")).to_have_count(43)


def test_download_a_file(visitor):
    visitor.open("/?fylke=46")
    page = visitor.page
    walk_to(page, "Last ned$")
    page.keyboard.press("Enter")
    walk_to(page, "Kommunenes status, CSV$")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename.endswith((".csv", ".zip"))
    assert download.value.path().stat().st_size > 100


def test_the_map_lets_go_in_both_directions(visitor):
    visitor.open()
    page = visitor.page
    walk_to(page, "Finn en kommune")
    inside = 0
    while (now := step(page))["inMap"]:
        inside += 1
    assert inside == 7
    assert now["name"] == "Last ned"
    inside = 0
    while (now := step(page, "Shift+Tab"))["inMap"]:
        inside += 1
        assert inside < 20
    assert inside >= 7


def test_the_years_are_moved_by_arrow_keys(visitor):
    visitor.open("/utvikling?aar=2019")
    page = visitor.page
    walk_to(page, "År på kartet")
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".shown-date")).to_have_text("31. desember 2018")
    assert page.evaluate(FOCUS)["marked"]


@pytest.mark.parametrize(("motion", "seconds"), [("reduce", "0s"), ("no-preference", "0.12s")])
def test_playing_fades_no_colours_for_those_who_want_less_motion(visitor, motion, seconds):
    visitor.page.emulate_media(reduced_motion=motion)
    visitor.open("/utvikling?aar=2019")
    area = visitor.area("4601")
    assert area.evaluate("(e) => getComputedStyle(e).transitionDuration") == seconds
    visitor.page.locator(".st-key-spill_av button").click()
    expect(visitor.page.locator(".shown-date")).to_have_text("31. desember 2020")
    running = (
        "document.getAnimations().filter((a) => a.playState === 'running' && a.effect.getTiming().duration > 0).length"
    )
    if motion == "reduce":
        assert visitor.page.evaluate(running) == 0
