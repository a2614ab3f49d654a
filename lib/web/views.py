"""Views as the addresses of files name them: read strictly, since a file could not show what was left out."""

from lib.exports.view import COUNTY_PAGE, MUNICIPALITY_PAGE, PAGES, View, read_view
from lib.register.address import COUNTY, DATE, DEFINITION, LEVEL, MUNICIPALITY, SIZE, STATUS, YEAR
from lib.register.places import COUNTIES, MUNICIPALITIES
from lib.texts import _
from lib.texts.formats import listing
from lib.web.answers import Asked, FaultyAddressError, not_found, refuse

PARAMETERS = (COUNTY, MUNICIPALITY, STATUS, SIZE, DEFINITION, DATE, LEVEL, YEAR, MUNICIPALITIES, COUNTIES)


def asked_view(asked: Asked) -> View:
    """Read the view that a file's address names.

    Parameters
    ----------
    asked
        The request; its path has the name of the page, and its query the page's own parameters.

    Returns
    -------
    View
        The view.

    Raises
    ------
    FaultyAddressError
        404 when there is no such page, 400 when a value cannot be used or the place is missing.
    """
    page = asked.path["page"]
    if page not in PAGES:
        raise not_found(
            _("Det finnes ingen side som heter «{page}». Sidene er {pages}.").format(
                page=page[:40], pages=listing(list(PAGES))
            )
        )
    view, ignored = read_view(page, asked.query, asked.register, asked.today)
    refuse(ignored)
    missing = {MUNICIPALITY_PAGE: MUNICIPALITY, COUNTY_PAGE: COUNTY}.get(page)
    if missing and not view.places:
        example = {MUNICIPALITY: "kommune=4601", COUNTY: "fylke=34"}[missing]
        detail = _("Adressen mangler {parameter}. Skriv for eksempel {example}.").format(
            parameter=missing, example=example
        )
        raise FaultyAddressError(400, _("Adressen kan ikke brukes"), detail)
    return view
