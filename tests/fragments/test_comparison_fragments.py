"""The comparison as HTML: a column for each place, every share with its denominator, links, and remarks."""

import re
from html.parser import HTMLParser

import pytest

from lib.fragments.comparison import counties_table, municipalities_table
from lib.fragments.comparison_head import counties_finding, municipalities_finding, places_notice
from lib.register.comparison import county_facts, municipality_facts
from lib.register.places import Earlier, Places
from lib.register.status import Definition

STANDARD = Definition.STANDARD


class Table(HTMLParser):
    """Reads a table: the texts of its cells for each name of a row, and the links."""

    def __init__(self, html):
        super().__init__()
        self.rows, self.links, self.labels = [], [], []
        self.feed(html)
        texts = [[" ".join("".join(cell).split()).replace("\u00a0", " ") for cell in row] for row in self.rows]
        self.header, self.facts = texts[0], {row[0]: row[1:] for row in texts[1:]}

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "tr":
            self.rows.append([])
        elif tag in ("th", "td"):
            self.rows[-1].append([])
            if tag == "td":
                self.labels.append(attributes["data-label"])
        elif tag == "a":
            self.links.append(attributes)

    def handle_data(self, data):
        if self.rows and self.rows[-1]:
            self.rows[-1][-1].append(data + " ")


def plain(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split()).replace("\u00a0", " ")


class TestMunicipalities:
    def table(self, register, today, *numbers, definition=STANDARD):
        facts = municipality_facts(register, numbers, definition, today)
        return Table(municipalities_table(facts, definition))

    def test_a_column_for_each_place_in_the_order_given(self, register, today):
        table = self.table(register, today, "4601", "1146", "0301")
        assert table.header == ["Opplysning", "Bergen Vestland", "Tysvær Rogaland", "Oslo"]
        assert table.facts["Status"] == ["Vedtatt", "Utløpt eller ubekreftet", "Vedtatt"]
        assert table.facts["Siden når"] == ["vedtatt i 2022", "gjaldt til 2023", "vedtatt 14. desember 2016"]
        assert table.facts["Dokumentet gjelder"] == ["2022–2025 gått ut", "2019–2023 gått ut", "–"]
        assert table.facts["Dokumentet vedtatt"][0] == "april 2022"
        assert table.labels[:3] == ["Bergen", "Tysvær", "Oslo"]

    def test_shares_have_their_denominator(self, register, today):
        facts = self.table(register, today, "4601").facts
        assert facts["I fylket har vedtatt"] == ["2 av 43 4,7 % · Vestland"]
        for name in ("Naboer som har vedtatt", "Like store som har vedtatt"):
            assert re.fullmatch(r"\d+ av \d+ \d+,\d %", facts[name][0])

    def test_strength_of_the_evidence(self, register, today):
        table = register.tables.policy_status
        own = table[(table["kommunenummer"] == "4601") & (table["scope"] != "predecessor")]
        high, medium = (own["confidence"] == "high").sum(), (own["confidence"] == "medium").sum()
        facts = self.table(register, today, "4601").facts
        assert facts["Kilder som teller"] == [f"{high} sterke og {medium} middels"]
        strict = self.table(register, today, "4601", definition=Definition.STRICT)
        assert strict.facts["Kilder som teller"] == [f"{high} sterke {medium} til teller ikke"]

    def test_nothing_known_is_shown_as_such(self, register, today):
        facts = self.table(register, today, "1151").facts
        assert facts["Status"] == ["Ikke undersøkt"]
        assert facts["Kilder som teller"] == ["ingen"]
        assert facts["Naboer som har vedtatt"] == ["ingen naboer"]
        for name in ("Siden når", "Dokument", "Dokumentet vedtatt", "Dokumentet gjelder", "Sist bekreftet"):
            assert facts[name] == ["–"]

    def test_a_policy_without_a_title(self, register, today):
        assert self.table(register, today, "5001").facts["Dokument"] == ["kildene nevner ingen tittel"]

    def test_links(self, register, today):
        own, document = self.table(register, today, "4601", definition=Definition.STRICT).links[:2]
        assert own["href"] == "kommune?kommune=4601&definisjon=strict"
        assert "data-internal" in own
        assert (document["target"], document["rel"]) == ("_blank", "noopener")

    def test_every_municipality_can_be_shown(self, register, today):
        numbers = tuple(register.municipalities.index)
        assert len(self.table(register, today, *numbers).header) == 358

    def test_the_finding(self, register, today):
        facts = municipality_facts(register, ("4601", "1146", "1151"), STANDARD, today)
        text = plain(municipalities_finding(facts, STANDARD))
        assert text.startswith("Bergen er den eneste av de 3 som har en dokumentert frivillighetspolitikk")
        assert "Tysvær har en som er utløpt eller ubekreftet. Utsira er ikke undersøkt og kan ha en likevel." in text
        assert "streng definisjon" in plain(municipalities_finding(facts, Definition.STRICT))

    def test_one_alone_asks_for_another(self, register, today):
        text = plain(municipalities_finding(municipality_facts(register, ("1151",), STANDARD, today), STANDARD))
        assert "Sammenlign Utsira med andre kommuner" in text
        assert "Velg minst én til" in text


class TestCounties:
    def test_the_table(self, register, today):
        table = Table(counties_table(county_facts(register, ("34", "39", "03"), STANDARD, today)))
        assert table.header == ["Opplysning", "Innlandet", "Vestfold", "Oslo"]
        assert table.facts["Kommuner som har vedtatt"] == ["4 av 46 8,7 %", "2 av 6 33,3 %", "1 av 1 100,0 %"]
        assert table.facts["Ikke undersøkt"][0] == "34 av 46"
        assert table.facts["Frivillighet Norges telling"] == [
            "14 kommuner, 8. juli 2024",
            "8 kommuner, 8. juli 2024 Vestfold: oppgitt som 8 av 12, men fylket har 6 kommuner.",
            "1 kommune, 8. juli 2024",
        ]
        assert table.facts["Fylkeskommunens egen politikk"][2] == "Vedtatt vedtatt 14. desember 2016"
        assert table.links[0]["href"] == "fylke?fylke=34"

    def test_ranks(self, register, today):
        table = Table(counties_table(county_facts(register, ("03", "55", "56"), STANDARD, today)))
        (ranks,) = [cells for name, cells in table.facts.items() if name.startswith("Plass")]
        assert ranks == ["nummer 1 av 15", "delt nummer 14 av 15", "delt nummer 14 av 15"]

    def test_the_finding(self, register, today):
        facts = county_facts(register, ("34", "03"), STANDARD, today)
        text = plain(counties_finding(facts, STANDARD))
        assert text.startswith("Av de 2 fylkene har Oslo størst andel")
        assert "4 av 46 i Innlandet (8,7 %)" in text
        assert "Velg minst ett til" in plain(counties_finding(facts[:1], STANDARD))


class TestNotice:
    def notice(self, **fields):
        read = Places((), (), (), (), [])._replace(**fields)
        return places_notice(read, {"4601": "Bergen", "1806": "Narvik", "1875": "Hamarøy"}, {"1806": "sammenlign?x=1"})

    def test_nothing_to_tell(self):
        assert self.notice(chosen=("4601",)) == ""

    @pytest.mark.parametrize("name", ["Bergen", ""])
    def test_a_former_number(self, name):
        text = plain(self.notice(replaced=(Earlier("1201", name, ("4601",)),)))
        assert text.startswith("Nummeret 1201")
        assert "Her vises Bergen, nummer 4601." in text

    def test_too_many(self):
        assert "Narvik er ikke med" in plain(self.notice(left_out=("1806",)))

    def test_one_that_was_split_links_to_what_there_is_room_for(self):
        html = self.notice(split=(Earlier("1850", "Tysfjord", ("1806", "1875")),))
        assert html.count("<a ") == 1
        assert "Nummeret 1850 (Tysfjord) er ikke lenger i bruk." in plain(html)
        assert "Narvik , Hamarøy." in plain(html)
