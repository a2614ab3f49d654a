"""Tables of what others have published about the field: counts and shares, prizes and events."""

from lib.register.schemas import columns as kinds
from lib.register.schemas.table import table
from lib.texts import _

COUNTRY = "NO"
_COUNTRY_OR_COUNTY = f"({COUNTRY}|{kinds.COUNTY_NUMBER})"
_ANY_AREA = f"({COUNTRY}|{kinds.COUNTY_NUMBER}|{kinds.MUNICIPALITY_NUMBER})"

PUBLISHED_TOTALS = table(
    "published_totals",
    _("Publiserte tall"),
    _(
        "En rad er et antall eller en andel som er publisert, for landet eller et fylke. "
        "Tallene står som de er trykt, også de som ikke kan stemme; da sier merknaden det."
    ),
    {
        "area_level": kinds.codes(
            _("Nivå"),
            _("Hva slags område tallet gjelder."),
            {"country": _("hele landet"), "county": _("et fylke")},
        ),
        "area_code": kinds.pattern(
            _("Områdekode"),
            _("NO for landet, ellers fylkesnummer."),
            _COUNTRY_OR_COUNTY,
            _("NO eller et fylkesnummer med to sifre"),
        ),
        "as_of": kinds.partial_date(_("Tidspunkt"), _("Datoen tallet gjelder."), required=True),
        "n_with_policy": kinds.count(
            _("Kommuner med politikk"),
            _("Hvor mange kommuner som har en frivillighetspolitikk."),
            required=False,
        ),
        "n_total": kinds.count(
            _("Kommuner i alt"),
            _("Hvor mange kommuner kilden regner av, slik den oppgir det."),
            required=False,
        ),
        "percent": kinds.percent(_("Prosent av kommunene"), _("Andelen slik kilden oppgir den.")),
        "population_percent": kinds.percent(
            _("Prosent av innbyggerne"),
            _("Andel av innbyggerne som bor i en kommune med frivillighetspolitikk."),
        ),
        "n_in_progress": kinds.count(
            _("Kommuner i gang"), _("Hvor mange kommuner som arbeider med en politikk."), required=False
        ),
        "kind": kinds.codes(
            _("Type tall"),
            _("Hvordan tallet er blitt til."),
            {
                "mapping": _("Frivillighet Norges egen telling av kommuner, som kan sammenlignes over tid"),
                "survey": _("svar fra dem som svarte på en undersøkelse"),
                "statement": _("et tall som er sitert og ikke kan sammenlignes med tellingene"),
            },
        ),
        "source_url": kinds.web_address(_("Kildens adresse"), _("Nettadressen til kilden.")),
        "source_publisher": kinds.text(_("Utgiver"), _("Hvem som har gitt ut kilden, og hvem den siterer.")),
        "note": kinds.text(_("Merknad"), _("Forklaring til raden, på engelsk."), required=False),
    },
    key=("area_code", "as_of", "kind", "source_url"),
)

AWARDS = table(
    "awards",
    _("Årets frivillighetskommune"),
    _(
        "En rad er en vinner eller en finalist til prisen Årets frivillighetskommune, "
        "som KS og Frivillighet Norge deler ut hvert år."
    ),
    {
        "year": kinds.year(_("År"), _("Året prisen gjelder.")),
        "area_code": kinds.pattern(
            _("Områdekode"),
            _("Nummeret i dag til kommunen (fire sifre) eller fylket (to sifre)."),
            _ANY_AREA,
            _("et kommunenummer med fire sifre, et fylkesnummer med to sifre eller NO"),
        ),
        "area_name": kinds.text(_("Navn"), _("Navnet den gangen.")),
        "result": kinds.codes(
            _("Resultat"), _("Hvordan det gikk."), {"winner": _("vant prisen"), "nominee": _("var finalist")}
        ),
        "source_url": kinds.web_address(_("Kildens adresse"), _("Nettadressen til kilden.")),
        "note": kinds.text(_("Merknad"), _("Forklaring til raden, på engelsk."), required=False),
    },
    key=("year", "area_code"),
)

MILESTONES = table(
    "milestones",
    _("Milepæler"),
    _("En rad er en hendelse på feltet, med dato."),
    {
        "date": kinds.partial_date(_("Dato"), _("Når det skjedde."), required=True),
        "kind": kinds.codes(
            _("Type hendelse"),
            _("Hva slags hendelse det er."),
            {
                "agreement": _("avtale"),
                "award": _("pris"),
                "boundaries": _("ny inndeling i kommuner eller fylker"),
                "conference": _("konferanse"),
                "mapping": _("telling av kommuner"),
                "network": _("nettverk"),
                "report": _("rapport"),
                "research": _("forskning"),
            },
        ),
        "area_code": kinds.pattern(
            _("Områdekode"),
            _("NO for landet, ellers fylkesnummer (to sifre) eller kommunenummer (fire sifre) i dag."),
            _ANY_AREA,
            _("NO, et fylkesnummer med to sifre eller et kommunenummer med fire sifre"),
        ),
        "summary_nb": kinds.text(_("Sammendrag"), _("Hva som skjedde, i én setning på bokmål.")),
        "source_url": kinds.web_address(
            _("Kildens adresse"), _("Nettadressen til kilden, når det er en."), required=False
        ),
    },
    key=("date", "kind", "area_code"),
)
