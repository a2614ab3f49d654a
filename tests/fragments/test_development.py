"""The pieces of the development and renewal pages."""

import re

import pandas as pd
import pytest

from lib.fragments.changes import change_table, year_changes
from lib.fragments.development import (
    development_headline,
    development_lead,
    milestone_list,
    publication_table,
    series_legend,
    series_table,
    undated_note,
)
from lib.fragments.renewal import ending_table, expired_table, renewal_headline, renewal_lead, unconfirmed_table
from lib.register.changes import changes
from lib.register.history import status_series, undated_only
from lib.register.published import publications
from lib.register.renewal import renewal
from lib.register.status import Definition

STANDARD = Definition.STANDARD


def plain(html):
    text = " ".join(re.sub(r"<[^>]+>", " ", html).split()).replace("\u00a0", " ")
    return re.sub(r" ([.,;)])", r"\1", text)


@pytest.fixture
def series(register, today):
    return status_series(register, STANDARD, today)


@pytest.fixture
def names(register):
    return register.municipalities["navn"]


class TestSeries:
    def test_the_heading_tells_of_the_highest_year(self, series):
        assert plain(development_headline(series)) == (
            "I 2023 hadde 32 av 357 kommuner en dokumentert frivillighetspolitikk, i dag har 27 det"
        )
        rising = series[series["year"] <= 2023]
        assert "32 av 357 kommuner har en dokumentert" in plain(development_headline(rising))

    def test_the_lead_leads_back_to_the_map(self, register, series, today):
        text = plain(development_lead(series, undated_only(register, STANDARD, today)))
        assert "11 kommuner til har en politikk som bare udaterte kilder viser" in text
        assert "med dem er tallet i dag 38 av 357" in text
        nothing = undated_only(register, STANDARD, today).iloc[:0]
        assert "udaterte" not in plain(development_lead(series, nothing))
        assert "likt kartet på startsiden" in plain(undated_note(nothing))

    def test_each_year_has_counts_and_a_share(self, series):
        text = plain(series_table(series, STANDARD))
        assert "2019 23 17 6 41 270 6,4 %" in text
        assert "2026 (23. november 2026) 27 10 13 65 242 7,6 %" in text
        assert text.count(" %") == len(series)

    def test_the_legend_names_the_definitions(self):
        assert "Registeret, streng definisjon Registeret, vanlig og vid definisjon" in plain(
            series_legend(Definition.STRICT)
        )

    def test_published_figures_stand_as_printed(self, register, today):
        html = publication_table(publications(register.tables.published_totals, "NO", today))
        text = plain(html)
        assert "23. mai 2017 38 av 426 8,9 % Telling Vesterålen Online, etter Frivillighet Norge" in text
        assert "31. desember 2021 – 22,5 % Telling Frivillighet Norge" in text
        assert "mars 2022 – 48 % Undersøkelse, ikke sammenlignbart" in text
        assert html.count('rel="noopener"') == 13

    def test_milestones_have_their_sources(self, register):
        html = milestone_list(register.tables.milestones, register.county_names)
        assert html.count("<li") == len(register.tables.milestones)
        assert html.count("<a ") == (register.tables.milestones["source_url"] != "").sum()
        assert "31. mai 2021 Avtale, Vestland" in plain(html)


class TestChanges:
    def test_by_name_with_links_and_dates(self, register, names, today):
        html = year_changes(changes(register, STANDARD, today), names, 2019, "i 2019")
        assert 'href="kommune?kommune=1511"' in html
        assert "Vanylven, vedtatt 4. februar 2019" in plain(html)
        assert "Trondheim, først omtalt i juli 2019" in plain(html)
        assert "Utløpt eller ubekreftet 1 Hamar, sist bekreftet i 2010" in plain(html)

    def test_a_year_in_which_nothing_is_known(self, register, names, today):
        html = year_changes(changes(register, STANDARD, today), names, 2011, "i 2011")
        assert "Vi kjenner ingen som vedtok, fornyet eller lot en politikk gå ut i 2011." in plain(html)

    def test_every_change_is_in_the_table_once(self, register, names, today):
        table = changes(register, STANDARD, today)
        html = change_table(table, names)
        assert html.count("data-internal") == len(table)
        assert html.count("<i>") == (table["basis"] == "known_since").sum()

    def test_names_are_escaped(self, names):
        row = {"year": 2020, "kommunenummer": "0301", "change": "adopted", "date": "2020", "basis": "adopted_on"}
        html = change_table(pd.DataFrame([row]), names.replace("Oslo", "<Oslo>"))
        assert "&lt;Oslo&gt;" in html


class TestRenewal:
    @pytest.fixture
    def found(self, register, today):
        return renewal(register, STANDARD, today)

    def test_the_heading_counts(self, found, today):
        assert plain(renewal_headline(found, "", today)) == (
            "2 dokumenter går ut i 2026 eller 2027, og 11 kommuner har en politikk som er utløpt eller ubekreftet"
        )
        assert plain(renewal_headline(found.within(["42"]), "i Agder", today)).startswith("1 dokument går ut i Agder i")

    def test_the_lead_tells_how_little_is_known(self, found):
        assert "Vi kjenner sluttdatoen for 6 av 38 vedtatte politikker." in plain(renewal_lead(found))
        assert "sist i 2023" in plain(renewal_lead(found))

    def test_what_runs_out(self, found):
        html = ending_table(found.ending, "")
        assert "Kristiansand Agder Temaplan frivillighet for Kristiansand kommune 2022-2026 (plan) 2026" in plain(html)
        assert 'href="kommune?kommune=4204"' in html

    def test_what_becomes_unconfirmed(self, found):
        text = plain(unconfirmed_table(found.unconfirmed, ""))
        assert "Trondheim Trøndelag Omtale hos Malvik Høyre juli 2019 1. august 2027 ja, under arbeid" in text

    def test_what_has_run_out(self, found):
        text = plain(expired_table(found.expired, ""))
        assert "Ål Buskerud Frivilligstrategi Ål kommune 2023-2025 (strategi) gjaldt til 2025" in text

    def test_nothing_to_show(self, found, today):
        troms = found.within(["55"])
        assert "Ingen dokumenter går ut i Troms i år eller neste år." in plain(ending_table(troms.ending, "i Troms"))
        assert "Ingen vedtatte politikker i Troms" in plain(unconfirmed_table(troms.unconfirmed, "i Troms"))
        assert "Ingen kommuner i Troms" in plain(expired_table(troms.expired, "i Troms"))
        assert "Ingen dokumenter går ut i Troms i 2026 eller 2027, og ingen kommune" in plain(
            renewal_headline(troms, "i Troms", today)
        )
        assert "Vi kjenner sluttdatoen" not in plain(renewal_lead(troms))
