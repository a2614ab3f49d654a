"""The pages there are: their scripts, addresses, titles and what each one shows."""

from typing import NamedTuple
from urllib.parse import urlencode

from lib.texts import _
from lib.texts.language import LANGUAGE, Language, language
from lib.texts.slugs import slug


class Page(NamedTuple):
    """A page of the site.

    Attributes
    ----------
    name
        File name of its script in ``pages/``, without ending.
    path
        Its address below the application's root; empty for the start page.
    title
        Its name in the navigation and the browser's title.
    description
        One sentence on what it shows.
    guidance
        Whether it explains and advises instead of showing what the register has.
    """

    name: str
    path: str
    title: str
    description: str
    guidance: bool = False


def pages() -> list[Page]:
    """List the pages in the order of the navigation.

    Returns
    -------
    list of Page
        The start page first.
    """
    return [
        Page(
            "kart", "", _("Kart"), _("Hvilke kommuner i landet har en frivillighetspolitikk, og hvor sikkert er det?")
        ),
        Page(
            "kommune", "kommune", _("Kommune"), _("Hva registeret vet om en kommune, og hvor opplysningene kommer fra.")
        ),
        Page("fylke", "fylke", _("Fylke"), _("Kommunene i et fylke, og hva fylkeskommunen selv har vedtatt.")),
        Page("sammenlign", "sammenlign", _("Sammenlign"), _("Kommuner eller fylker side om side.")),
        Page("utvikling", "utvikling", _("Utvikling"), _("Hvor mange kommuner som har hatt en politikk, år for år.")),
        Page("fornyelse", "fornyelse", _("Fornyelse"), _("Dokumenter som går ut, og dem som er gått ut.")),
        Page(
            "veileder",
            "veileder",
            _("Veileder"),
            _("Slik får kommunen en god frivillighetspolitikk: steg for steg, med ti råd og spørsmål til møtet."),
            guidance=True,
        ),
        Page(
            "egenvurdering",
            "egenvurdering",
            _("Egenvurdering"),
            _("Påstander som kommunen eller organisasjonene tar stilling til selv, med profil og neste steg."),
            guidance=True,
        ),
        Page(
            "forbilder",
            "forbilder",
            _("Forbilder"),
            _("Vedtatte dokumenter å lære av, etter kommunens størrelse, fylke, type og år."),
            guidance=True,
        ),
        Page(
            "om",
            "om",
            _("Om registeret"),
            _("Hva registeret er, hvordan statusen blir til, hva vi ikke vet, og hvordan du retter en feil."),
            guidance=True,
        ),
    ]


def address(path: str, **parameters: str) -> str:
    """Write the address of a page, relative to the application's root.

    Parameters
    ----------
    path
        Path of the page, as in :class:`Page`.
    **parameters
        Its parameters; empty ones are left out.

    Returns
    -------
    str
        For instance ``"kommune?kommune=4601"``; the start page is ``"./"``. Pages lie beside each other, so that it
        works below any base path. The language goes along, unless it is bokmål.
    """
    spoken = {LANGUAGE: "" if language() == Language.BOKMAL else language().value}
    query = urlencode({name: value for name, value in (parameters | spoken).items() if value}, safe=",")
    return (path or "./") + (f"?{query}" if query else "")


def municipality_path(number: str, name: str) -> str:
    """Give the path of a municipality's page that needs no session.

    Parameters
    ----------
    number, name
        The municipality's number and name.

    Returns
    -------
    str
        For instance ``"kommune/4601-bergen"``.
    """
    return f"kommune/{number}-{slug(name)}"


def county_path(number: str, name: str) -> str:
    """Give the path of a county's page that needs no session.

    Parameters
    ----------
    number, name
        The county's number and name.

    Returns
    -------
    str
        For instance ``"fylke/15-more-og-romsdal"``.
    """
    return f"fylke/{number}-{slug(name)}"
