import re
from datetime import date

import pytest

from lib.exports.citation import cite_register, cite_view, view_address
from lib.exports.view import read_view
from lib.register.status import Definition
from lib.register.version import REGISTER_DATE, REGISTER_VERSION
from lib.texts.language import Language, speaking

SITE = "https://eksempel.no/kart"
REGISTER = "Register over frivillighetspolitikk i kommunene"


@pytest.fixture
def cite(register, today):
    def make(page="kart", **parameters):
        view, ignored = read_view(page, {name: [value] for name, value in parameters.items()}, register, today)
        assert not ignored
        return cite_view(view, register, SITE)

    return make


def bibtex(text):
    """Parse an entry whose values stand in braces: its kind, key and fields."""
    kind, key, body = re.fullmatch(r"@(\w+)\{([^\s,{}]+),\n(.*)\}\n", text, re.DOTALL).groups()
    fields, rest = {}, body
    while rest.strip():
        name, rest = re.match(r"\s*(\w+) = \{(.*)", rest, re.DOTALL).groups()
        depth, end = 1, 0
        while depth:
            if rest[end] == "\\":
                end += 1
            else:
                depth += {"{": 1, "}": -1}.get(rest[end], 0)
            end += 1
        fields[name], rest = rest[: end - 1], rest[end:].removeprefix(",\n")
    return kind, key, fields


def ris(text):
    lines = text.split("\r\n")
    assert lines.pop() == ""
    return [re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line).groups() for line in lines]


def test_plain_text_has_title_version_dates_and_address(cite):
    text = cite(fylke="50", definisjon="strict", dato="2021-01-31").text()
    assert text == (
        f"{REGISTER}, versjon {REGISTER_VERSION}, 23. november 2026: Frivillighetspolitikk i kommunene i Trøndelag. "
        "Status 31. januar 2021, streng definisjon. "
        "https://eksempel.no/kart/?fylke=50&definisjon=strict&dato=2021-01-31 (lest 23. november 2026)."
    )


def test_apa_has_author_year_title_version_kind_and_retrieval(cite):
    assert cite("kommune", kommune="1508").apa() == (
        f"{REGISTER}. (2026). Frivillighetspolitikk i Ålesund, 23. november 2026 (Versjon {REGISTER_VERSION}) "
        "[Datasett]. Hentet 23. november 2026 fra https://eksempel.no/kart/kommune?kommune=1508"
    )


def test_bibtex_is_parsed_with_letters_as_they_are(cite):
    citation = cite("kommune", kommune="1508", definisjon="wide")
    kind, key, fields = bibtex(citation.bibtex())
    assert kind == "misc"
    assert key == "frivillighetspolitikk_alesund_2026-11-23_wide"
    assert fields["author"] == f"{{{REGISTER}}}"
    assert fields["title"] == "{Frivillighetspolitikk i Ålesund}"
    assert fields["year"] == REGISTER_DATE[:4]
    assert fields["version"] == REGISTER_VERSION
    assert fields["date"] == REGISTER_DATE
    assert fields["url"] == "https://eksempel.no/kart/kommune?kommune=1508&definisjon=wide"
    assert fields["urldate"] == "2026-11-23"
    assert fields["note"] == "Status 23. november 2026, vid definisjon."


def test_bibtex_escapes_what_latex_would_read_as_commands(cite):
    from dataclasses import replace

    citation = replace(cite(), title=r"50 % & {æøå} \x_1 #2 $3 ~4^5")
    _kind, _key, fields = bibtex(citation.bibtex())
    assert fields["title"] == (r"{50 \% \& \{æøå\} \textbackslash{}x\_1 \#2 \$3 \textasciitilde{}4\textasciicircum{}5}")


def test_ris_has_a_tag_on_every_line_from_ty_to_er(cite):
    lines = ris(cite("sammenlign", fylker="15,50").ris())
    assert lines[0] == ("TY", "DATA")
    assert lines[-1] == ("ER", "")
    fields = dict(lines)
    assert len(fields) == len(lines)
    assert fields["AU"] == f"{REGISTER},"
    assert fields["TI"] == "Frivillighetspolitikk i Møre og Romsdal og Trøndelag"
    assert fields["PY"] == "2026"
    assert fields["DA"] == REGISTER_DATE.replace("-", "/")
    assert fields["ET"] == REGISTER_VERSION
    assert fields["UR"] == "https://eksempel.no/kart/sammenlign?fylker=15,50"
    assert fields["Y2"] == "2026/11/23"


def test_keys_are_the_same_each_time_and_differ_between_views(cite):
    views = [
        ("kart", {}),
        ("kart", {"definisjon": "strict"}),
        ("kart", {"dato": "2020-01-01"}),
        ("kart", {"fylke": "34"}),
        ("utvikling", {}),
        ("fornyelse", {}),
    ]
    keys = [cite(page, **parameters).key for page, parameters in views]
    assert keys == [cite(page, **parameters).key for page, parameters in views]
    assert len(set(keys)) == len(keys)


def test_words_follow_the_language_and_so_does_the_address(register, today):
    with speaking(Language.ENGLISH):
        view, _ignored = read_view("fylke", {"fylke": ["34"]}, register, today)
        citation = cite_view(view, register, SITE)
        assert citation.address == "https://eksempel.no/kart/fylke?fylke=34&lang=en"
        assert bibtex(citation.bibtex())[2]["langid"] == "british"
        assert dict(ris(citation.ris()))["LA"] == "en"


def test_the_whole_register_is_cited_as_such(today):
    citation = cite_register("https://eksempel.no", today, Definition.STANDARD, today)
    assert citation.title == "Frivillighetspolitikk i norske kommuner, hele registeret"
    assert citation.address == "https://eksempel.no/"
    assert citation.published == date.fromisoformat(REGISTER_DATE)
    assert bibtex(citation.bibtex())[1] == f"frivillighetspolitikk_registeret_{REGISTER_VERSION}"


def test_addresses_are_absolute(register, today):
    view, _ignored = read_view("kart", {}, register, today)
    assert (
        view_address(view, "https://eksempel.no/")
        == view_address(view, "https://eksempel.no")
        == "https://eksempel.no/"
    )
    for site in ("", "/kart", "eksempel.no", "javascript:alert(1)"):
        with pytest.raises(ValueError, match="site"):
            cite_view(view, register, site)
