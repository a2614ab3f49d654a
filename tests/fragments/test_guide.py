"""The guide and the page about the register: easy to read, whole, with true figures and links that lead somewhere."""

import re
from collections import Counter
from urllib.parse import urlsplit

import pytest
from lxml import html

from lib.fragments.about import about
from lib.fragments.guide import guide
from lib.fragments.municipality import reasoning_words
from lib.guide.examples import examples
from lib.guide.recommendations import recommendations
from lib.pages import pages
from lib.register.account import account, worked_examples
from lib.register.status import Status
from lib.register.version import REGISTER_VERSION
from lib.settings import CORRECTIONS
from lib.texts.language import Language, speaking
from lib.texts.words import status_word
from tests.lix import lix, read_aloud

PAGES = pytest.mark.parametrize("page", [guide, about])


def text(fragment: str) -> str:
    return " ".join(html.fromstring(fragment).text_content().split())


@PAGES
@pytest.mark.parametrize("language", [Language.BOKMAL, Language.NYNORSK])
def test_easy_to_read(page, language, register, today):
    with speaking(language):
        read = read_aloud(page(register, today))
    assert len(read.split()) > 500
    assert lix(read) < 45


@PAGES
@pytest.mark.parametrize("language", Language)
def test_links_and_ways_within_the_page(page, language, register, today):
    with speaking(language):
        root = html.fromstring(page(register, today))
        own = {page.path for page in pages()} | {"data/", "api", "endringer.atom", "kommuner"}
    ids = Counter(root.xpath("//@id"))
    assert max(ids.values()) == 1
    for link in root.xpath("//a"):
        href = link.get("href")
        assert link.text_content().strip()
        if href.startswith("#"):
            assert href[1:] in ids
        elif parts := urlsplit(href):
            if parts.scheme:
                assert parts.scheme in ("http", "https")
                assert "." in parts.hostname
                assert link.get("rel") == "noopener"
            else:
                assert parts.path in own, href
    assert set(root.xpath("//nav//a/@href")) <= {"#" + each for each in ids}
    assert set(root.xpath("//*[@aria-labelledby]/@aria-labelledby")) <= set(ids)


def test_what_the_guide_itself_links_to_is_encrypted(register, today):
    root = html.fromstring(guide(register, today))
    outward = root.xpath("//*[@class='sources-out']//a[starts-with(@href, 'http')]/@href")
    assert outward == ["https://www.frivillighetnorge.no/", "https://samhandlingskoden.no/", "https://www.ks.no/"]


def test_the_guide_has_all_ten_with_examples_where_there_are_any(register, today):
    root = html.fromstring(guide(register, today))
    sections = root.xpath("//section[@class='advice']")
    assert len(sections) == 10
    for place, (section, advice) in enumerate(zip(sections, recommendations(), strict=True), 1):
        said = " ".join(section.text_content().split())
        assert said.startswith(f"{place} {advice.title}")
        for part in (advice.summary, *advice.practice, *advice.questions):
            assert part in said
        found = examples(advice, register, today)
        assert len(section.xpath(".//aside")) == bool(found)
        assert section.xpath(".//aside//small/a/@href") == [each.url for each in found]
        assert all(f"{each.name} {each.sentence}" in said for each in found)


def test_research_is_quoted_from_the_milestones(register, today):
    (row,) = register.tables.milestones.query("kind == 'research'").itertuples()
    (quote,) = html.fromstring(guide(register, today)).xpath("//blockquote")
    assert row.summary_nb in " ".join(quote.text_content().split())
    assert quote.xpath(".//a/@href") == [row.source_url]


def test_the_figures_about_the_register_are_the_registers(register, today):
    said = text(about(register, today)).replace("\u00a0", " ")
    known = account(register, today)
    assert f"{known.observations} opplysninger fra {known.sources} nettsider" in said
    assert f"noe om {known.with_source} av 357 kommuner" in said
    for status, count in known.counts.items():
        assert re.search(rf"{status_word(status)} [^.]+\.( [^.]+\.)? {count} kommuner i dag\.", said), status
    assert f"Om {known.counts[Status.UNKNOWN]} av 357 kommuner vet vi ikke nok" in said
    assert f"{known.undated} av {known.observations} opplysninger er uten dato" in said
    for count in known.adopted.values():
        assert f"{count} av 357" in said
    assert f"gir 107 kommuner med politikk. Registeret kan vise til {known.counts[Status.ADOPTED]}." in said
    assert f"versjon {REGISTER_VERSION} av registeret" in said


def test_the_worked_examples_say_what_the_municipalitys_page_says(register, today):
    root = html.fromstring(about(register, today))
    shown = root.xpath("//section[@class='worked']")
    expected = worked_examples(register, today)
    assert len(shown) == len(expected)
    for section, each in zip(shown, expected, strict=True):
        said = " ".join(section.text_content().split()).replace("\u00a0", " ")
        name = register.municipalities.loc[each.number, "navn"]
        reason = reasoning_words(each.reasoning).replace("\u00a0", " ")
        assert said.startswith(f"{name} {status_word(each.status)}: {reason}")
        assert section.xpath(".//ul[@class='sources']//a/@href") == list(each.evidence["source_url"])


@pytest.mark.parametrize(
    ("setting", "href", "said"),
    [
        ("mailto:rett@eksempel.no", "mailto:rett@eksempel.no", "Skriv til oss på e-post"),
        ("https://eksempel.no/ny", "https://eksempel.no/ny", "Meld inn en sak"),
        ("", None, None),
    ],
)
def test_where_corrections_are_sent(setting, href, said, register, today, monkeypatch):
    monkeypatch.setenv(CORRECTIONS, setting)
    root = html.fromstring(about(register, today))
    links = {link.get("href"): link.text_content() for link in root.xpath("//section[@aria-labelledby='rett']//a")}
    assert "kommune" in links
    assert links.get(href) == said
    assert len(links) == 1 + bool(setting)
