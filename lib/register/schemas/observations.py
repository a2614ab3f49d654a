"""Tables of observations: what a source said of a municipality's or a county council's policy at one time."""

import pandera.pandas as pa

from lib.register.schemas import columns as kinds
from lib.register.schemas.table import ForeignKey, table
from lib.texts import _


def _observation(scopes: dict[str, str]) -> dict[str, pa.Column]:
    """Declare what all observations have in common: everything but the place that they speak of."""
    return {
        "scope": kinds.codes(_("Rekkevidde"), _("Hvem kilden uttaler seg om."), scopes),
        "name_in_source": kinds.text(
            _("Navn i kilden"),
            _("Navnet kilden bruker på stedet. Må fylles ut når rekkevidden er predecessor."),
            required=False,
        ),
        "status": kinds.codes(
            _("Status"),
            _("Hva kilden sier om frivillighetspolitikken."),
            {
                "adopted": _("et eget frivillighetsdokument er politisk vedtatt, eller en pålitelig oversikt sier det"),
                "in_progress": _("et utkast, en høring eller et vedtak om å lage et slikt dokument"),
                "none": _("kilden sier at det ikke finnes"),
            },
        ),
        "document_title": kinds.text(_("Dokumentets tittel"), _("Tittelen slik kilden skriver den."), required=False),
        "document_type": kinds.codes(
            _("Dokumenttype"),
            _("Hva slags dokument det er."),
            {
                "politikk": _("frivillighetspolitikk eller plattform"),
                "plan": _("plan eller temaplan"),
                "melding": _("frivillighetsmelding"),
                "strategi": _("strategi"),
                "erklæring": _("frivillighetserklæring"),
                "avtale": _("avtale med Frivillighet Norge"),
                "other": _("annet"),
            },
            required=False,
        ),
        "adopted_on": kinds.partial_date(_("Vedtatt"), _("Når dokumentet ble vedtatt, etter kilden.")),
        "valid_from": kinds.partial_date(_("Gjelder fra"), _("Når dokumentet begynner å gjelde, etter kilden.")),
        "valid_to": kinds.partial_date(_("Gjelder til"), _("Når dokumentet slutter å gjelde, etter kilden.")),
        "observed_on": kinds.partial_date(_("Observert"), _("Kildens egen dato.")),
        "source_url": kinds.web_address(_("Kildens adresse"), _("Nettadressen til kilden.")),
        "source_publisher": kinds.text(_("Utgiver"), _("Hvem som har gitt ut kilden.")),
        "source_kind": kinds.codes(
            _("Type kilde"),
            _("Hva slags kilde det er."),
            {
                "municipality": _("kommune eller fylkeskommune"),
                "frivillighet_norge": _("Frivillighet Norge"),
                "press": _("avis, radio eller TV"),
                "government": _("staten"),
                "research": _("forskning"),
                "other": _("annet"),
            },
        ),
        "confidence": kinds.codes(
            _("Sikkerhet"),
            _("Hvor sterkt belegget er."),
            {
                "high": _("kommunens eget dokument, eller Frivillighet Norges uttrykkelige liste"),
                "medium": _("troverdig omtale, for eksempel i pressen, eller eget dokument der vedtaket ikke er vist"),
                "low": _("svakt belegg, for eksempel når frivillighet bare er en del av et annet dokument"),
            },
        ),
        "note": kinds.text(_("Merknad"), _("Forklaring til raden, på engelsk."), required=False),
    }


# Everything that the source says, so that only an observation written twice is a duplicate.
_STATEMENT = (
    "scope",
    "name_in_source",
    "status",
    "document_title",
    "document_type",
    "adopted_on",
    "valid_from",
    "valid_to",
    "observed_on",
    "source_url",
)

POLICY_STATUS = table(
    "policy_status",
    _("Observasjoner av kommunenes frivillighetspolitikk"),
    _(
        "En rad er en observasjon: hva én kilde sa om frivillighetspolitikken i én kommune på ett tidspunkt. "
        "En kommune uten rad er ikke undersøkt; det betyr ikke at den mangler politikk."
    ),
    {
        "kommunenummer": kinds.municipality_number(
            _("Kommunenummer"), _("Nummeret til kommunen i dag, som i municipalities.csv.")
        ),
        "kommune": kinds.text(_("Kommune"), _("Navnet til kommunen, likt navn i municipalities.csv.")),
        **_observation(
            {
                "municipality": _("kommunen selv"),
                "predecessor": _("en tidligere kommune som er blitt en del av denne"),
                "county": _("alle kommunene i et fylke eller en region"),
            }
        ),
    },
    key=("kommunenummer", *_STATEMENT),
    foreign_keys=(ForeignKey(("kommunenummer", "kommune"), "municipalities", ("kommunenummer", "navn")),),
)

COUNTY_POLICY_STATUS = table(
    "county_policy_status",
    _("Observasjoner av fylkeskommunenes frivillighetspolitikk"),
    _(
        "En rad er en observasjon: hva én kilde sa på ett tidspunkt om fylkeskommunens egen "
        "frivillighetspolitikk eller om avtalen dens med Frivillighet Norge (document_type er avtale)."
    ),
    {
        "fylkesnummer": kinds.county_number(
            _("Fylkesnummer"), _("Nummeret til fylket i dag, som i municipalities.csv.")
        ),
        "fylke": kinds.text(_("Fylke"), _("Navnet til fylket, likt fylke i municipalities.csv.")),
        **_observation(
            {
                "county_council": _("fylkeskommunen selv"),
                "predecessor": _("en tidligere fylkeskommune som denne har tatt over etter, helt eller delvis"),
            }
        ),
    },
    key=("fylkesnummer", *_STATEMENT),
    foreign_keys=(ForeignKey(("fylkesnummer", "fylke"), "municipalities", ("fylkesnummer", "fylke")),),
)
