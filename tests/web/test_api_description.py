"""The description by OpenAPI and the documentation: valid, whole, and in every language."""

import pytest
from lxml import html
from openapi_spec_validator import validate

from lib.texts.language import Language
from lib.web.api.route import ROOT
from lib.web.api.routes import api_resources, api_routes
from lib.web.api.writing import DESCRIPTION, DOCUMENTATION

ROUTES = api_routes()


@pytest.fixture(scope="module")
def document(web):
    return web.get(f"/{DESCRIPTION}").json()


@pytest.fixture(scope="module")
def page(web):
    return html.fromstring(web.get(f"/{DOCUMENTATION}").content)


def shown(page, route):
    """The section of a route."""
    (section,) = page.xpath(f"//section[@aria-labelledby='{route.name}']")
    return section


class TestDescription:
    @pytest.mark.parametrize("language", Language)
    def test_it_is_valid(self, web, language):
        answer = web.get(f"/{DESCRIPTION}?lang={language}")
        assert answer.headers["Content-Type"] == "application/json"
        assert answer.json()["openapi"].startswith("3.1.")
        validate(answer.json())

    def test_it_has_every_resource_and_no_other(self, document):
        addresses = set()
        for resource in api_resources():
            if resource.path not in (f"/{DESCRIPTION}", f"/{DOCUMENTATION}"):
                addresses.add(resource.path)
                addresses |= {f"{resource.path}.{{format}}"} if resource.formats else set()
        assert set(document["paths"]) == addresses
        assert len(addresses) > 20

    def test_every_parameter_and_status_is_there(self, document):
        for resource in api_resources():
            if resource.path in (f"/{DESCRIPTION}", f"/{DOCUMENTATION}"):
                continue
            for by_ending in (False, True) if resource.formats else (False,):
                operation = document["paths"][resource.path + (".{format}" if by_ending else "")]["get"]
                named = {each["name"] for each in operation["parameters"] if each.get("in") == "query"}
                assert named == set(resource.parameters)
                assert all(each["description"] for each in operation["parameters"] if "name" in each)
                expected = {"200", "304", "400"}
                expected |= {"308", "404"} if "{number}" in resource.path else set()
                expected |= {"404"} if by_ending or "side" in named else set()
                expected |= {"406"} if resource.formats and not by_ending else set()
                assert set(operation["responses"]) == expected
                content = operation["responses"]["200"]["content"]
                types = {media_type.partition(";")[0] for media_type in resource.formats.values()}
                assert set(content) == (types or {"application/json"})

    def test_operations_have_names_of_their_own(self, document):
        names = [path["get"]["operationId"] for path in document["paths"].values()]
        assert len(names) == len(set(names))

    def test_every_field_is_explained(self, document):
        for route in ROUTES:
            for name, schema in document["components"]["schemas"][route.row]["properties"].items():
                assert schema["description"], (route.name, name)

    def test_choices_are_those_of_the_register(self, document, register):
        parameters = document["paths"][f"{ROOT}/municipalities"]["get"]["parameters"]
        (county,) = (each for each in parameters if each.get("name") == "fylke")
        assert county["schema"]["items"]["enum"] == list(register.county_names)
        assert document["components"]["schemas"]["MunicipalityNumber"]["enum"] == list(register.municipalities.index)

    def test_server_is_where_the_site_is(self, document):
        assert document["servers"] == [{"url": "https://eksempel.no"}]


class TestDocumentation:
    @pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.name)
    def test_every_route_is_there_with_parameters_fields_and_examples(self, page, route):
        section = shown(page, route)
        text = section.text_content()
        assert f"GET /{route.address('{number}')}" in text
        assert route.description in " ".join(text.split())
        names = {each.text_content().strip() for each in section.xpath(".//tbody/tr/th")}
        members = set(route.detail["properties"]) if route.detail else set(route.members)
        assert names == (
            {parameter.name for parameter in route.parameters}
            | {field.name for field in route.fields}
            | members
            | ({"number"} if route.number else set())
        )
        for row in section.xpath(".//tbody/tr"):
            assert all(cell.text_content().strip() for cell in row.xpath("./td")), row.text_content()
        snippets = section.xpath(".//code[@class='language-bash' or @class='language-python' or @class='language-r']")
        assert len(snippets) == 3 * len(route.examples) >= 3

    @pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.name)
    def test_contents_lead_to_every_route(self, page, route):
        (link,) = page.xpath(f"//nav[@class='contents']//a[@href='/{DOCUMENTATION}#{route.name}']")
        assert link.text_content() == route.summary

    def test_links_within_the_page_have_a_goal(self, page):
        goals = set(page.xpath("//@id"))
        links = [href for href in page.xpath("//a/@href") if "#" in href]
        assert len(links) > len(ROUTES)
        assert {href.partition("#")[2] for href in links} <= goals

    def test_other_links_answer(self, web, page):
        for href in page.xpath("//main//a/@href"):
            if "#" not in href:
                assert web.get(href).status_code == 200

    def test_every_resource_for_programs_is_mentioned(self, page):
        text = page.text_content()
        for resource in api_resources():
            if resource.machine:
                assert resource.path in text

    @pytest.mark.parametrize("language", Language)
    def test_it_speaks_every_language(self, web, language):
        answer = web.get(f"/{DOCUMENTATION}?lang={language}")
        assert answer.status_code == 200
        assert html.fromstring(answer.content).get("lang") == language

    def test_nothing_runs_in_it(self, web, page):
        assert page.xpath("//script | //style | //@style") == []
        assert "script-src 'self'" in web.get(f"/{DOCUMENTATION}").headers["Content-Security-Policy"]
