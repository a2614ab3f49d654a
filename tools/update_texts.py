"""Bring the catalogues up to date with the texts in the code, or check that they are.

``python -m tools.update_texts`` adds new texts to ``lib/texts/catalogues/*.po``, untranslated, and takes out those that
the code no longer has. With ``--check`` nothing is written: every text that lacks a translation, that the code no
longer has, or whose placeholders differ from the original is listed, and the exit code is 1 when there is any.
"""

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from lib.texts.language import Language

ROOT = Path(__file__).resolve().parents[1]
CATALOGUES = ROOT / "lib" / "texts" / "catalogues"
LANGUAGES = [language for language in Language if language != Language.BOKMAL]
_METHODS = [("**/templates/**", "jinja2"), ("**.py", "python")]
_FOLDERS = ("lib", "pages")
_HEADER = """# Tekstene i oversettelse. Oppdateres med make texts.
msgid ""
msgstr ""
"Language: {language}\\n"
"Plural-Forms: {plurals}\\n"
"Content-Type: text/plain; charset=utf-8\\n"

"""
_PLACEHOLDER = re.compile(r"\{\w+\}|%\(\w+\)s|\$\d")


def template() -> Catalog:
    """Gather the texts of the code and the templates.

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
        if translated is None or not all(_forms(translated.string)):
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
