"""The counties' pages that need no session: the municipalities and the council of one, and all of them in a table."""

from typing import Any

from lib.exports.findings import finding
from lib.exports.maps import map_alt
from lib.exports.view import COUNTY_PAGE, read_view
from lib.fragments.counties import printed_remark
from lib.fragments.county_page import county_figures, county_headline, county_lead, development_note
from lib.fragments.county_parts import before_note, council_part, published_part
from lib.fragments.figures import headline, lead
from lib.fragments.municipalities import municipality_rows
from lib.pages import address
from lib.register.councils import municipality_of
from lib.register.evidence import documents_at
from lib.register.former_counties import NAMES, size_at, successors
from lib.register.history import status_series, undated_only
from lib.register.published import latest_mapping, latest_mappings
from lib.register.register import Register
from lib.register.selection import Selection
from lib.register.shares import by_county, figures, rank_by_share
from lib.register.status import Definition, Status
from lib.texts import _
from lib.texts.formats import alphabetical, count_of, day, listing, partial_date
from lib.web.answers import Asked, Content, moved, not_found
from lib.web.feeds import feed_path
from lib.web.metadata import view_metadata
from lib.web.municipality_pages import HTML
from lib.web.oembed import oembed_links
from lib.web.places import path_of_county, path_of_municipality, suggested_counties
from lib.web.plain import plain_page
from lib.web.resources import Resource
from lib.web.structured_data import breadcrumbs, county_graph, register_graph

LIST_PATH = "fylker"
_CODES = [status.value for status in Status]


def county_resources() -> list[Resource]:
    """List the counties' pages.

    Returns
    -------
    list of Resource
        The page of each, by number and name, and the list of all.
    """
    return [
        Resource("/fylke/", lambda asked: moved(asked.site, "fylke"), summary="The dashboard's page"),
        Resource("/fylke/{place}", _place, summary="The municipalities and the council of a county"),
        Resource("/fylker", _everybody, summary="All counties"),
    ]


def _place(asked: Asked) -> Content:
    place, register = asked.path["place"], asked.register
    number = place.partition("-")[0]
    if number in register.county_names:
        path = path_of_county(register, number)
        return _county(asked, number, path) if f"fylke/{place}" == path else moved(asked.site, path)
    today = successors(register.tables, number)
    if not today:
        what = _("Ingen fylke har adressen «{place}». En adresse er fylkets nummer og navn.")
        raise not_found(what.format(place=place[:60]), suggested_counties(register, place))
    if len(today) == 1:
        return moved(asked.site, path_of_county(register, today[0]))
    return _choice(asked, number, today)


def _choice(asked: Asked, number: str, today: list[str]) -> Content:
    """Offer the counties that the municipalities of a former one are in."""
    register, name = asked.register, NAMES.get(number)
    names = listing([register.county_names[each] for each in today])
    if name:
        title = _("{name} er delt").format(name=name)
        text = _("Fylkesnummer {number} var {name}, som ble delt 1. januar 2024. Kommunene er nå i {names}.")
    else:
        title = _("Fylkesnummer {number} er ikke lenger i bruk").format(number=number)
        text = _("Kommunene som hadde fylkesnummer {number}, er nå i {names}.")
    counties = by_county(register.at(Selection(asked.today), asked.today)).loc[today]
    body = plain_page(
        "choice.html",
        asked.site,
        path=asked.site.path(f"fylke/{asked.path['place']}"),
        title=title,
        text=text.format(number=number, name=name, names=names),
        rows=[
            {
                "path": path_of_county(register, row.Index),
                "name": row.fylke,
                "status": "",
                "beside": _("{count} kommuner har vedtatt").format(count=count_of(row.adopted, row.total)),
            }
            for row in counties.itertuples()
        ],
    )
    return Content(body, HTML, status=300)


def _county(asked: Asked, number: str, path: str) -> Content:
    register, today, site = asked.register, asked.today, asked.site
    name = register.county_names[number]
    view, _ignored = read_view(COUNTY_PAGE, {"fylke": (number,)}, register, today)
    municipalities = register.at(Selection(today), today)
    inside = municipalities[municipalities["fylkesnummer"] == number]
    counties, counted = by_county(municipalities), figures(inside)
    documents = documents_at(inside["status"], register.tables.policy_status, today, Definition.STANDARD, today=today)
    undated = undated_only(register, Definition.STANDARD, today, inside.index)
    city = municipality_of(register, number)
    body = plain_page(
        "county.html",
        site,
        path=site.path(path),
        title=name,
        metadata=view_metadata(
            view,
            register,
            site,
            path=path,
            graph=[
                *county_graph(register, site, number, path, f"{finding(view, register)}."),
                breadcrumbs(site, [(_("Fylker"), LIST_PATH), (name, path)]),
            ],
        ),
        way=[(_("Fylker"), address(LIST_PATH))],
        head=county_headline(name, counted),
        introduction=county_lead(name, counted, latest_mapping(register.tables.published_totals, number, today)),
        picture=site.path("last-ned/kart/fylke.svg", fylke=number, format="kvadrat"),
        picture_alt=map_alt(register, view),
        numbers=county_figures(number, counted, rank_by_share(counties, number), counties),
        council=council_part(register, number, today, address(path_of_municipality(register, city)) if city else ""),
        before=before_note(register, number),
        municipalities=[
            row | {"path": path_of_municipality(register, row["number"])}
            for row in municipality_rows(inside, documents)
        ],
        codes=_CODES,
        years=_years(asked, number),
        note=development_note(len(undated), int((undated["status"] == Status.ADOPTED).sum()), len(inside)),
        published=published_part(register, number, today),
        dashboard=address("fylke", fylke=number),
        map=address("", fylke=number),
        data=site.path(f"api/v1/counties/{number}"),
        feed=site.path(feed_path(number)),
        full_address=site.url(path),
        oembed=oembed_links(site, path, {}, name),
    )
    return Content(body, HTML)


def _years(asked: Asked, county: str) -> list[dict[str, Any]]:
    """Count the statuses year by year, the newest first; years before anything is known of the county are left out."""
    register = asked.register
    numbers = register.municipalities.index[register.municipalities["fylkesnummer"] == county]
    series = status_series(register, Definition.STANDARD, asked.today, numbers)
    known = series[series["unknown"].cummin() < series["total"]]
    return [
        {
            "when": day(asked.today) if row["on"] == asked.today else str(row["year"]),
            "counts": [(code, int(row[code])) for code in _CODES],
            "share": row["adopted"] / row["total"],
        }
        for _index, row in known.iloc[::-1].iterrows()
    ]


def _everybody(asked: Asked) -> Content:
    register, today, site = asked.register, asked.today, asked.site
    view, _ignored = read_view("kart", {"niva": ("fylker",)}, register, today)
    municipalities = register.at(Selection(today), today)
    counted, published = figures(municipalities), latest_mapping(register.tables.published_totals, "NO", today)
    rows, remarks = _counties(asked)
    body = plain_page(
        "counties.html",
        site,
        path=site.path(LIST_PATH),
        title=_("Alle fylker"),
        metadata=view_metadata(
            view,
            register,
            site,
            path=LIST_PATH,
            heading=_("Frivillighetspolitikk i kommunene, fylke for fylke"),
            graph=[*register_graph(register, site), breadcrumbs(site, [(_("Fylker"), LIST_PATH)])],
        ),
        head=headline(counted, ""),
        introduction=lead(counted, published),
        codes=_CODES,
        counties=rows,
        sum={
            "counts": [(status.value, count) for status, count in counted.counts.items()],
            "total": counted.total,
            "share": counted.adopted.ratio,
        },
        remarks=remarks,
        data=site.path("api/v1/counties"),
        feed=site.path(feed_path()),
        full_address=site.url(LIST_PATH),
    )
    return Content(body, HTML)


def _counties(asked: Asked) -> tuple[list[dict[str, Any]], list[str]]:
    """Gather the rows of the table of counties in the order of their names, and what to say of printed counts."""
    register: Register = asked.register
    printed = latest_mappings(register.tables.published_totals, asked.today)
    rows, remarks = [], []
    counties = by_county(register.at(Selection(asked.today), asked.today))
    for number, county in sorted(counties.iterrows(), key=lambda pair: alphabetical(pair[1]["fylke"])):
        count = printed.loc[number] if number in printed.index else None
        if count is not None:
            size = size_at(register.tables.municipalities, number, count["as_of"])
            remarks.append("" if size is None else printed_remark(county["fylke"], count, size))
        rows.append(
            {
                "path": path_of_county(register, number),
                "name": county["fylke"],
                "counts": [(code, int(county[code])) for code in _CODES],
                "total": int(county["total"]),
                "share": county["share"],
                "published": None if count is None else (int(count["n_with_policy"]), partial_date(count["as_of"])),
            }
        )
    return rows, [remark for remark in remarks if remark]
