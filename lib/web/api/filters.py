"""The parameters there are: names and values are those of the pages' own addresses."""

from lib.maps.choropleth import Level
from lib.register.address import COUNTY, DATE, DEFINITION, LEVEL, MUNICIPALITY, SIZE, STATUS
from lib.register.address import read_selection as selection_in
from lib.register.selection import Selection
from lib.register.sizes import SizeClass
from lib.register.status import Definition, Status
from lib.texts import _
from lib.web.answers import Asked
from lib.web.api.fields import chosen, table_fields
from lib.web.api.parameters import MOST, PAGE, PAGE_SIZE, USUAL, Parameter


def selection_of(asked: Asked) -> Selection:
    """Read the selection of an address that :func:`check` has let through.

    Parameters
    ----------
    asked
        The request.

    Returns
    -------
    Selection
        Date, definition, places and statuses; as on the pages where the address says nothing.
    """
    return selection_in(asked.query, list(asked.register.county_names), asked.register.earliest, asked.today)[0]


def county_parameter() -> Parameter:
    """Declare the choice of counties."""
    return Parameter(
        COUNTY, _("Fylkesnummer. Flere skilles med komma."), "34", lambda register: list(register.county_names), True
    )


def municipality_parameter() -> Parameter:
    """Declare the choice of municipalities."""
    return Parameter(
        MUNICIPALITY,
        _("Kommunenummer slik de er i dag. Flere skilles med komma."),
        "0301,1505",
        lambda register: list(register.municipalities.index),
        several=True,
        component=True,
    )


def status_parameter() -> Parameter:
    """Declare the choice of derived statuses."""
    return Parameter(
        STATUS,
        _("Statusen på datoen. Flere skilles med komma."),
        "adopted,in_progress",
        lambda _register: [status.value for status in Status],
        several=True,
    )


def said_parameter() -> Parameter:
    """Declare the choice of what an observation says."""
    (said,) = chosen(table_fields("policy_status"), STATUS)
    values = list(said.schema["enum"])
    return Parameter(
        STATUS, _("Det observasjonen sier. Flere skilles med komma."), "adopted", lambda _register: values, True
    )


def size_parameter() -> Parameter:
    """Declare the choice of size classes."""
    return Parameter(
        SIZE,
        _("Størrelsen etter antall innbyggere. Flere skilles med komma."),
        "0-1999",
        lambda _register: [size.value for size in SizeClass],
        several=True,
    )


def definition_parameter() -> Parameter:
    """Declare the choice of definition for derived statuses."""
    return Parameter(
        DEFINITION,
        _(
            "Hvilke observasjoner som teller. strict: bare sterk dokumentasjon; standard: sterk og middels; "
            "wide: all dokumentasjon."
        ),
        "strict",
        lambda _register: [definition.value for definition in Definition],
        usual=Definition.STANDARD.value,
    )


def confidence_parameter() -> Parameter:
    """Declare the choice of definition for observations, all of which are given when none is chosen."""
    return Parameter(
        DEFINITION,
        _(
            "Bare observasjoner som er sikre nok for en definisjon. strict: sterk dokumentasjon; standard: sterk og "
            "middels; wide: all. Uten parameteren er alle med."
        ),
        "strict",
        lambda _register: [definition.value for definition in Definition],
    )


def date_parameter() -> Parameter:
    """Declare the date that derived statuses hold for."""
    return Parameter(DATE, _("Dagen statusen gjelder for. Uten parameteren gjelder den i dag."), "2019-12-31")


def known_parameter() -> Parameter:
    """Declare the date by which something was known or published."""
    return Parameter(DATE, _("Bare det som var kjent til og med denne dagen."), "2019-12-31")


def level_parameter() -> Parameter:
    """Declare the choice between municipalities and counties."""
    return Parameter(
        LEVEL,
        _("Grensene til kommunene eller til fylkene."),
        Level.COUNTIES.value,
        lambda _register: [level.value for level in Level],
        usual=Level.MUNICIPALITIES.value,
    )


def page_parameters() -> tuple[Parameter, ...]:
    """Declare what chooses a page of a long list."""
    return (
        Parameter(PAGE, _("Hvilken side av listen, fra 1."), "1", largest=10_000),
        Parameter(
            PAGE_SIZE,
            _(
                "Hvor mange rader det er på en side. Uten side og antall gir JSON {usual} rader om gangen, mens CSV og "
                "GeoJSON gir alle."
            ).format(usual=USUAL),
            "100",
            largest=MOST,
        ),
    )
