"""The text that lies first in a package: what it shows, how to read it, caveats, licence and the way back."""

import textwrap
from collections.abc import Sequence
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from lib.texts import _, ngettext

_WIDTH = 88


@cache
def _environment() -> Environment:
    environment = Environment(  # noqa: S701  the text is plain, not HTML
        loader=PackageLoader("lib.exports"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=["jinja2.ext.i18n"],
    )
    environment.install_gettext_callables(_, ngettext, newstyle=True)  # type: ignore[attr-defined]
    environment.filters |= {
        "heading": lambda text: f"{text}\n{'-' * len(text)}",
        "paragraph": lambda text: textwrap.fill(text, _WIDTH, break_long_words=False, break_on_hyphens=False),
        "item": lambda text: textwrap.fill(
            text, _WIDTH, initial_indent="- ", subsequent_indent="  ", break_long_words=False, break_on_hyphens=False
        ),
    }
    return environment


def readme(
    *,
    title: str,
    conditions: str,
    shows: str,
    sentences: Sequence[str],
    files: Sequence[tuple[str, str]],
    citation: str,
    licence: str,
    address: str,
) -> str:
    """Write the text of a package.

    Parameters
    ----------
    title, conditions
        What the view is called, and what it holds for.
    shows
        What the package shows, in a sentence or two.
    sentences
        Sentences that can be quoted.
    files
        Name of each file and what it holds.
    citation, licence
        As the files carry them.
    address
        Where the same view is on the web.

    Returns
    -------
    str
        Plain text with lines of at most 88 characters, addresses apart.
    """
    reading = [
        _("Status er utledet av kilder for datoen som står over. Den er ikke meldt inn av kommunene."),
        _("Vedtatt: Kommunen har vedtatt en politikk for frivilligheten som fortsatt gjelder."),
        _("Under arbeid: Kommunen lager en politikk eller har bestemt seg for å gjøre det."),
        _("Utløpt eller ubekreftet: Politikken er gått ut, eller ingen kilde har bekreftet den på åtte år."),
        _("Ingen funnet: En kilde sier at kommunen ikke har noen politikk."),
        _("Ikke undersøkt: Vi kjenner ingen kilde. Kommunen kan ha en politikk likevel."),
    ]
    caveats = [
        _("Ikke undersøkt er ikke det samme som ingen funnet. Skriv ikke at disse kommunene mangler politikk."),
        _("Antallet vedtatte er derfor et minstetall. Oppgi det sammen med antallet som ikke er undersøkt."),
        _("Tall for tidligere datoer er regnet med dagens kommuner."),
        _("Frivillighet Norges egne tellinger er en annen serie og er ikke blandet inn i registerets tall."),
        _("Registeret er et uavhengig arbeid med offentlige opplysninger og er ikke laget av Frivillighet Norge."),
    ]
    return (
        _environment()
        .get_template("readme.txt")
        .render(
            title=title,
            conditions=conditions,
            shows=shows,
            sentences=sentences,
            reading=reading,
            caveats=caveats,
            files=files,
            citation=citation,
            licence=licence,
            address=address,
        )
    )
