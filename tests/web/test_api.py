"""Every route of the API in every format: headers, the shape that is described, and the register's own figures."""

import csv
import io
from datetime import date
from types import SimpleNamespace
from urllib.parse import parse_qs, urlsplit

import geopandas as gpd
import pytest
from jsonschema import Draft202012Validator, FormatChecker

from lib.exports.view import MAP, read_view
from lib.geography.neighbours import neighbours_of
from lib.register.councils import council_statuses
from lib.register.history import status_series, undated_only
from lib.register.selection import Selection
from lib.register.shares import by_county, by_size, figures
from lib.register.status import Definition, Status
from lib.register.version import REGISTER_DATE, REGISTER_VERSION
from lib.web.api.route import CSV, GEOJSON, JSON, MEDIA_TYPES, ROOT
from lib.web.api.routes import api_routes

ROUTES = {route.name: route for route in api_routes()}
EACH_FORMAT = [(name, ending) for name, route in ROUTES.items() for ending in route.formats]


def address(name: str, ending: str = "") -> str:
    route = ROUTES[name]
    number = route.number.example if route.number else ""
    return "/" + route.address(number, f".{ending}" if ending and route.has_endings else "")


@pytest.fixture(scope="module")
def document(web):
    return web.get(f"{ROOT}/openapi.json").json()


@pytest.fixture(scope="module")
def get(web):
    """Ask for JSON and give it back."""

    def ask(path: str, **parameters: str):
        answer = web.get(ROOT + path, params=parameters)
        assert answer.status_code == 200, answer.text
        return answer.json()

    return ask


def faults(document, schema, value) -> list[str]:
    whole = {"components": document["components"], **schema}
    return [error.message for error in Draft202012Validator(whole, format_checker=FormatChecker()).iter_errors(value)]


def rows_in(text: str) -> list[dict]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def as_csv_has_it(value) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


class TestEveryRoute:
    @pytest.mark.parametrize(("name", "ending"), EACH_FORMAT)
    def test_it_answers_as_it_is_described(self, web, document, name, ending):
        answer = web.get(address(name, ending))
        assert answer.status_code == 200
        assert answer.headers["Content-Type"] == MEDIA_TYPES[ending]
        path = ROOT + ROUTES[name].path + (".{format}" if ROUTES[name].has_endings else "")
        described = document["paths"][path]["get"]["responses"]["200"]
        assert {header.lower() for header in described["headers"]} <= set(answer.headers)
        schema = described["content"][MEDIA_TYPES[ending].partition(";")[0]]["schema"]
        assert faults(document, schema, answer.text if ending == CSV else answer.json()) == []

    @pytest.mark.parametrize(("name", "ending"), EACH_FORMAT)
    def test_accept_gives_what_the_ending_gives(self, web, name, ending):
        accepted = web.get(address(name), headers={"Accept": MEDIA_TYPES[ending].partition(";")[0]})
        assert accepted.headers["Content-Type"] == MEDIA_TYPES[ending]
        assert "Accept" in accepted.headers["Vary"]
        by_ending = web.get(address(name, ending))
        if ending == CSV:
            assert accepted.content == by_ending.content
        else:
            assert accepted.json().keys() == by_ending.json().keys()

    @pytest.mark.parametrize("name", ROUTES)
    def test_it_says_what_it_holds_for(self, web, name):
        route = ROUTES[name]
        answer = web.get(address(name)).json()
        meta = answer["meta"]
        assert (meta["register_version"], meta["register_date"]) == (REGISTER_VERSION, REGISTER_DATE)
        assert REGISTER_VERSION in meta["source"]
        assert meta["licence"]["name"] == "CC-BY-4.0"
        assert ("Kartverket" in meta["licence"]["attribution"]) == route.is_geographic
        assert ("status_date" in meta) == ("definition" in meta) == route.dated
        assert answer["links"]["self"] == f"https://eksempel.no{address(name)}"

    @pytest.mark.parametrize("name", [name for name, route in ROUTES.items() if CSV in route.formats])
    def test_csv_has_the_rows_of_json(self, web, name):
        answer = web.get(address(name, CSV))
        assert answer.content.startswith(b"\xef\xbb\xbf") is False
        data = web.get(address(name, JSON)).json()["data"]
        fields = [field.name for field in ROUTES[name].fields]
        listed = [{field: row[field] for field in fields} for row in (data if isinstance(data, list) else [data])]
        assert listed
        assert rows_in(answer.text) == [{field: as_csv_has_it(value) for field, value in row.items()} for row in listed]

    @pytest.mark.parametrize("name", [name for name, route in ROUTES.items() if route.formats[0] != JSON])
    def test_geographic_routes_are_geojson_by_either_name(self, web, name):
        one, other = web.get(address(name, GEOJSON)).json(), web.get(address(name, JSON)).json()
        assert one["features"] == other["features"]

    @pytest.mark.parametrize("name", ROUTES)
    def test_other_methods_are_refused(self, web, name):
        for method in ("POST", "PUT", "PATCH", "DELETE"):
            answer = web.request(method, address(name))
            assert answer.status_code == 405
            assert answer.headers["Allow"] == "GET, HEAD, OPTIONS"
            assert answer.headers["Content-Type"] == "application/problem+json"

    @pytest.mark.parametrize("name", ROUTES)
    def test_head_has_the_headers_and_no_body(self, web, name):
        head, whole = web.head(address(name)), web.get(address(name))
        assert head.content == b""
        assert dict(head.headers) == dict(whole.headers)

    @pytest.mark.parametrize("name", ROUTES)
    def test_what_the_client_has_is_not_sent_again(self, web, name):
        first = web.get(address(name))
        again = web.get(address(name), headers={"If-None-Match": f'"other", {first.headers["ETag"]}'})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["ETag"] == first.headers["ETag"]
        assert web.get(address(name), headers={"If-None-Match": '"other"'}).status_code == 200

    @pytest.mark.parametrize("name", ROUTES)
    def test_any_page_may_read_it(self, web, name):
        asked = {"Origin": "https://avis.example", "Access-Control-Request-Method": "GET"}
        allowed = web.options(address(name), headers=asked | {"Access-Control-Request-Headers": "if-none-match"})
        assert allowed.status_code == 204
        assert "If-None-Match" in allowed.headers["Access-Control-Allow-Headers"]
        assert "GET" in allowed.headers["Access-Control-Allow-Methods"]
        answer = web.get(address(name), headers={"Origin": "https://avis.example"})
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        assert {"Link", "ETag", "Total-Count"} <= set(answer.headers["Access-Control-Expose-Headers"].split(", "))
        assert "max-age=" in answer.headers["Cache-Control"]


class TestDates:
    def test_a_copy_as_new_as_the_answer_is_good(self, web):
        first = web.get(f"{ROOT}/municipalities")
        for since, status in {
            first.headers["Last-Modified"]: 304,
            "Fri, 01 Jan 2038 00:00:00 GMT": 304,
            "Sat, 01 Jan 2022 00:00:00 GMT": 200,
            "yesterday": 200,
            "": 200,
        }.items():
            answer = web.get(f"{ROOT}/municipalities", headers={"If-Modified-Since": since})
            assert answer.status_code == status, since

    def test_the_tag_goes_before_the_date(self, web):
        headers = {"If-Modified-Since": "Fri, 01 Jan 2038 00:00:00 GMT", "If-None-Match": '"other"'}
        assert web.get(f"{ROOT}/municipalities", headers=headers).status_code == 200


class TestMunicipalities:
    @pytest.mark.parametrize(
        "filters",
        [
            {},
            {"fylke": "34,03"},
            {"status": "adopted,expired"},
            {"storrelse": "0-1999,50000-"},
            {"definisjon": "strict"},
            {"definisjon": "wide", "dato": "2019-12-31"},
            {
                "fylke": "42",
                "status": "unknown",
                "storrelse": "2000-4999",
                "definisjon": "strict",
                "dato": "2022-06-30",
            },
        ],
    )
    def test_filters_are_those_of_the_map(self, get, register, filters):
        answer = get("/municipalities", **filters)
        day = date.fromisoformat(answer["meta"]["generated"])
        view, ignored = read_view(MAP, {name: [value] for name, value in filters.items()}, register, day)
        assert ignored == []
        table = view.municipalities(register)
        expected = table[table["matches"]]
        given = {row["kommunenummer"]: (row["status"], row["since"] or "", row["basis"]) for row in answer["data"]}
        assert given == {row.Index: (row.status, row.since, row.basis) for row in expected.itertuples()}
        counted = figures(table[table["in_places"]])
        told = answer["figures"]
        assert {status: told[status] for status in Status} == counted.counts
        assert told["total"] == counted.total
        assert told["share"] == round(counted.adopted.ratio, 4)
        assert (told["inhabitants"]["adopted"], told["inhabitants"]["total"]) == (
            counted.inhabitants.part,
            counted.inhabitants.whole,
        )
        assert answer["meta"]["definition"] == filters.get("definisjon", "standard")
        assert answer["meta"]["status_date"] == filters.get("dato", day.isoformat())

    def test_all_are_there_once_with_their_inhabitants(self, get, register):
        rows = get("/municipalities")["data"]
        assert {row["kommunenummer"]: row["folketall_2026"] for row in rows} == register.municipalities[
            "inhabitants"
        ].to_dict()
        assert len(rows) == 357

    def test_values_may_be_repeated_instead_of_joined(self, web):
        repeated = web.get(f"{ROOT}/municipalities", params=[("fylke", "03"), ("fylke", "34")]).json()
        joined = web.get(f"{ROOT}/municipalities", params={"fylke": "03,34"}).json()
        assert repeated == joined
        assert repeated["meta"]["filters"] == {"fylke": ["03", "34"]}

    def test_the_areas_are_valid(self, web, register):
        collection = web.get(f"{ROOT}/municipalities.geojson").json()
        areas = gpd.GeoDataFrame.from_features(collection["features"], crs=4326)
        assert set(areas["kommunenummer"]) == set(register.municipalities.index)
        assert len(areas) == 357
        assert areas.geometry.is_valid.all()
        assert [feature["id"] for feature in collection["features"]] == list(areas["kommunenummer"])
        west, south, east, north = areas.total_bounds
        assert 4 < west < 6
        assert 57 < south < 59
        assert 30 < east < 32
        assert 70 < north < 72

    def test_nothing_found_is_an_empty_list_with_its_figures(self, get):
        answer = get("/municipalities", fylke="03", storrelse="0-1999")
        assert answer["data"] == []
        assert answer["meta"]["total"] == 0
        assert answer["figures"]["share"] is None


class TestOneMunicipality:
    def test_all_that_is_known_is_there(self, get, register):
        answer = get("/municipalities/5001")["data"]
        observations = register.tables.policy_status
        own = observations[observations["kommunenummer"] == "5001"]
        assert sorted(row["source_url"] for row in answer["observations"]) == sorted(own["source_url"])
        assert "Klæbu" in {row["name_in_source"] for row in answer["observations"] if row["scope"] == "predecessor"}
        assert not any(row["counts"] for row in answer["observations"] if row["scope"] == "predecessor")
        assert answer["names"] == ["Trondheim", "Tråante"]
        neighbours = neighbours_of("5001", register.tables.neighbours)
        assert [(row["kommunenummer"], row["over"]) for row in answer["neighbours"]] == list(neighbours.items())
        assert {row["former_number"] for row in answer["former_numbers"]} == {"1662", "5030"}
        awards = register.tables.awards
        assert len(answer["awards"]) == (awards["area_code"] == "5001").sum()

    def test_each_has_the_status_of_the_list(self, get):
        for row in get("/municipalities", fylke="42", dato="2020-12-31", definisjon="wide")["data"]:
            one = get(f"/municipalities/{row['kommunenummer']}", dato="2020-12-31", definisjon="wide")["data"]
            assert {name: one[name] for name in row} == row

    def test_what_counts_follows_the_date_and_the_definition(self, get):
        now = get("/municipalities/1505")["data"]["observations"]
        long_ago = get("/municipalities/1505", dato="2006-01-01")["data"]["observations"]
        assert any(row["counts"] for row in now)
        assert len(now) == len(long_ago)
        assert not any(row["counts"] for row in long_ago)

    def test_links_lead_to_the_place(self, get):
        links = get("/municipalities/1508", definisjon="strict")["data"]["links"]
        assert links["page"] == "https://eksempel.no/kommune/1508-alesund"
        assert links["dashboard"] == "https://eksempel.no/kommune?kommune=1508&definisjon=strict"
        assert links["embed"].startswith("https://eksempel.no/embed/kommune/1508")
        assert links["feed"] == "https://eksempel.no/kommune/1508/endringer.atom"
        assert links["county"] == "https://eksempel.no/api/v1/counties/15?definisjon=strict"

    @pytest.mark.parametrize("name", ["page", "embed", "feed", "county"])
    @pytest.mark.parametrize("place", ["/municipalities/1508", "/counties/15"])
    def test_links_answer(self, web, get, place, name):
        links = get(place)["data"]["links"]
        if name in links:
            assert web.get(links[name]).status_code == 200

    def test_a_former_number_leads_on_with_all_that_was_asked(self, web):
        answer = web.get(f"{ROOT}/municipalities/0219.csv?definisjon=wide&lang=en")
        assert answer.status_code == 308
        assert answer.headers["Location"] == "/api/v1/municipalities/3201.csv?definisjon=wide&lang=en"
        assert answer.json()["name"] == "Bærum"
        assert web.get(f"{ROOT}/municipalities/0219").headers["Location"] == "/api/v1/municipalities/3201"

    def test_a_split_one_offers_the_choice(self, web, document):
        answer = web.get(f"{ROOT}/municipalities/1850")
        assert answer.status_code == 404
        assert {choice["name"] for choice in answer.json()["choices"]} == {"Narvik", "Hamarøy"}
        assert "1806 Narvik og 1875 Hamarøy" in answer.json()["detail"]
        assert faults(document, {"$ref": "#/components/schemas/Problem"}, answer.json()) == []
        for choice in answer.json()["choices"]:
            assert web.get(choice["address"]).status_code == 200

    def test_every_former_number_leads_somewhere(self, web, register):
        former = register.tables.former_numbers
        for number in former["former_number"].unique():
            answer = web.get(f"{ROOT}/municipalities/{number}")
            of_today = number in register.municipalities.index
            split = (former["former_number"] == number).sum() > 1
            assert answer.status_code == (200 if of_today else 404 if split else 308), number

    @pytest.mark.parametrize("number", ["9999", "301", "03011", "Oslo", "%C3%A6", "%00", "%ff", "0301%2F", "x" * 5000])
    def test_an_unknown_number_is_not_found(self, web, number):
        answer = web.get(f"{ROOT}/municipalities/{number}")
        assert answer.status_code == 404
        assert answer.headers["Content-Type"] == "application/problem+json"
        assert len(answer.json()["detail"]) < 300


class TestCounties:
    def test_they_are_counted_as_in_the_register(self, get, register):
        answer = get("/counties", dato="2020-06-30")
        day = date.fromisoformat(answer["meta"]["generated"])
        on = date(2020, 6, 30)
        counted = by_county(register.at(Selection(on), day))
        councils = council_statuses(register, on, today=day)
        assert [row["fylkesnummer"] for row in answer["data"]] == list(counted.index)
        for row in answer["data"]:
            number = row["fylkesnummer"]
            assert {status: row[status] for status in Status} == {
                status: counted.loc[number, status] for status in Status
            }
            assert (row["total"], row["share"]) == (
                counted.loc[number, "total"],
                round(counted.loc[number, "share"], 4),
            )
            assert row["council_status"] == councils.loc[number, "status"]
        inhabitants = register.municipalities.groupby("fylkesnummer")["inhabitants"].sum()
        assert [row["folketall_2026"] for row in answer["data"]] == list(inhabitants)

    def test_each_has_its_municipalities_and_its_council(self, web, get, register):
        tables = register.tables
        for row in get("/counties")["data"]:
            number = row["fylkesnummer"]
            one = get(f"/counties/{number}")["data"]
            assert {name: one[name] for name in row} == row
            assert [each["kommunenummer"] for each in one["municipalities"]] == list(
                register.municipalities.index[register.municipalities["fylkesnummer"] == number]
            )
            assert one["figures"]["adopted"] == row["adopted"]
            own = tables.county_policy_status[tables.county_policy_status["fylkesnummer"] == number]
            agreements = own["document_type"] == "avtale"
            assert len(one["agreements"]) == agreements.sum()
            if number != "03":
                assert len(one["observations"]) == (~agreements).sum()
            totals = tables.published_totals
            assert len(one["published_totals"]) == (totals["area_code"] == number).sum()

    def test_oslo_has_the_sources_of_the_municipality(self, get):
        county, municipality = get("/counties/03")["data"], get("/municipalities/0301")["data"]
        assert county["council_status"] == municipality["status"]
        assert [row["source_url"] for row in county["observations"]] == [
            row["source_url"] for row in municipality["observations"]
        ]

    def test_the_areas_are_valid(self, web):
        areas = gpd.GeoDataFrame.from_features(web.get(f"{ROOT}/counties.geojson").json()["features"], crs=4326)
        assert len(areas) == 15
        assert areas.geometry.is_valid.all()

    @pytest.mark.parametrize(
        ("number", "status"), [("12", 308), ("30", 404), ("38", 404), ("99", 404), ("3", 404), ("Agder", 404)]
    )
    def test_other_numbers(self, web, number, status):
        answer = web.get(f"{ROOT}/counties/{number}")
        assert answer.status_code == status
        if status == 308:
            assert answer.headers["Location"] == f"{ROOT}/counties/46"
        assert ("choices" in answer.json()) == (number in ("30", "38"))


class TestTables:
    def test_pages_walk_every_observation_once(self, web, register):
        for size, ending in ((1, JSON), (100, JSON), (100, CSV), (1000, JSON)):
            path, rows, pages = f"{ROOT}/observations.{ending}?antall={size}", [], 0
            if size == 1:
                path += "&kommune=5001"
            while path:
                answer = web.get(path)
                assert answer.status_code == 200
                rows += answer.json()["data"] if ending == JSON else rows_in(answer.text)
                pages += 1
                following = answer.links.get("next", {}).get("url")
                if ending == JSON:
                    assert answer.json()["links"].get("next") == following
                    assert answer.json()["meta"]["page"] == pages
                path = following and following.removeprefix("https://eksempel.no")
            expected = register.tables.policy_status
            if size == 1:
                expected = expected[expected["kommunenummer"] == "5001"]
            assert pages == -(-len(expected) // size)
            assert int(answer.headers["Total-Count"]) == len(expected)
            assert parse_qs(urlsplit(answer.links["last"]["url"]).query)["side"] == [str(pages)]
            keys = [(row["kommunenummer"], row["source_url"], row["note"] or "") for row in rows]
            assert keys == list(expected[["kommunenummer", "source_url", "note"]].itertuples(index=False, name=None))

    def test_a_page_beyond_the_last_is_not_found(self, web):
        for path in ("/observations?side=9999", "/municipalities?side=2", "/observations.csv?side=5&antall=400"):
            answer = web.get(ROOT + path)
            assert answer.status_code == 404
            assert "side" in answer.json()["detail"]

    def test_csv_and_geojson_are_whole_unless_a_page_is_asked_for(self, web, monkeypatch):
        monkeypatch.setattr("lib.web.api.writing.USUAL", 10)
        for ending, rows in ((CSV, rows_in), (GEOJSON, None)):
            answer = web.get(f"{ROOT}/municipalities.{ending}?definisjon=wide&fylke=34,46")
            found = rows(answer.text) if rows else answer.json()["features"]
            assert len(found) == int(answer.headers["Total-Count"]) > 80
            assert "next" not in answer.links
        page = web.get(f"{ROOT}/municipalities.json?definisjon=wide&fylke=34,46").json()
        assert len(page["data"]) == 10
        assert page["meta"]["pages"] == 9

    def test_filters_of_observations(self, get, register):
        table = register.tables.policy_status
        county_of = register.municipalities["fylkesnummer"]
        in_county = table["kommunenummer"].map(county_of) == "46"
        assert get("/observations", fylke="46")["meta"]["total"] == in_county.sum() > 0
        adopted = in_county & (table["status"] == "adopted")
        assert get("/observations", fylke="46", status="adopted")["meta"]["total"] == adopted.sum() > 0
        for definition in Definition:
            sure = table["confidence"].isin(definition.confidences)
            assert get("/observations", definisjon=definition.value)["meta"]["total"] == sure.sum()
        assert get("/observations")["meta"]["total"] == len(table)
        assert get("/observations", fylke="46", kommune="5001")["meta"]["total"] == 0
        small = register.municipalities.index[register.municipalities["size_class"] == "0-1999"]
        assert get("/observations", storrelse="0-1999")["meta"]["total"] == table["kommunenummer"].isin(small).sum()

    def test_a_date_leaves_out_what_was_known_later_or_never_dated(self, get):
        rows = get("/observations", dato="2018-12-31")["data"]
        assert rows
        assert all(row["known"] and row["known"] <= "2018-12-31" for row in rows)
        assert any(not row["known"] for row in get("/observations")["data"])

    def test_published_totals_awards_and_milestones(self, get, register):
        tables = register.tables
        assert len(get("/published-totals")["data"]) == len(tables.published_totals)
        assert {row["area_code"] for row in get("/published-totals", fylke="34")["data"]} == {"34"}
        assert all(row["as_of"][:4] <= "2018" for row in get("/published-totals", dato="2018-12-31")["data"])
        assert len(get("/awards")["data"]) == len(tables.awards)
        of_county = get("/awards", fylke="33")["data"]
        assert {row["area_code"][:2] for row in of_county} == {"33"}
        assert any(len(row["area_code"]) == 4 for row in of_county)
        assert [row["area_code"] for row in get("/awards", kommune="3301")["data"]] == ["3301"] * len(
            tables.awards[tables.awards["area_code"] == "3301"]
        )
        assert len(get("/milestones")["data"]) == len(tables.milestones)
        assert 0 < len(get("/milestones", dato="2019-12-31")["data"]) < len(tables.milestones)


class TestStatistics:
    FILTERS = SimpleNamespace(
        asked={"fylke": "34,42", "storrelse": "2000-4999,20000-49999", "definisjon": "wide", "dato": "2021-12-31"}
    )

    @pytest.mark.parametrize(("path", "count"), [("/statistics/counties", by_county), ("/statistics/sizes", by_size)])
    @pytest.mark.parametrize("filters", [{}, FILTERS.asked])
    def test_they_are_those_of_the_register(self, get, register, path, count, filters):
        answer = get(path, **filters)
        day = date.fromisoformat(answer["meta"]["generated"])
        view, _ignored = read_view(MAP, {name: [value] for name, value in filters.items()}, register, day)
        table = view.municipalities(register)
        counted = count(table[table["in_places"]])
        key = counted.index.name
        assert [row[key] for row in answer["data"]] == list(counted.index)
        for row in answer["data"]:
            expected = counted.loc[row[key]]
            assert [row[name] for name in (*Status, "total")] == [expected[name] for name in (*Status, "total")]
            assert row["share"] == round(expected["share"], 4)
            assert sum(row[status] for status in Status) == row["total"]
        assert sum(row["total"] for row in answer["data"]) == answer["figures"]["total"]
        assert sum(row["adopted"] for row in answer["data"]) == answer["figures"]["adopted"]

    @pytest.mark.parametrize("county", ["", "42"])
    def test_years_are_those_of_the_register(self, get, register, county):
        answer = get("/statistics/years", definisjon="wide", **({"fylke": county} if county else {}))
        day = date.fromisoformat(answer["meta"]["generated"])
        inside = register.municipalities
        numbers = inside.index[inside["fylkesnummer"] == county] if county else inside.index
        series = status_series(register, Definition.WIDE, day, numbers)
        assert [(row["year"], row["on"], row["adopted"], row["unknown"], row["total"]) for row in answer["data"]] == [
            (row.year, row.on.isoformat(), row.adopted, row.unknown, row.total) for row in series.itertuples()
        ]
        assert answer["data"][-1]["share"] == round(answer["data"][-1]["adopted"] / len(numbers), 4)
        assert answer["undated_only"] == len(undated_only(register, Definition.WIDE, day, numbers))

    def test_years_of_nobody_have_no_share(self, get):
        rows = get("/statistics/years", fylke="03", storrelse="0-1999")["data"]
        assert {(row["total"], row["share"]) for row in rows} == {(0, None)}


class TestBoundaries:
    @pytest.mark.parametrize(("level", "count"), [("kommuner", 357), ("fylker", 15)])
    def test_the_areas_are_valid_and_cover_the_same(self, web, level, count):
        answer = web.get(f"{ROOT}/boundaries?niva={level}")
        assert answer.headers["Content-Type"] == "application/geo+json"
        areas = gpd.GeoDataFrame.from_features(answer.json()["features"], crs=4326)
        assert len(areas) == count == int(answer.headers["Total-Count"])
        assert areas.geometry.is_valid.all()
        assert areas["kommunenummer"].isna().all() == (level == "fylker")
        # The mainland is 324 000 square kilometres.
        assert areas.to_crs(25833).area.sum() == pytest.approx(324e9, rel=0.02)

    def test_a_county_alone(self, web):
        features = web.get(f"{ROOT}/boundaries?fylke=03").json()["features"]
        assert [feature["id"] for feature in features] == ["0301"]


class TestFaults:
    @pytest.mark.parametrize(
        ("path", "named"),
        [
            ("/municipalities?fylke=99", ["fylke=99"]),
            ("/municipalities?fylke=03,99,x", ["fylke=99", "fylke=x"]),
            ("/municipalities?fylke=", ["fylke="]),
            ("/municipalities?fylke=03,", ["fylke="]),
            ("/municipalities?fylke=%2003", ["fylke= 03"]),
            ("/municipalities?status=vedtatt&storrelse=stor", ["status=vedtatt", "storrelse=stor"]),
            ("/municipalities?definisjon=Strict", ["definisjon=Strict"]),
            ("/municipalities?definisjon=strict&definisjon=wide", ["definisjon=strict, wide"]),
            ("/municipalities?dato=2019-02-30", ["dato=2019-02-30"]),
            ("/municipalities?dato=20191231", ["dato=20191231"]),
            ("/municipalities?dato=2019", ["dato=2019"]),
            ("/municipalities?dato=1066-10-14", ["dato=1066-10-14"]),
            ("/municipalities?dato=2999-01-01", ["dato=2999-01-01"]),
            ("/municipalities?dato=2019-12-31&dato=2020-12-31", ["dato=2019-12-31, 2020-12-31"]),
            ("/municipalities?antall=0", ["antall=0"]),
            ("/municipalities?antall=-1", ["antall=-1"]),
            ("/municipalities?antall=1001", ["antall=1001"]),
            ("/municipalities?antall=99999999999999999999", ["antall=99999999999999999999"]),
            ("/municipalities?antall=ti", ["antall=ti"]),
            ("/municipalities?antall=1e2", ["antall=1e2"]),
            ("/municipalities?antall=1.0", ["antall=1.0"]),
            ("/municipalities?antall=%D9%A3", ["antall=٣"]),
            ("/municipalities?side=0&antall=nan", ["side=0", "antall=nan"]),
            ("/municipalities?fylke=%ff%fe", ["fylke=��"]),
            ("/municipalities?fylke=%00", ["fylke=\x00"]),
            ("/municipalities?fylke='; DROP TABLE--", ["fylke='; DROP TABLE--"]),
            ("/municipalities?fylke=Møre", ["fylke=Møre"]),
            ("/municipalities/1505?dato=i går", ["dato=i går"]),
            ("/observations?kommune=0219", ["kommune=0219"]),
            ("/observations?status=unknown", ["status=unknown"]),
            ("/boundaries?niva=bydeler", ["niva=bydeler"]),
            ("/statistics/years?definisjon=", ["definisjon="]),
        ],
    )
    def test_each_unusable_value_is_named(self, web, document, path, named):
        answer = web.get(ROOT + path)
        assert answer.status_code == 400
        problem = answer.json()
        assert answer.headers["Content-Type"] == "application/problem+json"
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        assert [f"{each['parameter']}={each['value']}" for each in problem["errors"]] == named
        assert all(name in problem["detail"] for name in named)
        assert all("Tillatt: " in each["detail"] for each in problem["errors"])
        assert (problem["type"], problem["title"], problem["status"]) == ("about:blank", "Bad Request", 400)
        assert faults(document, {"$ref": "#/components/schemas/Problem"}, problem) == []

    @pytest.mark.parametrize("name", ROUTES)
    def test_an_unknown_parameter_is_refused_with_those_there_are(self, web, name):
        answer = web.get(address(name), params={"fylker": "34", "x" * 5000: ""})
        assert answer.status_code == 400
        assert [each["parameter"] for each in answer.json()["errors"]] == ["fylker", "x" * 80]
        for parameter in (*ROUTES[name].parameters, SimpleNamespace(name="lang")):
            assert parameter.name in answer.json()["detail"]

    def test_a_very_long_value_is_told_briefly(self, web):
        answer = web.get(f"{ROOT}/municipalities?fylke={'9' * 20_000}")
        assert answer.status_code == 400
        assert len(answer.content) < 1000

    def test_very_many_values_are_told_briefly(self, web):
        answer = web.get(f"{ROOT}/municipalities?fylke={','.join(str(n) for n in range(100, 5000))}")
        assert answer.status_code == 400
        assert len(answer.json()["errors"]) == 50

    def test_the_language_is_that_of_the_address(self, web):
        for path in ("?fylke=99", "?fylker=34", "?side=99", ".xml", "/9999"):
            answer = web.get(f"{ROOT}/municipalities{path}{'&' if '?' in path else '?'}lang=en")
            assert answer.headers["Content-Language"] == "en"
            assert answer.status_code in (400, 404)
        assert web.get(f"{ROOT}/municipalities?lang=tlh").status_code == 400

    def test_formats_that_there_are_not(self, web):
        for path in ("/municipalities.xml", "/municipalities.", "/observations.geojson", "/boundaries.csv"):
            assert web.get(ROOT + path).status_code == 404
        assert web.get(f"{ROOT}/municipalities", headers={"Accept": "text/html"}).status_code == 406
        assert web.get(f"{ROOT}/municipalities", headers={"Accept": "image/*;q=1, text/csv;q=0"}).status_code == 406
        # Browsers take anything in the end.
        browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
        assert web.get(f"{ROOT}/municipalities", headers={"Accept": browser}).status_code == 200
        for nonsense in ("a;q=x", "/", ",,,", "é/ø".encode()):
            assert web.get(f"{ROOT}/municipalities", headers={"Accept": nonsense}).status_code == 406

    @pytest.mark.parametrize(
        "path", ["/municipality", "/municipalities/", "/municipalities/0301/observations", "/../app.py", "//", "/v2"]
    )
    def test_addresses_that_there_are_not(self, web, path):
        answer = web.get(ROOT + path)
        assert answer.status_code == 404
        assert answer.headers["Content-Type"] == "application/problem+json"


class TestIndex:
    def test_it_lists_every_route(self, web):
        rows = web.get(ROOT).json()["data"]
        assert [row["name"] for row in rows] == list(ROUTES)
        for row in rows:
            place = urlsplit(row["address"])
            assert place.netloc == "eksempel.no"
            path = place.path.replace("{number}", ROUTES[row["name"]].number.example if "{" in place.path else "")
            for ending in row["formats"] or [""]:
                assert web.get(path + (ending and f".{ending}")).status_code == 200

    def test_links_of_every_answer_lead_to_answers(self, web):
        for name in ROUTES:
            links = web.get(address(name)).json()["links"]
            for link in links.values():
                assert web.get(link).status_code == 200
                assert parse_qs(urlsplit(link).query).keys() <= {"side", "antall"}

    def test_below_a_path_of_a_larger_site(self, register):
        from starlette.applications import Starlette
        from starlette.testclient import TestClient

        from lib.web.routes import own_routes

        client = TestClient(
            Starlette(routes=own_routes(register, "/under")), base_url="https://eksempel.no", follow_redirects=False
        )
        links = client.get(f"/under{ROOT}/municipalities?antall=100").json()["links"]
        assert links["next"] == "https://eksempel.no/under/api/v1/municipalities?antall=100&side=2"
        assert all(client.get(link).status_code == 200 for link in links.values())
        assert client.get(f"/under{ROOT}/municipalities/0219").headers["Location"].startswith("/under/api/")
