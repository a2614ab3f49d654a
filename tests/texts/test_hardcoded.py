"""No visible text is hard-coded: everything that readers see can be translated."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = sorted(path for path in (ROOT / "lib").rglob("templates/*") if path.is_file())
MODULES = sorted([*(ROOT / "lib").rglob("*.py"), *(ROOT / "pages").rglob("*.py")])

# Attributes whose text is seen or heard.
SPOKEN = re.compile(r'\b(?:alt|aria-label|aria-description|placeholder|title|label)="([^"]*)"')
UNSEEN = (r"<!--.*?-->", r"<(script|style|svg|code|pre)\b.*?</\1>", r"<[^>]*>")
LETTER = re.compile(r"[^\W\d_]")

NORWEGIAN = re.compile(
    r"[æøåÆØÅ«»]|\b(og|ikke|av|fra|til|som|er|har|ingen|kommune[rn]?|kommunene|fylket?|fylker|kilden?|kilder|vedtatt|"
    r"velg|vis|alle|adressen|filen|finnes|siden|navn|nummer|antall|andel)\b",
    re.IGNORECASE,
)
# One word in small letters is a code, a name of a file or a part of an address, never a text.
CODE = re.compile(r"[a-z0-9_./:?=&#{}*-]*(:[NQOT])?|/[a-z0-9/, …]*")
# Norwegian that is not a text: codes of the data, what is compared with, and names that are the same in all languages.
LETTERS_OF_NAMES = {"æ", "ø", "å"}
DOCUMENT_TYPE = {"erklæring"}
ALLOWED = {
    "lib/exports/citation.py": {"ER"},  # the tag that ends a reference in RIS
    "lib/geography/search.py": {*LETTERS_OF_NAMES - {"å"}, " kommune"},
    "lib/guide/documents.py": DOCUMENT_TYPE,
    # Patterns that are looked for in the titles of sources.
    "lib/guide/examples.py": {"^Lett å være frivillig", "lever av lyst og dør av tvang"},
    "lib/register/changelog.py": {"Lagt til"},  # a heading in data/CHANGELOG.md
    "lib/register/former_counties.py": {"Troms og Finnmark", "Vestfold og Telemark"},
    "lib/register/schemas/observations.py": DOCUMENT_TYPE,
    "lib/texts/formats.py": LETTERS_OF_NAMES,
    "lib/texts/language.py": {"Bokmål"},  # what the language calls itself
    "lib/texts/reasoning.py": DOCUMENT_TYPE,
    "lib/texts/slugs.py": {*LETTERS_OF_NAMES, "Æ", "Ø", "Å"},
    "lib/texts/words.py": DOCUMENT_TYPE,
    "lib/web/municipality_pages.py": {"All municipalities from A to Å"},  # for those who read the code
}
# Names of formats and programming languages, the same in all languages.
ALLOWED_IN_TEMPLATES = {"downloads.html": {"APA:"}, "data.html": {"Python", "R"}}


def visible(template: Path) -> str:
    """The text of a template that stands outside expressions and translation."""
    parts: list[str] = []
    inside = statement = False
    for _line, kind, value in Environment(extensions=["jinja2.ext.i18n"]).lex(template.read_text(encoding="utf-8")):
        if kind == "block_begin":
            statement = True
        elif statement and kind == "name":
            statement = False
            inside = value == "trans" or (inside and value != "endtrans")
        elif kind == "data" and not inside:
            parts.append(value)
    text = "".join(parts)
    spoken = " ".join(SPOKEN.findall(text))
    for pattern in UNSEEN:
        text = re.sub(pattern, " ", text, flags=re.DOTALL)
    return f"{text} {spoken}"


def test_the_templates_are_found():
    assert {path.suffix for path in TEMPLATES} >= {".html", ".txt"}


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: f"{path.parent.parent.name}/{path.name}")
def test_templates_have_no_words_of_their_own(template):
    left = re.sub(r"&\w+;", " ", visible(template))
    found = {line.strip() for line in left.splitlines() if LETTER.search(line)}
    assert found == ALLOWED_IN_TEMPLATES.get(template.name, set())


def literals(tree: ast.Module) -> Iterator[str]:
    """The texts of a module, but for docstrings and what is marked for translation."""
    skipped: set[ast.AST] = set()
    for node in ast.walk(tree):
        marked = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "ngettext")
        alone = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        if marked:
            skipped.update(node.args)
        elif alone:
            skipped.add(node.value)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in skipped:
            yield node.value


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_modules_have_no_norwegian_outside_translation(module):
    found = {
        text
        for text in literals(ast.parse(module.read_text(encoding="utf-8")))
        if NORWEGIAN.search(text) and not CODE.fullmatch(text)
    }
    allowed = ALLOWED.get(str(module.relative_to(ROOT)), set())
    assert found == allowed
