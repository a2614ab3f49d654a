"""The way in: what routes there are."""

from collections.abc import Sequence

from lib.texts import _
from lib.web.answers import Asked
from lib.web.api.fields import Field
from lib.web.api.route import JSON, ROOT, Answer, ApiRoute, Example


def index_route(others: Sequence[ApiRoute]) -> ApiRoute:
    """Declare the index.

    Parameters
    ----------
    others
        The other routes.

    Returns
    -------
    ApiRoute
        Lists itself and the others.
    """
    text = {"type": "string"}
    fields = (
        Field("name", _("Navnet på operasjonen, som i OpenAPI-dokumentet."), text),
        Field("summary", _("Hva adressen gir."), text),
        Field("address", _("Adressen, med {number} der et kommunenummer eller fylkesnummer skal stå."), text),
        Field("formats", _("Endelsene som adressen kan ha."), {"type": "array", "items": text}),
        Field("parameters", _("Parameterne som adressen kan ha."), {"type": "array", "items": text}),
    )

    def make(asked: Asked) -> Answer:
        return Answer(
            [
                {
                    "name": route.name,
                    "summary": route.summary,
                    "address": f"{asked.site.origin}{asked.site.base_path}{ROOT}{route.path}",
                    "formats": list(route.formats) if route.has_endings else [],
                    "parameters": [parameter.name for parameter in route.parameters],
                }
                for route in (itself, *others)
            ]
        )

    itself = ApiRoute(
        "",
        "index",
        _("Oversikt over adressene"),
        _("Alle adressene i API-et, med formater og parametere."),
        make,
        "Address",
        fields,
        (JSON,),
        (Example(_("Alle adressene"), {}, JSON, ("summary", "address")),),
    )
    return itself
