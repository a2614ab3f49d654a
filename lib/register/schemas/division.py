"""Tables of the municipal division: today's municipalities, former numbers, moved boundaries and neighbours."""

from lib.register.schemas import columns as kinds
from lib.register.schemas.table import ForeignKey, Source, table
from lib.texts import _

SSB_KLASS = Source(
    _("Statistisk sentralbyrå (SSB), Standard for kommuneinndeling (KLASS 131), CC BY 4.0"),
    "https://www.ssb.no/klass/klassifikasjoner/131",
)
SSB_POPULATION = Source(
    _("Statistisk sentralbyrå (SSB), tabell 07459: Befolkning, CC BY 4.0"),
    "https://www.ssb.no/statbank/table/07459",
)
KARTVERKET = Source(
    _("Kartverket, Administrative enheter kommuner, CC BY 4.0"),
    "https://kartkatalog.geonorge.no/metadata/administrative-enheter-kommuner/041f1e6e-bdbc-4091-b48f-8a5990f3cc5b",
)

MUNICIPALITY = ForeignKey(("kommunenummer",), "municipalities", ("kommunenummer",))

MUNICIPALITIES = table(
    "municipalities",
    _("Kommuner"),
    _("En rad er en kommune slik kommunene er 1. januar 2026. Det er 357 av dem."),
    {
        "kommunenummer": kinds.municipality_number(
            _("Kommunenummer"),
            _("Fire sifre etter SSBs standard for kommuneinndeling. En null først hører med: 0301 er Oslo."),
        ),
        "navn": kinds.text(_("Navn"), _("Det norske navnet på kommunen.")),
        "offisielt_navn": kinds.text(
            _("Offisielt navn"),
            _("Hele det offisielle navnet. Norske, samiske og kvenske navn er skilt med « - »."),
        ),
        "fylkesnummer": kinds.county_number(
            _("Fylkesnummer"), _("To sifre, de samme som kommunenummeret begynner med.")
        ),
        "fylke": kinds.text(_("Fylke"), _("Det norske navnet på fylket.")),
        "folketall_2026": kinds.count(
            _("Folketall 2026"), _("Hvor mange som bodde i kommunen 1. januar 2026, etter SSBs tabell 07459.")
        ),
        "kommunenummer_2020": kinds.municipality_number(
            _("Kommunenummer i 2020"),
            _(
                "Nummeret i inndelingen fra 2020 til 2023. Både 1508 Ålesund og 1580 Haram kommer fra 1507, "
                "så nummeret kan stå i to rader."
            ),
        ),
    },
    key=("kommunenummer",),
    sources=(SSB_KLASS, SSB_POPULATION),
)

FORMER_NUMBERS = table(
    "former_numbers",
    _("Tidligere kommunenumre"),
    _(
        "En rad er et kommunenummer som var i bruk mellom 2011 og 2023, og en kommune det fører til i dag. "
        "Et nummer som ble delt, har en rad for hver kommune: "
        "1850 Tysfjord fører til 1806 Narvik og 1875 Hamarøy."
    ),
    {
        "former_number": kinds.municipality_number(_("Tidligere nummer"), _("Nummeret slik det var, fire sifre.")),
        "former_name": kinds.text(_("Tidligere navn"), _("Navnet slik det var.")),
        "seen_from": kinds.year(_("I bruk fra"), _("Første år nummeret var i bruk, tidligst 2011.")),
        "seen_to": kinds.year(_("I bruk til"), _("Siste år nummeret var i bruk, senest 2023.")),
        "kommunenummer": kinds.municipality_number(
            _("Kommunenummer"), _("Nummeret til en kommune i dag som nummeret fører til.")
        ),
    },
    key=("former_number", "kommunenummer"),
    sources=(SSB_KLASS,),
    foreign_keys=(MUNICIPALITY,),
)

BOUNDARY_CHANGES = table(
    "boundary_changes",
    _("Grenseendringer"),
    _(
        "En rad er et område som har byttet kommune etter 2020 og er stort nok til å vises på kartet. "
        "Kartets grenser bygges av den."
    ),
    {
        "from_2020": kinds.municipality_number(
            _("Fra kommune"), _("Nummeret i 2020 til kommunen som området hørte til da.")
        ),
        "to_2024": kinds.municipality_number(_("Til kommune"), _("Nummeret til kommunen området hører til i dag.")),
        "valid_from": kinds.whole_date(_("Gjelder fra"), _("Dagen endringen trådte i kraft.")),
        "what": kinds.text(_("Hva"), _("Hva som ble endret, på engelsk.")),
        "mask_wkt": kinds.polygon(
            _("Maske"),
            _(
                "Flate som dekker den delen av kommunen i 2020 som har byttet kommune: "
                "WKT, lengdegrad og breddegrad i WGS 84. Mot havet går den lenger ut enn grensen."
            ),
        ),
    },
    key=("from_2020", "to_2024"),
    sources=(KARTVERKET,),
    foreign_keys=(
        ForeignKey(("from_2020",), "municipalities", ("kommunenummer_2020",)),
        ForeignKey(("to_2024",), "municipalities", ("kommunenummer",)),
    ),
)

NEIGHBOURS = table(
    "neighbours",
    _("Nabokommuner"),
    _(
        "En rad er en kommune og en av naboene dens. Hvert par står to ganger, en gang for hver av de to. "
        "Tabellen regnes ut av grensene i kommuner.geojson."
    ),
    {
        "kommunenummer": kinds.municipality_number(_("Kommunenummer"), _("Nummeret til kommunen.")),
        "nabo": kinds.municipality_number(_("Nabo"), _("Nummeret til nabokommunen.")),
        "over": kinds.codes(
            _("Over"),
            _("Hva grensen går over."),
            {
                "land": _("kommunene deler grense på land"),
                "fjord": _("kommunene ligger overfor hverandre ved en fjord eller et sund"),
            },
        ),
    },
    key=("kommunenummer", "nabo"),
    sources=(KARTVERKET,),
    foreign_keys=(MUNICIPALITY, ForeignKey(("nabo",), "municipalities", ("kommunenummer",))),
)
