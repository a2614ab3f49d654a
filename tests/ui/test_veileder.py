"""The guide and the page about the register as scripts: they run, in every language, at any address."""

import pytest

from tests.ui.opened import address, heading, open_page, text


@pytest.mark.parametrize(
    ("page", "said"), [("veileder", "Slik får kommunen en god frivillighetspolitikk"), ("om", "Om registeret")]
)
def test_the_pages_to_read(page, said):
    test = open_page(page, kommune="4601", fylke="tull")
    assert heading(test) == said
    assert address(test) == {"kommune": "4601", "fylke": "tull"}
    assert "På denne siden" in text(test)


def test_the_guide_tells_how_many_have_a_policy():
    assert "i 38 av 357 kommuner" in text(open_page("veileder"))


def test_the_milestones_stand_on_the_development_page_alone():
    assert "intensjonsavtale på en nettkonferanse" in text(open_page("utvikling"))
    assert "intensjonsavtale" not in text(open_page("veileder"))
