"""The pieces of the municipality page: honest counts, links to the right places, and a correction that can be sent."""

import re
from urllib.parse import parse_qs, urlsplit

import pandas as pd
import pytest

from lib.fragments.correction import correction_section, correction_text
from lib.fragments.finder import former_notice, front, successor_choice
from lib.fragments.municipality import (
    municipality_head,
    municipality_lead,
    sources_section,
    status_section,
    unsearched_section,
)
from lib.fragments.surroundings import Group, neighbours_heading, neighbours_section, standing_section
from lib.register.councils import prizes_of
from lib.register.evidence import evidence_of
from lib.register.former import former_number
from lib.register.reasoning import reasoning_of
from lib.register.selection import Selection
from lib.register.shares import figures
from lib.register.status import Definition, Status


@pytest.fixture
def municipalities(register, today):
    return register.at(Selection(today), today)


@pytest.fixture
def evidence(register, today):
    def evidence(number):
        return evidence_of(number, register.tables.policy_status, today, Definition.STANDARD, today=today)

    return evidence


def plain(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split()).replace("\u00a0", " ")


class TestHead:
    def test_all_official_names(self, municipalities):
        assert plain(municipality_head(municipalities.loc["5610"])) == "Karasjok Kárášjohka"
        assert "Porsáŋgu – Porsanki" in municipality_head(municipalities.loc["5622"])
        assert plain(municipality_head(municipalities.loc["4601"])) == "Bergen"

    def test_county_and_inhabitants(self, municipalities):
        html = municipality_lead("0301", municipalities.loc["0301"])
        assert '<a href="fylke?fylke=03" data-internal>Oslo</a>' in html
        inhabitants = f"{municipalities.at['0301', 'inhabitants']:,}".replace(",", " ")
        assert f"Oslo er en kommune i Oslo med {inhabitants} innbyggere" in plain(html)
        assert "Kommunenummer 0301" in plain(html)


class TestStatus:
    def section(self, register, municipalities, evidence, number, definition=""):
        found = evidence(number)
        return status_section(
            number,
            municipalities.loc[number],
            found,
            reasoning_of(found, pd.Timestamp("2026-11-23").date()),
            prizes_of(register.tables, number),
            definition,
        )

    def test_the_reason_follows_the_word(self, register, municipalities, evidence):
        text = plain(self.section(register, municipalities, evidence, "4204"))
        assert "Vedtatt: planen gjelder til 2026, sist bekreftet i 2022." in text

    def test_the_document_leads_to_its_source(self, register, municipalities, evidence):
        html = self.section(register, municipalities, evidence, "0301")
        assert re.search(r'Dokument:</b> <a href="https://www\.oslo\.kommune\.no[^"]*" target="_blank"', html)

    @pytest.mark.parametrize(
        ("number", "said"),
        [
            ("4601", ["Bergen vant prisen Årets frivillighetskommune i 2023."]),
            (
                "4001",
                [
                    "Porsgrunn var finalist til prisen Årets frivillighetskommune i 2020.",
                    "Porsgrunn var finalist til prisen Årets frivillighetskommune i 2018.",
                ],
            ),
            # The prize goes by the name of the time.
            ("4649", ["Eid var finalist til prisen Årets frivillighetskommune i 2019."]),
            ("0301", []),
        ],
    )
    def test_the_prize(self, register, municipalities, evidence, number, said):
        html = self.section(register, municipalities, evidence, number)
        assert re.findall(r'<p class="prize">(.*?\.) <a', html) == said

    def test_the_way_to_the_map_keeps_the_definition(self, register, municipalities, evidence):
        html = self.section(register, municipalities, evidence, "0301", "strict")
        assert 'href="./?kommune=0301&amp;definisjon=strict"' in html


class TestSources:
    def test_dates_and_strength(self, evidence):
        text = plain(sources_section(evidence("4626"), {"Sund": 2020}))
        assert text.startswith("1 kilde Vedtatt")
        assert "Vedtatt i 2017." in text
        assert "sterk dokumentasjon" in text
        assert "Gjelder tidligere Sund, som ble en del av kommunen i 2020." in text
        assert "Teller ikke med i statusen, for en ny kommune begynner på nytt." in text

    def test_a_merger_of_unknown_year(self, evidence):
        assert "Gjelder tidligere Sund, som nå er en del av kommunen." in plain(sources_section(evidence("4626"), {}))

    def test_working_notes_are_not_shown(self, register, evidence):
        rows = register.tables.policy_status
        noted = rows[rows["note"].str.len() > 12]
        for number, notes in noted.groupby("kommunenummer")["note"]:
            html = sources_section(evidence(number), {})
            assert not [note for note in notes if note in html]

    def test_what_was_searched_where_nothing_was_found(self, register):
        observations = register.tables.policy_status
        text = plain(unsearched_section("Træna", observations))
        assert f"Registeret har {len(observations)} observasjoner" in text
        counts = [int(count) for count in re.findall(r"<span>(\d+)</span>", unsearched_section("Træna", observations))]
        assert sum(counts) == len(observations)
        assert "betyr ikke at kommunen mangler en politikk" in text


class TestSurroundings:
    @pytest.fixture
    def around(self):
        rows = [
            ("Å", "unknown", "land"),
            ("Vik", "adopted", "fjord"),
            ("Aas", "adopted", "land"),
            ("Øy", "none", "land"),
        ]
        return pd.DataFrame(rows, columns=["navn", "status", "over"], index=["0001", "0002", "0003", "0004"])

    def test_the_count_has_its_denominator(self, around):
        assert plain(neighbours_heading(around)) == "2 av 4 nabokommuner har vedtatt"
        assert plain(neighbours_heading(around.iloc[:1])) == "0 av 1 nabokommune har vedtatt"

    def test_land_before_fjord_in_norwegian_order(self, around):
        html = neighbours_section("Bø", around, ("0009", "0001"), "wide")
        assert plain(html) == (
            "Aas vedtatt Øy ingen funnet Å ikke undersøkt Vik vedtatt · over fjorden Sammenlign Bø med naboer"
        )
        assert 'href="sammenlign?kommuner=0009,0001&amp;definisjon=wide"' in html
        assert 'href="kommune?kommune=0002&amp;definisjon=wide"' in html

    def test_without_neighbours(self, around):
        assert plain(neighbours_heading(around.iloc[:0])) == "Ingen nabokommuner"
        assert "Træna ligger så langt ute i havet" in plain(neighbours_section("Træna", around.iloc[:0], ("1835",), ""))

    def test_standing(self, municipalities):
        group = Group("Hele landet", figures(municipalities), "./")
        text = plain(standing_section("Stange", Status.IN_PROGRESS, [group]))
        assert text.endswith(
            "Hele landet 38 av 357 har vedtatt (10,6 %). Stange er en av 22 med status «under arbeid»."
        )
        assert plain(standing_section("Bergen", Status.ADOPTED, [group])).endswith("(10,6 %). Bergen er en av dem.")

    def test_alone_with_a_status(self, municipalities):
        oslo = Group("Oslo", figures(municipalities.loc[["0301"]]), "")
        text = plain(standing_section("Oslo", Status.ADOPTED, [oslo]))
        assert "1 av 1 har vedtatt (100,0 %). Oslo er den eneste med status «vedtatt»." in text


class TestCorrection:
    def text(self, municipalities, evidence, number, today):
        found = evidence(number)
        return correction_text(
            number, municipalities.loc[number], found, reasoning_of(found, today), Definition.STANDARD
        )

    def test_what_the_register_says_and_what_to_fill_in(self, municipalities, evidence, today):
        text = self.text(municipalities, evidence, "4204", today)
        assert text.startswith("Kommune: Kristiansand, nummer 4204\nRegister: versjon ")
        assert "\nStatus: vedtatt (vanlig definisjon)\n" in text
        assert "\nBegrunnelse: planen gjelder til 2026, sist bekreftet i 2022.\n" in text
        assert "https://" in text
        assert text.endswith("\nAnnet:")

    def test_without_any_source(self, municipalities, evidence, today):
        assert "\nDokument: ingen\nKilder: ingen\n" in self.text(municipalities, evidence, "1835", today)

    def test_without_an_address_there_is_only_the_text(self):
        html = correction_section("Våler", "3419", "linje 1\nlinje <2>", None)
        assert "linje 1\nlinje &lt;2&gt;</textarea>" in html
        assert 'rows="2"' in html
        assert "<a " not in html

    def test_by_mail(self):
        html = correction_section("Våler", "3419", "linje 1\nlinje 2", "mailto:navn@eksempel.no")
        (link,) = re.findall(r'href="([^"]*)"', html)
        query = parse_qs(urlsplit(link.replace("&amp;", "&")).query)
        assert query == {"subject": ["Rettelse: Våler (3419)"], "body": ["linje 1\nlinje 2"]}
        assert "Send som e-post" in html

    def test_by_an_issue(self):
        html = correction_section("Våler", "3419", "tekst", "https://eksempel.no/ny")
        assert 'target="_blank" rel="noopener"' in html
        assert "Meld inn som sak" in html


class TestFinder:
    def test_every_county_is_a_way_in(self, municipalities, register):
        html = front(municipalities)
        assert set(re.findall(r"fylke=(\d\d)", html)) == set(register.county_names)
        assert "Innlandet 4 av 46 kommuner har vedtatt" in plain(html)

    def test_a_number_that_has_changed(self, register):
        names = register.municipalities["navn"]
        former = register.tables.former_numbers
        assert plain(former_notice(former_number("3024", former), names)) == (
            "3024 var nummeret til Bærum til og med 2023. I dag har kommunen nummer 3201."
        )
        assert plain(former_notice(former_number("1662", former), names)) == (
            "1662 var nummeret til Klæbu til og med 2017. Området hører i dag til Trondheim, nummer 5001."
        )

    def test_a_number_that_was_split(self, register, municipalities):
        html = successor_choice(former_number("1850", register.tables.former_numbers), municipalities, "")
        assert "delt mellom Narvik og Hamarøy" in plain(html)
        assert 'href="kommune?kommune=1806"' in html
        assert 'href="kommune?kommune=1875"' in html
