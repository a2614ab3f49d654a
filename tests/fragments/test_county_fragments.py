"""The pieces of the county page: what is said of councils and published counts, and nothing unescaped."""

import pandas as pd
import pytest

from lib.fragments.councils import council_section, status_line
from lib.fragments.municipalities import municipality_table
from lib.fragments.published_counts import published_counts
from lib.register.councils import agreements_of, council_evidence, council_statuses, prizes_of, reported_agreements
from lib.register.evidence import documents_at
from lib.register.published import publications
from lib.register.selection import Selection
from lib.register.status import Definition
from tests.fragments.test_fragments import plain


@pytest.fixture
def council(register, today):
    def section(county, **choices):
        tables = register.tables
        return council_section(
            register.county_names[county],
            council_statuses(register, today, today=today).loc[county],
            council_evidence(register, county, today, today=today),
            agreements_of(tables, county),
            reported_agreements(tables, county),
            prizes_of(tables, county),
            on=today,
            **choices,
        )

    return section


class TestCouncil:
    def test_every_source_is_there_with_dates_strength_and_link(self, council):
        html = council("46")
        text = plain(html)
        assert "vedtatt 25. mai 2021 · gjelder 2021 til 2022 · kilden er fra 2021" in text
        assert "inngått 28. mai 2021 · kilden er fra mai 2021" in text
        assert "Vestland fylkeskommune · sterk dokumentasjon" in text
        assert html.count('target="_blank" rel="noopener"') == 5  # the document, 2 own, 1 agreement, 1 event

    def test_no_source_at_all(self, council):
        text = plain(council("11"))
        assert "Vi kjenner ingen kilde som sier at fylkeskommunen har en egen politikk." in text
        assert "Vi kjenner ingen kilde som sier at det er en avtale." in text

    def test_sources_of_former_councils_alone_are_named_as_such(self, council):
        text = plain(council("31", former="Viken"))
        assert "Kilder om fylkeskommuner som denne har tatt over etter" in text
        assert text.count("Gjelder Viken, som denne fylkeskommunen har tatt over etter") == 5

    def test_why_a_source_does_not_count(self, council):
        assert plain(council("15")).count("Teller ikke i statusen, fordi dokumentasjonen er svak.") == 1

    @pytest.mark.parametrize(
        ("county", "line"),
        [
            ("42", "Vedtatt i 2022"),
            ("46", "Utløpt eller ubekreftet, gjaldt til 2022"),
            ("50", "Under arbeid, sist omtalt i 2025"),
            ("11", "Ikke undersøkt"),
        ],
    )
    def test_status_in_one_line(self, register, today, county, line):
        assert status_line(council_statuses(register, today, today=today).loc[county]) == line


class TestPublishedCounts:
    def row(self, **values):
        usual = {"as_of": "2022", "n_with_policy": 3, "n_total": pd.NA, "percent": pd.NA, "kind": "mapping"}
        return pd.DataFrame([usual | {"source_url": "https://a.no", "source_publisher": "Avisa"} | values])

    def test_statements_and_surveys_stand_apart(self):
        published = pd.concat(
            [
                self.row(n_with_policy=pd.NA, percent=18.0, kind="statement"),
                self.row(n_with_policy=pd.NA, percent=22.5, kind="survey"),
                self.row(),
            ]
        )
        counts, apart = plain(published_counts("Agder", lambda as_of: 25, published)).split("Kan ikke sammenlignes")
        assert "3 kommuner , 2022" in counts
        assert "%" not in counts
        assert "Sitert tall: 18 % , 2022" in apart
        assert "Undersøkelse: 22,5 % , 2022" in apart

    def test_nothing_published(self, register, today):
        published = publications(register.tables.published_totals, "99", today)
        assert "Vi kjenner ingen publiserte tall for Agder." in plain(published_counts("Agder", len, published))

    def test_a_count_beyond_the_county_is_remarked(self):
        text = plain(published_counts("Vestfold", lambda as_of: 6, self.row(n_with_policy=8, n_total=12)))
        assert "oppgitt som 8 av 12, men fylket har 6 kommuner. Tallet er derfor ikke med i diagrammet." in " ".join(
            text.split()
        )

    def test_no_remark_where_the_number_of_municipalities_is_not_known(self):
        text = plain(published_counts("Troms", lambda as_of: None, self.row(as_of="2019", n_total=24)))
        assert "3 av 24 kommuner , 2019" in text
        assert "men fylket har" not in text

    def test_what_comes_from_outside_is_escaped(self):
        assert "<i>" not in published_counts("Agder", lambda as_of: 25, self.row(source_publisher="<i>Avisa</i>"))


class TestMunicipalityTable:
    def table(self, register, today, county, **choices):
        municipalities = register.at(Selection(today), today)
        inside = municipalities[municipalities["fylkesnummer"] == county]
        documents = documents_at(
            inside["status"], register.tables.policy_status, today, Definition.STANDARD, today=today
        )
        return municipality_table(inside, documents, name="proeve", caption="Tabell", **choices)

    def test_each_row(self, register, today):
        html = self.table(register, today, "39")
        assert html.count('<th scope="row"') == 6
        text = plain(html)
        assert "Tønsberg Vedtatt vedtatt i 2023 Frivillighetsplan for Tønsberg kommune (plan) 60 246" in text
        assert "Larvik Ikke undersøkt – – 49 022" in text
        assert 'href="kommune?kommune=3905" data-internal' in html

    def test_those_with_a_policy_first_then_by_name(self, register, today):
        text = plain(self.table(register, today, "39"))
        names = ["Færder", "Tønsberg", "Horten", "Sandefjord", "Holmestrand", "Larvik"]
        assert sorted(names, key=lambda name: text.index(f"{name} ")) == names

    def test_the_county_when_asked_for(self, register, today):
        assert plain(self.table(register, today, "39", with_county=True)).count("Vestfold") == 6
        assert "Vestfold" not in plain(self.table(register, today, "39"))
