"""The pieces of HTML: right figures with their denominators, honest remarks, nothing unescaped."""

from datetime import date
from html.parser import HTMLParser

import pytest

from lib.fragments.card import Comparison, municipality_card
from lib.fragments.counties import county_table
from lib.fragments.figures import headline, key_figures, lead
from lib.fragments.legend import chart_legend, share_legend, status_legend
from lib.fragments.render import render
from lib.register.address import Ignored
from lib.register.evidence import evidence_of
from lib.register.published import latest_mapping, quoted_mapping
from lib.register.selection import Selection
from lib.register.shares import Share, by_county, figures
from lib.register.status import Definition, Status


@pytest.fixture
def municipalities(register, today):
    return register.at(Selection(today), today)


def plain(html):
    """Read the text as a visitor does."""
    return " ".join(TextOf().read(html).split()).replace("\u00a0", " ")


class TextOf(HTMLParser):
    """Gathers the text of a piece of HTML."""

    def read(self, html):
        self.texts = []
        self.feed(html)
        return " ".join(self.texts)

    def handle_data(self, data):
        self.texts.append(data)


class TestHeadline:
    def test_today(self, register, municipalities, today):
        assert plain(headline(figures(municipalities), "")) == (
            "38 av 357 kommuner har en dokumentert frivillighetspolitikk"
        )
        published = latest_mapping(register.tables.published_totals, "NO", today)
        text = plain(lead(figures(municipalities), published))
        assert "10,6 % av kommunene" in text
        assert "221 kommuner er ikke undersøkt" in text
        assert "107 av 357 kommuner 8. juli 2024" in text

    def test_in_the_past(self, register, today):
        on = date(2016, 12, 31)
        then = register.at(Selection(on), today)
        text = plain(headline(figures(then), "31. desember 2016"))
        assert "31. desember 2016 hadde" in text
        assert "av dagens 357 kommuner" in text

    def test_before_anything_was_published(self, municipalities):
        assert "Frivillighet Norge" not in plain(lead(figures(municipalities), None))


class TestKeyFigures:
    def test_every_figure_has_its_denominator(self, register, municipalities, today):
        totals = register.tables.published_totals
        text = plain(
            key_figures(figures(municipalities), "", latest_mapping(totals, "NO", today), quoted_mapping(totals, today))
        )
        for part in ("38 av 357", "22 av 357", "11 av 357", "221 av 357", "107 av 357", "64 av 356", "av 5 627 400"):
            assert part in text
        assert "om lag 18 %" in text
        assert "55 % av innbyggerne" in text

    def test_nothing_to_divide_by(self, municipalities):
        text = plain(key_figures(figures(municipalities.iloc[:0]), "i Oslo", None, None))
        assert "0 av 0" in text
        assert "–" in text


class TestLegend:
    def test_counts(self, municipalities):
        text = plain(status_legend(figures(municipalities)))
        assert "Vedtatt 38" in text
        assert "Ikke undersøkt 221" in text

    def test_classes_of_shares(self):
        assert "10–19 %" in plain(share_legend())

    def test_of_a_chart(self):
        assert plain(chart_legend((Status.NONE,))) == "Ingen funnet"


class TestCountyTable:
    def table(self, register, municipalities, **choices):
        return county_table(
            by_county(municipalities),
            figures(municipalities),
            register.tables,
            on=choices.pop("on", date(2026, 11, 23)),
            caption="Tabell",
            **choices,
        )

    def test_rows_and_sum(self, register, municipalities):
        html = self.table(register, municipalities)
        assert html.count('<th scope="row"') == 16
        text = plain(html)
        assert "Innlandet 4 5 1 2 34 46 8,7 % 14" in text
        assert "Sum 38 22 11 65 221 357 10,6 %" in text

    def test_printed_totals_that_cannot_be_right_are_remarked(self, register, municipalities):
        text = plain(self.table(register, municipalities))
        assert "Vestfold: oppgitt som 8 av 12, men fylket har 6 kommuner." in text
        assert "Innlandet: oppgitt" not in text

    def test_a_printed_total_is_held_against_the_division_of_its_time(self, register, municipalities):
        text = plain(self.table(register, municipalities, on=date(2023, 1, 1)))
        assert "Møre og Romsdal: oppgitt" not in text  # 3 of 26, as it was before Haram

    def test_no_published_count_yet(self, register, municipalities):
        html = self.table(register, municipalities, on=date(2016, 1, 1))
        assert "oppgitt som" not in html
        assert html.count(">–</td>") == 15

    def test_chosen_statuses_leave_total_and_share(self, register, municipalities):
        text = plain(self.table(register, municipalities, statuses=(Status.EXPIRED,)))
        assert "Innlandet 1 46 8,7 % 14" in text


class TestCard:
    def card(self, register, municipalities, number, definition=Definition.STANDARD):
        today = date(2026, 11, 23)
        evidence = evidence_of(number, register.tables.policy_status, today, definition, today=today)
        comparisons = [Comparison("Hele landet", Share(38, 357))]
        return municipality_card(
            number, municipalities.loc[number], evidence, comparisons, "?kommune=1", "kommune?kommune=1"
        )

    def test_status_document_sources(self, register, municipalities):
        html = self.card(register, municipalities, "0301")
        text = plain(html)
        assert "Vedtatt , vedtatt 14. desember 2016" in text
        assert "Dokument: " in text
        assert "sterk dokumentasjon" in text
        assert 'href="https://www.oslo.kommune.no' in html
        assert html.count("<li") == (register.tables.policy_status["kommunenummer"] == "0301").sum() + 1
        assert "38 av 357 (10,6 %)" in text
        assert '<a href="kommune?kommune=1" data-internal>Alt om Oslo</a>' in html

    def test_without_any_observation(self, register, municipalities):
        number = municipalities.index[municipalities["basis"] == "nothing"][0]
        text = plain(self.card(register, municipalities, number))
        assert "Ikke undersøkt" in text
        assert "Det betyr ikke at den mangler en politikk" in text
        assert "0 kilder" in text

    def test_a_predecessor_is_named_and_does_not_count(self, register, municipalities):
        text = plain(self.card(register, municipalities, "5001"))
        assert "Gjelder tidligere Klæbu" in text
        assert "Teller ikke med" in text

    def test_a_statement_about_a_county_is_told_as_such(self, register, municipalities):
        assert "Kilden sier dette om alle kommuner i Troms" in plain(self.card(register, municipalities, "5501"))

    def test_other_official_names(self, register, municipalities):
        assert "Kárášjohka" in plain(self.card(register, municipalities, "5610"))

    def test_every_municipality_has_a_card(self, register, municipalities):
        for number in municipalities.index:
            assert municipalities.loc[number, "navn"] in self.card(register, municipalities, number)


def test_what_comes_from_outside_is_escaped():
    html = render("address_notice.html", ignored=[Ignored("fylke", "<script>alert(1)</script>")])
    assert "<script>" not in html
    assert "&lt;script&gt;" in html
