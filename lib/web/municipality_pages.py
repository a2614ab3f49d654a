"""The municipalities' pages that need no session: what the register knows of one, and all of them from A to Å."""

from itertools import groupby
from typing import Any

import pandas as pd

from lib.exports.findings import finding
from lib.exports.maps import map_alt
from lib.exports.view import MUNICIPALITY_PAGE, View, read_view
from lib.fragments.chronicle import chronicle_table
from lib.fragments.correction import correction_section, correction_text
from lib.fragments.figures import headline, lead
from lib.fragments.legend import status_legend
from lib.fragments.municipality import municipality_head, municipality_lead, unsearched_section, verdict
from lib.fragments.sources import source_items
from lib.fragments.surroundings import groups_around, neighbours_finding
from lib.geography.neighbours import FJORD, neighbours_of
from lib.pages import address
from lib.register.chronicle import chronicle
from lib.register.councils import prizes_of
from lib.register.evidence import evidence_of
from lib.register.former import former_number, mergers, predecessors
from lib.register.published import latest_mapping
from lib.register.reasoning import reasoning_of
from lib.register.register import Register
from lib.register.selection import Selection
from lib.register.shares import figures
from lib.register.status import Definition, Status
from lib.register.suggestions import with_neighbours
from lib.settings import correction_address
from lib.texts import _
from lib.texts.formats import alphabetical, count_of, listing, percent
from lib.texts.words import since_phrase, status_word
from lib.web.answers import Asked, Content, moved, not_found
from lib.web.feeds import feed_path
from lib.web.metadata import Metadata, view_metadata
from lib.web.oembed import oembed_links
from lib.web.places import municipality_name, path_of_county, path_of_municipality, suggested_municipalities
from lib.web.plain import plain_page
from lib.web.resources import Resource
from lib.web.structured_data import breadcrumbs, municipality_graph, register_graph

HTML = "text/html; charset=utf-8"
LIST_PATH = "kommuner"


def municipality_resources() -> list[Resource]:
    """List the municipalities' pages.

    Returns
    -------
    list of Resource
        The page of each, by number and name, and the list of all.
    """
    return [
        Resource("/kommune/", lambda asked: moved(asked.site, "kommune"), summary="The dashboard's page"),
        Resource("/kommune/{place}", _place, summary="What the register knows of a municipality"),
        Resource("/kommuner", _everybody, summary="All municipalities from A to Å"),
    ]


def _place(asked: Asked) -> Content:
    place, register = asked.path["place"], asked.register
    number = place.partition("-")[0]
    if number in register.municipalities.index:
        path = path_of_municipality(register, number)
        return _municipality(asked, number, path) if f"kommune/{place}" == path else moved(asked.site, path)
    former = former_number(number, register.tables.former_numbers)
    if former is None:
        what = _("Ingen kommune har adressen «{place}». En adresse er kommunens nummer og navn.")
        raise not_found(what.format(place=place[:60]), suggested_municipalities(register, place))
    if len(former.successors) == 1:
        return moved(asked.site, path_of_municipality(register, former.successors[0]))
    municipalities = register.at(Selection(asked.today), asked.today)
    chosen = municipalities.loc[list(former.successors)]
    text = _(
        "{number} var nummeret til {old} til og med {year}. Området er siden delt mellom {names}. Velg en av dem."
    ).format(number=former.number, old=former.name, year=former.last_year, names=listing(list(chosen["navn"])))
    body = plain_page(
        "choice.html",
        asked.site,
        path=asked.site.path(f"kommune/{place}"),
        title=_("{name} er delt").format(name=former.name),
        text=text,
        rows=[
            {
                "path": path_of_municipality(register, row.Index),
                "name": row.navn,
                "status": row.status,
                "beside": f"{status_word(row.status).lower()} · {row.fylke}",
            }
            for row in chosen.itertuples()
        ],
    )
    return Content(body, HTML, status=300)


def _municipality(asked: Asked, number: str, path: str) -> Content:
    register, today = asked.register, asked.today
    view, _ignored = read_view(MUNICIPALITY_PAGE, {"kommune": (number,)}, register, today)
    municipalities = register.at(Selection(today), today)
    own, here = municipalities.loc[number], asked.site.path(path)
    evidence = evidence_of(number, register.tables.policy_status, today, Definition.STANDARD, today=today)
    reasoning, prizes = reasoning_of(evidence, today), prizes_of(register.tables, number)
    merged = mergers(number, evidence, register.tables.former_numbers)
    moments = chronicle(evidence, merged, prizes)
    body = plain_page(
        "municipality.html",
        asked.site,
        path=here,
        title=municipality_name(register, number),
        metadata=_metadata(asked, view, path, number, evidence),
        number=number,
        own=own,
        way=[
            (_("Fylker"), address("fylker")),
            (own["fylke"], address(path_of_county(register, own["fylkesnummer"]))),
        ],
        head=municipality_head(own),
        introduction=municipality_lead(number, own, address(path_of_county(register, own["fylkesnummer"]))),
        **verdict(own, evidence, reasoning, prizes),
        sources=source_items(evidence, merged, dates=True),
        unsearched=unsearched_section(own["navn"], register.tables.policy_status, here) if evidence.empty else "",
        chronicle=chronicle_table(moments, int((evidence["known"] == "").sum())) if moments else "",
        predecessors=_predecessors(register, number, evidence),
        neighbours=_neighbours(register, municipalities, number),
        standing=_standing(register, municipalities, own),
        correction=correction_section(
            own["navn"],
            number,
            correction_text(number, own, evidence, reasoning, Definition.STANDARD),
            correction_address(),
            with_script=False,
        ),
        picture=asked.site.path("last-ned/kart/kommune.svg", kommune=number, format="kvadrat"),
        picture_alt=map_alt(register, view),
        dashboard=address("kommune", kommune=number),
        map=address("", kommune=number),
        data=asked.site.path(f"api/v1/municipalities/{number}"),
        feed=asked.site.path(feed_path(number)),
        full_address=asked.site.url(path),
        oembed=oembed_links(asked.site, path, {}, municipality_name(register, number)),
    )
    return Content(body, HTML)


def _metadata(asked: Asked, view: View, path: str, number: str, evidence: pd.DataFrame) -> Metadata:
    register, site = asked.register, asked.site
    own = register.municipalities.loc[number]
    county = path_of_county(register, own["fylkesnummer"])
    name = municipality_name(register, number)
    way = [(_("Fylker"), "fylker"), (own["fylke"], county), (name, path)]
    return view_metadata(
        view,
        register,
        site,
        path=path,
        heading=_("Frivillighetspolitikk i {municipality}").format(municipality=name),
        graph=[
            *municipality_graph(register, site, number, path, county, f"{finding(view, register)}.", evidence["known"]),
            breadcrumbs(site, way),
        ],
    )


def _predecessors(register: Register, number: str, evidence: pd.DataFrame) -> list[dict[str, Any]]:
    """List the former numbers that led here; what sources say of former municipalities stands among the sources."""
    name = register.municipalities.at[number, "navn"]
    told = evidence.loc[evidence["scope"] == "predecessor", "name_in_source"].value_counts()
    return [
        {
            "number": former.number,
            "name": former.name,
            "same": former.name == name,
            "split": len(former.successors) > 1,
            "year": former.last_year,
            "sources": int(told.get(former.name, 0)),
        }
        for former in predecessors(number, register.tables.former_numbers)
    ]


def _neighbours(register: Register, municipalities: pd.DataFrame, number: str) -> dict[str, Any]:
    over = neighbours_of(number, register.tables.neighbours)
    around = municipalities.loc[over.index].assign(over=over)
    rows = [
        {
            "path": path_of_municipality(register, row.Index),
            "name": row.navn,
            "status": row.status,
            "word": status_word(row.status),
            "since": since_phrase(row.status, row.since, row.basis),
            "fjord": row.over == FJORD,
        }
        for row in around.itertuples()
    ]
    rows.sort(key=lambda row: (row["fjord"], alphabetical(row["name"])))
    return {
        "heading": neighbours_finding(around),
        "rows": rows,
        "comparison": address("sammenlign", kommuner=",".join(with_neighbours(register, number))),
    }


def _standing(register: Register, municipalities: pd.DataFrame, own: pd.Series) -> list[dict[str, Any]]:
    links = [address(path_of_county(register, own["fylkesnummer"])), "", address(LIST_PATH)]
    return [
        {
            "name": group.name,
            "link": link,
            "adopted": group.figures.adopted,
            "count": count_of(group.figures.adopted.part, group.figures.adopted.whole),
            "share": percent(group.figures.adopted.ratio or 0),
            "unknown": count_of(group.figures.counts[Status.UNKNOWN], group.figures.total),
        }
        for group, link in zip(groups_around(municipalities, own), links, strict=True)
    ]


def _everybody(asked: Asked) -> Content:
    register, today = asked.register, asked.today
    view, _ignored = read_view("kart", {}, register, today)
    municipalities = register.at(Selection(today), today)
    counted = figures(municipalities)
    body = plain_page(
        "municipalities.html",
        asked.site,
        path=asked.site.path(LIST_PATH),
        title=_("Alle kommuner fra A til Å"),
        metadata=view_metadata(
            view,
            register,
            asked.site,
            path=LIST_PATH,
            heading=_("Frivillighetspolitikk i alle kommuner fra A til Å"),
            graph=[*register_graph(register, asked.site), breadcrumbs(asked.site, [(_("Kommuner"), LIST_PATH)])],
        ),
        head=headline(counted, ""),
        introduction=lead(counted, latest_mapping(register.tables.published_totals, "NO", today)),
        legend=status_legend(counted, bar=False),
        letters=_by_letter(register, municipalities),
        here=asked.site.path(LIST_PATH),
        full_address=asked.site.url(LIST_PATH),
        feed=asked.site.path(feed_path()),
        data=asked.site.path("api/v1/municipalities"),
    )
    return Content(body, HTML)


def _by_letter(register: Register, municipalities: pd.DataFrame) -> list[tuple[str, list[dict[str, Any]]]]:
    rows = [
        {
            "path": path_of_municipality(register, row.Index),
            "name": row.navn,
            "county": row.fylke,
            "status": row.status,
            "word": status_word(row.status),
        }
        for row in municipalities.itertuples()
    ]
    rows.sort(key=lambda row: (alphabetical(row["name"]), row["county"]))
    return [(letter, list(group)) for letter, group in groupby(rows, key=lambda row: row["name"][0])]
