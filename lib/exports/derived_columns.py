"""The columns that are derived from the register's tables: what they are called and what they mean."""

from collections.abc import Mapping

from lib.exports.columns import Column, Holds
from lib.register.sizes import SizeClass
from lib.register.status import Definition, Status
from lib.texts import _
from lib.texts.language import kept_by_language
from lib.texts.words import definition_meaning, size_word, status_meaning


@kept_by_language(8)
def derived_columns() -> Mapping[str, Column]:
    """Describe the columns that are derived from the register's tables.

    Returns
    -------
    dict
        Columns by name.
    """
    statuses = {status.value: status_meaning(status) for status in Status}
    counts = {
        Status.ADOPTED: _("Kommuner med status vedtatt. Telleren i andelen."),
        Status.IN_PROGRESS: _("Kommuner med status under arbeid."),
        Status.EXPIRED: _("Kommuner med status utløpt eller ubekreftet."),
        Status.NONE: _("Kommuner med status ingen funnet."),
        Status.UNKNOWN: _("Kommuner som ikke er undersøkt. De kan ha en politikk likevel."),
    }
    count_titles = {
        Status.ADOPTED: _("Antall vedtatt"),
        Status.IN_PROGRESS: _("Antall under arbeid"),
        Status.EXPIRED: _("Antall utløpt eller ubekreftet"),
        Status.NONE: _("Antall ingen funnet"),
        Status.UNKNOWN: _("Antall ikke undersøkt"),
    }
    columns = [
        Column(
            "size_class",
            _("Størrelse"),
            _("Innbyggere fra og med det første tallet til og med det andre."),
            codes={size.value: size_word(size.smallest, size.largest) for size in SizeClass},
        ),
        Column(
            "status",
            _("Status"),
            _("Statusen på datoen, utledet av observasjonene etter registerets regel."),
            codes=statuses,
        ),
        Column("status_text", _("Status i ord"), _("Statusen i ord, på språket filen er hentet på.")),
        Column(
            "under_revision",
            _("Under revisjon"),
            _("Om politikken er vedtatt og en kilde sier at en nyere er på vei."),
            Holds.BOOLEAN,
        ),
        Column(
            "since",
            _("Siden"),
            _("Datoen som hører til statusen. Kolonnen basis sier hva den står for."),
            Holds.PARTIAL_DATE,
        ),
        Column("basis", _("Hva datoen står for"), _("Hva datoen i since står for."), codes=_basis_codes()),
        Column(
            "observations",
            _("Observasjoner"),
            _("Hvor mange observasjoner registeret har om kommunen i alt."),
            Holds.INTEGER,
        ),
        Column(
            "observations_counted",
            _("Observasjoner som teller"),
            _("Hvor mange av observasjonene som teller med for datoen og definisjonen."),
            Holds.INTEGER,
        ),
        Column("status_date", _("Statusdato"), _("Dagen statusen gjelder."), Holds.DATE),
        Column(
            "definition",
            _("Definisjon"),
            _("Hvor sikker en observasjon må være for å telle med."),
            codes={definition.value: definition_meaning(definition) for definition in Definition},
        ),
        Column(
            "known",
            _("Kjent dato"),
            _("Når observasjonen var kjent: observert, ellers vedtatt, ellers gjelder fra."),
            Holds.PARTIAL_DATE,
        ),
        Column(
            "counts",
            _("Teller med"),
            _("Om observasjonen teller med for datoen og definisjonen."),
            Holds.BOOLEAN,
        ),
        *(Column(status.value, count_titles[status], counts[status], Holds.INTEGER) for status in Status),
        Column("total", _("Kommuner i alt"), _("Alle kommunene som er regnet med. Nevneren i andelen."), Holds.INTEGER),
        Column("share", _("Andel vedtatt"), _("Andelen med status vedtatt: adopted / total."), Holds.SHARE),
        Column("year", _("År"), _("Året."), Holds.INTEGER),
        Column(
            "on",
            _("Dato"),
            _("Dagen tallene gjelder: 31. desember, og dagen filen ble laget for året som ikke er slutt."),
            Holds.DATE,
        ),
        Column("renewal", _("Gruppe"), _("Hva som må fornyes."), codes=_renewal_codes()),
        Column(
            "until", _("Regnes som gjeldende til"), _("Den siste dagen politikken regnes som gjeldende."), Holds.DATE
        ),
        Column(
            "last_confirmed",
            _("Sist bekreftet"),
            _("Når en kilde sist bekreftet en politikk uten kjent sluttdato."),
            Holds.PARTIAL_DATE,
        ),
        Column("on_its_way", _("Ny på vei"), _("Om en kilde sier at en nyere politikk er på vei."), Holds.BOOLEAN),
        Column(
            "afterwards",
            _("Status etterpå"),
            _("Statusen dagen etter at dokumentet er gått ut, hvis ikke noe nytt blir kjent."),
            codes=statuses,
        ),
        Column("filters", _("Filtre"), _("Det som er valgt, slik det står i adressen. Tomt når ingenting er valgt.")),
        Column("register_version", _("Versjon"), _("Registerets versjon."), Holds.NUMBER_CODE),
        Column("register_date", _("Versjonsdato"), _("Datoen for versjonen."), Holds.DATE),
        Column("licence", _("Lisens"), _("Vilkårene for bruk.")),
        Column("address", _("Adresse"), _("Adressen som viser det samme på nettet."), Holds.ADDRESS),
    ]
    return {column.name: column for column in columns}


def _basis_codes() -> dict[str, str]:
    return {
        "adopted_on": _("dokumentet ble vedtatt"),
        "valid_from": _("dokumentet begynte å gjelde"),
        "valid_to": _("dokumentet gjaldt til"),
        "known_since": _("den første gangen en kilde kjente til vedtaket"),
        "last_seen": _("den siste gangen en kilde omtalte det"),
        "undated": _("kilden er udatert, så det finnes ingen dato"),
        "nothing": _("det finnes ingen observasjoner, så det finnes ingen dato"),
    }


def _renewal_codes() -> dict[str, str]:
    return {
        "ending": _("dokumentet går ut i år eller neste år"),
        "unconfirmed": _("politikken har ingen kjent sluttdato og regnes som ubekreftet før utgangen av neste år"),
        "expired": _("politikken er utløpt eller ubekreftet"),
    }
