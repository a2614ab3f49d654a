"""The embeds: pages that others show in a frame, without a session, the same for everybody who asks."""

from collections.abc import Callable

from lib.exports.embeds import SCHEME, Embed, Kind
from lib.register.address import COUNTY, DATE, DEFINITION, LEVEL, MUNICIPALITY, SIZE, STATUS
from lib.texts import _
from lib.web.answers import Asked, Content, not_found
from lib.web.embed_address import MovedError, read_embed, read_scheme
from lib.web.embed_chart import WIDTH, chart_drawing, chart_embed
from lib.web.embed_map import map_embed
from lib.web.embed_municipality import municipality_embed
from lib.web.embed_page import embed_fault
from lib.web.headers import embed_policy
from lib.web.resources import Resource
from lib.web.views import PARAMETERS

_MAP = (COUNTY, STATUS, SIZE, DEFINITION, DATE, LEVEL, MUNICIPALITY)


def embed_resources() -> list[Resource]:
    """List the embeds.

    Returns
    -------
    list of Resource
        Map, county, municipality and chart, and whatever else is asked for below their address.
    """
    return [
        _resource(Kind.MAP, "", map_embed, _MAP, _("Kartet, med de samme valgene som på siden Kart")),
        _resource(Kind.COUNTY, "/{name}", map_embed, (), _("Et fylke: kart, andel og antall")),
        _resource(Kind.MUNICIPALITY, "/{name}", municipality_embed, (DEFINITION,), _("En kommune: status og kilder")),
        _resource(Kind.CHART, "/{name}", chart_embed, PARAMETERS, _("Et diagram, med valgene på siden det står på")),
        _resource(Kind.CHART, "/{name}/tegning.svg", chart_drawing, (*PARAMETERS, WIDTH), _("Tegningen av et diagram")),
        Resource("/embed{rest:path}", _nothing, fault=embed_fault),
    ]


def _resource(
    kind: Kind, rest: str, show: Callable[[Embed, str, Asked], Content], parameters: tuple[str, ...], summary: str
) -> Resource:
    def make(asked: Asked) -> Content:
        scheme = read_scheme(asked.query)
        try:
            embed = read_embed(kind, asked.path.get("name", ""), asked.query, asked.register, asked.today)
        except MovedError as moved:
            own = {name: values[-1] for name, values in asked.query.items()}
            there = asked.site.path(f"embed/{kind}/{moved.number}", **own)
            headers = {"Content-Security-Policy": embed_policy()}
            return Content(b"", "text/plain; charset=utf-8", headers=headers, status=308, location=there)
        return show(embed, scheme, asked)

    return Resource(f"/embed/{kind}{rest}", make, (*parameters, SCHEME), fault=embed_fault, summary=summary)


def _nothing(asked: Asked) -> Content:
    raise not_found(
        _("Det som kan bygges inn, er {examples}.").format(
            examples="/embed/kart, /embed/fylke/34, /embed/kommune/4601, /embed/graf/utvikling"
        )
    )
