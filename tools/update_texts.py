"""Bring the catalogues up to date with the texts in the code, or check that they are.

``python -m tools.update_texts`` adds new texts to ``lib/texts/catalogues/*.po``, untranslated, and takes out those that
the code no longer has. With ``--check`` nothing is written: every text that lacks a translation, that the code no
longer has, or whose placeholders differ from the original is listed, and the exit code is 1 when there is any.
"""

import argparse
import ast
import csv
import re
import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from lib.register.tables import DATA_DIRECTORY
from lib.texts.language import Language

ROOT = Path(__file__).resolve().parents[1]
CATALOGUES = ROOT / "lib" / "texts" / "catalogues"
LANGUAGES = [language for language in Language if language != Language.BOKMAL]
_METHODS = [("**/templates/**", "jinja2"), ("**.py", "tools.update_texts:python_texts")]
_FOLDERS = ("lib", "pages")
MILESTONES = "milestones.csv"
_HEADER = """# Tekstene i oversettelse. Oppdateres med make texts.
msgid ""
msgstr ""
"Language: {language}\\n"
"Plural-Forms: {plurals}\\n"
"Content-Type: text/plain; charset=utf-8\\n"

"""
_PLACEHOLDER = re.compile(r"\{\w+\}|%\(\w+\)s|\$\d")


def python_texts(
    file: BinaryIO, keywords: Collection[str], comment_tags: Collection[str], options: Mapping[str, object]
) -> Iterator[tuple[int, str, tuple[str, ...], list[str]]]:
    """Find the texts of a module, in f-strings too, where Babel's own extraction does not look before Python 3.12.

    Parameters
    ----------
    file
        The module.
    keywords
        Names of the functions that mark a text.
    comment_tags, options
        Babel gives them; there are none.

    Yields
    ------
    tuple
        Line, function, texts and comments, as Babel expects them.
    """
    for node in ast.walk(ast.parse(file.read())):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in keywords:
            texts = [each.value for each in node.args if isinstance(each, ast.Constant) and isinstance(each.value, str)]
            if texts:
                yield node.lineno, node.func.id, tuple(texts), []


def template() -> Catalog:
    """Gather the texts of the code and the templates, and the sentences about the milestones.

    Returns
    -------
    babel.messages.catalog.Catalog
        Every text with the files that it stands in, in alphabetical order of the files.
    """
    catalogue = Catalog(project="Frivillighetspolitikk i kommunene", charset="utf-8")
    options = {"**/templates/**": {"trimmed": "true"}}
    for folder in _FOLDERS:
        found = extract_from_dir(ROOT / folder, method_map=_METHODS, options_map=options)
        for file, _line, message, comments, context in sorted(found, key=lambda each: (each[0], each[1])):
            catalogue.add(message, locations=[(f"{folder}/{file}", 0)], auto_comments=comments, context=context)
    with (DATA_DIRECTORY / MILESTONES).open(encoding="utf-8", newline="") as milestones:
        for row in csv.DictReader(milestones):
            catalogue.add(row["summary_nb"], locations=[(f"data/{MILESTONES}", 0)])
    return catalogue


def read(language: Language) -> Catalog:
    """Read a catalogue; an empty one when its file does not exist yet.

    Parameters
    ----------
    language
        Any language but bokmål.

    Returns
    -------
    babel.messages.catalog.Catalog
        Its texts.
    """
    path = CATALOGUES / f"{language}.po"
    if not path.exists():
        return Catalog(locale=language.value)
    with path.open("rb") as file:
        return read_po(file, locale=language.value)


def update(language: Language, texts: Catalog) -> None:
    """Write a catalogue with the texts of the code, keeping the translations that there are.

    Parameters
    ----------
    language
        Any language but bokmål.
    texts
        As :func:`template` gives them.
    """
    catalogue = read(language)
    catalogue.update(texts, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    for message in catalogue:
        # A text that has got a plural, or lost it: its translation no longer fits.
        if message.id and message.fuzzy:
            message.string = ("", "") if message.pluralizable else ""
            message.flags.discard("fuzzy")
    write(language, catalogue)


def write(language: Language, catalogue: Catalog) -> None:
    """Write a catalogue to its file.

    Parameters
    ----------
    language
        Any language but bokmål.
    catalogue
        Its texts.
    """
    with (CATALOGUES / f"{language}.po").open("wb") as file:
        # Babel's own header has the time of writing and people's names in it.
        file.write(_HEADER.format(language=language.value, plurals=catalogue.plural_forms).encode())
        write_po(file, catalogue, width=120, sort_output=True, include_lineno=False, omit_header=True)


def faults(language: Language, texts: Catalog) -> Iterator[str]:
    """Find what is wrong with a catalogue.

    Parameters
    ----------
    language
        Any language but bokmål.
    texts
        As :func:`template` gives them.

    Yields
    ------
    str
        One line for each fault.
    """
    catalogue = read(language)
    for message in texts:
        if not message.id:
            continue
        translated = catalogue.get(message.id)
        if translated is None or translated.fuzzy or not all(_forms(translated.string)):
            yield f"{language}.po: ikke oversatt: {message.id!r}"
        elif wrong := _wrong_placeholders(message, translated):
            yield f"{language}.po: plassholderne {wrong} stemmer ikke: {message.id!r}"
    for message in catalogue:
        if message.id and texts.get(message.id) is None:
            yield f"{language}.po: finnes ikke lenger i koden: {message.id!r}"


def _forms(text: str | Sequence[str] | None) -> tuple[str, ...]:
    return (text or "",) if isinstance(text, str | None) else tuple(text)


def _wrong_placeholders(message: Message, translated: Message) -> str:
    """Name the placeholders that a translation lacks or invents; a singular may leave the number out."""
    original = {name for form in _forms(message.id) for name in _PLACEHOLDER.findall(form)}
    for form in _forms(translated.string):
        differing = original ^ set(_PLACEHOLDER.findall(form))
        if differing and not (message.pluralizable and differing <= {"{count}", "%(count)s", "%(num)s"}):
            return ", ".join(sorted(differing))
    return ""


def main() -> int:
    """Update or check the catalogues.

    Returns
    -------
    int
        The exit code: 1 when the check finds faults.
    """
    parser = argparse.ArgumentParser(description="Oppdater eller kontroller oversettelsene.")
    parser.add_argument("--check", action="store_true", help="skriv ingenting; list det som mangler eller er feil")
    check = parser.parse_args().check
    texts = template()
    if not check:
        CATALOGUES.mkdir(exist_ok=True)
        for language in LANGUAGES:
            update(language, texts)
    found = [fault for language in LANGUAGES for fault in faults(language, texts)]
    print("\n".join(found[:200]) or f"{len(texts)} tekster, alle oversatt.")
    return 1 if found and check else 0


if __name__ == "__main__":
    sys.exit(main())
