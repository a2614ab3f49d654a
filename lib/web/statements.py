"""The pages on accessibility and on privacy, which tell what is true of the site as it is built."""

from datetime import date
from typing import NamedTuple

from lib.settings import correction_address
from lib.texts import _
from lib.texts.formats import day
from lib.web.answers import Asked, Content
from lib.web.metadata import page_metadata
from lib.web.plain import plain_page
from lib.web.resources import Resource
from lib.web.storage import kept_in_browser

ACCESSIBILITY = "tilgjengelighet"
PRIVACY = "personvern"
# When the statement was last held against the site.
ASSESSED = date(2026, 11, 24)


class Shortcoming(NamedTuple):
    """Something that does not meet the requirements.

    Attributes
    ----------
    title
        What it is.
    criteria
        Numbers and names of the success criteria in WCAG.
    reason
        What the matter is, and why.
    instead
        What to use instead.
    """

    title: str
    criteria: str
    reason: str
    instead: str


def statement_resources() -> list[Resource]:
    """List the two pages.

    Returns
    -------
    list of Resource
        ``/tilgjengelighet`` and ``/personvern``.
    """
    return [
        Resource(f"/{ACCESSIBILITY}", _accessibility, summary="Accessibility statement"),
        Resource(f"/{PRIVACY}", _privacy, summary="What the site keeps about its visitors"),
    ]


def shortcomings() -> list[Shortcoming]:
    """List what is known not to meet the requirements.

    Returns
    -------
    list of Shortcoming
        In the language spoken.
    """
    return [
        Shortcoming(
            _("Flatene i kartet nås ikke med tastatur"),
            _("2.1.1 Tastatur"),
            _(
                "Kartet kan flyttes og zoomes med tastatur, men en kommune kan bare velges i kartet med mus "
                "eller finger. "
                "Kartbiblioteket Leaflet gir ikke flatene fokus, og 357 stopp med tabulatortasten ville vært til "
                "liten hjelp."
            ),
            _(
                "Søkefeltet over kartet finner de samme kommunene, og tabellene på siden viser de samme tallene. "
                "Listen over "
                "alle kommuner fra A til Å virker også uten skript."
            ),
        ),
        Shortcoming(
            _("Tallene som vises når du peker på et diagram, nås ikke med tastatur"),
            _("2.1.1 Tastatur, 1.4.13 Pekerfølsomt innhold eller innhold ved tastaturfokus"),
            _("Diagrammene tegnes som ett bilde. Tekstalternativet sier hva diagrammet viser, men ikke hvert tall."),
            _(
                "Tabellen ved siden av eller under diagrammet har alle tallene, og de kan lastes ned som CSV "
                "eller regneark."
            ),
        ),
        Shortcoming(
            _("Noen meldinger til skjermleser kan bli lest på engelsk"),
            _("3.1.2 Språk på deler av innhold"),
            _(
                "Felt og lister kommer fra programvaren Streamlit, som har engelske meldinger. De vi kjenner, "
                "blir oversatt i "
                "nettleseren, men nye kan dukke opp, og kalenderen i datofeltet er ikke gjennomgått med skjermleser."
            ),
            _("Datoen kan skrives rett i feltet. Alt som kan velges, kan også skrives i adressen til siden."),
        ),
        Shortcoming(
            _("PDF-filene med kart og diagrammer er ikke merket"),
            _("1.3.1 Informasjon og relasjoner"),
            _(
                "Filene er bilder til trykk. De har tekst, men ikke overskrifter og tabeller som en skjermleser "
                "kjenner igjen."
            ),
            _("De samme tallene står i tabeller på sidene og i nedlastede filer med CSV eller regneark."),
        ),
    ]


def _accessibility(asked: Asked) -> Content:
    title = _("Tilgjengelighetserklæring")
    description = _(
        "Hvor godt nettstedet følger kravene til universell utforming, hva som ikke er godt nok, og hvordan du "
        "sier fra."
    )
    return _page(
        asked,
        "accessibility.html",
        ACCESSIBILITY,
        title,
        description,
        assessed=day(ASSESSED),
        shortcomings=shortcomings(),
        feedback=correction_address(),
    )


def _privacy(asked: Asked) -> Content:
    title = _("Personvern")
    description = _("Hva nettstedet lagrer i nettleseren og på tjeneren: nesten ingenting, og ingenting om hvem du er.")
    return _page(
        asked, "privacy.html", PRIVACY, title, description, kept=kept_in_browser(), feedback=correction_address()
    )


def _page(asked: Asked, template: str, path: str, title: str, description: str, **values: object) -> Content:
    body = plain_page(
        template,
        asked.site,
        path=asked.site.path(path),
        title=title,
        metadata=page_metadata(title, description, path, asked.site),
        lead=description,
        **values,
    )
    return Content(body, "text/html; charset=utf-8")
