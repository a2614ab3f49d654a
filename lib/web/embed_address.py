"""Addresses of embeds, read strictly: a frame on another site cannot tell its readers what was passed over."""

from datetime import date

from lib.exports.charts import CHARTS
from lib.exports.embeds import SCHEME, Embed, Kind, Scheme
from lib.exports.view import COUNTY_PAGE, MAP, MUNICIPALITY_PAGE, View, read_view
from lib.register.address import COUNTY, MUNICIPALITY, Parameters, read_choice
from lib.register.former import former_number
from lib.register.former_counties import NAMES, successors
from lib.register.register import Register
from lib.texts import _
from lib.texts.formats import listing
from lib.web.answers import FaultyAddressError, not_found, refuse


class MovedError(Exception):
    """A place is found under another number today.

    Parameters
    ----------
    kind
        Municipality or county.
    number
        Today's number.
    """

    def __init__(self, kind: Kind, number: str):
        super().__init__(f"{kind}/{number}")
        self.kind = kind
        self.number = number


def read_embed(kind: Kind, name: str, query: Parameters, register: Register, today: date) -> Embed:
    """Read the address of an embed.

    Parameters
    ----------
    kind
        What it shows.
    name
        Number of the county or municipality, or name of the chart; empty for the map.
    query
        The parameters.
    register
        What there is to choose from.
    today
        The present day.

    Returns
    -------
    Embed
        What the address names.

    Raises
    ------
    FaultyAddressError
        404 when there is no such place or chart, 400 when a value cannot be used.
    MovedError
        When the number is a former one of exactly one place.
    """
    if kind == Kind.MAP:
        view, ignored = read_view(MAP, query, register, today)
    elif kind == Kind.COUNTY:
        _check_county(name, register)
        view, ignored = read_view(COUNTY_PAGE, {COUNTY: [name]}, register, today)
    elif kind == Kind.CHART:
        return Embed(kind, _read_chart(name, query, register, today), name)
    else:
        _check_municipality(name, register)
        view, ignored = read_view(MUNICIPALITY_PAGE, {**query, MUNICIPALITY: [name]}, register, today)
    refuse(ignored)
    return Embed(kind, view)


def read_scheme(query: Parameters) -> str:
    """Read whether an embed is to be light or dark.

    Parameters
    ----------
    query
        The parameters.

    Returns
    -------
    str
        Empty for the reader's own choice.

    Raises
    ------
    FaultyAddressError
        400 when it is anything else.
    """
    scheme, ignored = read_choice(query, SCHEME, [each.value for each in Scheme])
    refuse(ignored)
    return scheme or ""


def _read_chart(name: str, query: Parameters, register: Register, today: date) -> View:
    if name not in CHARTS:
        detail = _("Det finnes ikke noe diagram som heter «{name}». Diagrammene er {choices}.")
        raise not_found(detail.format(name=name[:40], choices=listing(list(CHARTS))))
    page = CHARTS[name].page
    view, ignored = read_view(page, query, register, today)
    refuse(ignored)
    missing = {MUNICIPALITY_PAGE: MUNICIPALITY, COUNTY_PAGE: COUNTY}.get(page)
    if missing and not view.places:
        detail = _("Adressen mangler {parameter}. Skriv for eksempel {example}.").format(
            parameter=missing, example={MUNICIPALITY: "kommune=4601", COUNTY: "fylke=34"}[missing]
        )
        raise FaultyAddressError(400, _("Adressen kan ikke brukes"), detail)
    if not CHARTS[name].exists(view, register):
        raise not_found(_("Diagrammet har ingenting å vise for disse valgene."))
    return view


def _check_municipality(number: str, register: Register) -> None:
    names = register.municipalities["navn"]
    if number in names.index:
        return
    former = former_number(number, register.tables.former_numbers)
    if former is None:
        detail = _("Ingen kommune har nummer {number}. Et kommunenummer har fire sifre, for eksempel 4601 for Bergen.")
        raise not_found(detail.format(number=number[:40]))
    if len(former.successors) == 1:
        raise MovedError(Kind.MUNICIPALITY, former.successors[0])
    detail = _("{name} ({number}) er delt. Velg en av dagens kommuner: {choices}.")
    raise not_found(
        detail.format(
            name=former.name,
            number=number,
            choices=listing([f"{names[one]} ({one})" for one in former.successors], any_of=True),
        )
    )


def _check_county(number: str, register: Register) -> None:
    names = register.county_names
    if number in names:
        return
    today = successors(register.tables, number)
    if len(today) == 1:
        raise MovedError(Kind.COUNTY, today[0])
    if not today:
        detail = _("Ingen fylker har nummer {number}. Numrene er {choices}.")
        choices = listing([f"{one} ({name})" for one, name in names.items()])
        raise not_found(detail.format(number=number[:40], choices=choices))
    detail = _("{name} ({number}) er delt. Velg et av dagens fylker: {choices}.")
    raise not_found(
        detail.format(
            name=NAMES.get(number, _("Fylket")),
            number=number,
            choices=listing([f"{names[one]} ({one})" for one in today], any_of=True),
        )
    )
