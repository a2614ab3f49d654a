"""Atom feeds of what happens: everything, in one county, or in one municipality (RFC 4287, in pages by RFC 5005)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from feedgen.feed import FeedGenerator

from lib.exports.naming import licence_line
from lib.fragments.render import render
from lib.register.changelog import load_changelog
from lib.register.councils import AGREEMENT
from lib.register.events import Event, EventKind, all_events, events_in, key_of, last_change
from lib.register.former import former_number
from lib.register.former_counties import NAMES, successors
from lib.register.version import REGISTER_VERSION
from lib.texts import _
from lib.texts.events import (
    agreement_title,
    change_text,
    change_title,
    correction_title,
    event_word,
    observation_title,
    observed_text,
)
from lib.texts.formats import listing
from lib.texts.language import language
from lib.texts.slugs import slug
from lib.web.answers import Asked, Content, not_found, unusable
from lib.web.resources import Resource
from lib.web.site import Site

MEDIA_TYPE = "application/atom+xml; charset=utf-8"
PAGE = "side"
# Atom readers fetch the first page; the rest is for those who ask for all.
PAGE_SIZE = 50


@dataclass(frozen=True)
class _Feed:
    """A feed before it is written.

    Attributes
    ----------
    path
        Its address below the application's root.
    title
        What it is about.
    about
        Address of the page that it tells the changes of.
    events
        All of them, the newest first.
    """

    path: str
    title: str
    about: str
    events: Sequence[Event]


def feed_resources() -> list[Resource]:
    """List the feeds.

    Returns
    -------
    list of Resource
        Of everything, of each county and of each municipality.
    """

    def resource(path: str, find: Callable[[Asked], _Feed | Content], summary: str) -> Resource:
        def make(asked: Asked) -> Content:
            found = find(asked)
            return found if isinstance(found, Content) else _written(found, asked)

        return Resource(path, make, parameters=(PAGE,), machine=True, summary=summary)

    return [
        resource("/endringer.atom", _everything, "Atom feed of all changes"),
        resource("/fylke/{number}/endringer.atom", _county, "Atom feed of the changes in a county"),
        resource("/kommune/{number}/endringer.atom", _municipality, "Atom feed of the changes in a municipality"),
    ]


def _events(asked: Asked) -> tuple[Event, ...]:
    return all_events(asked.register, load_changelog(), asked.today)


def _everything(asked: Asked) -> _Feed:
    title = _("Endringer i frivillighetspolitikken i kommunene")
    return _Feed(feed_path(), title, "utvikling", _events(asked))


def _county(asked: Asked) -> _Feed | Content:
    number, names = asked.path["number"], asked.register.county_names
    if number not in names:
        return _moved(asked, "fylke", number, NAMES.get(number, number), successors(asked.register.tables, number))
    municipalities = asked.register.municipalities
    inside = municipalities.index[municipalities["fylkesnummer"] == number]
    title = _("Endringer i frivillighetspolitikken i {place}").format(place=names[number])
    return _Feed(feed_path(number), title, _page(number, asked), events_in(_events(asked), [number, *inside]))


def _municipality(asked: Asked) -> _Feed | Content:
    number, municipalities = asked.path["number"], asked.register.municipalities
    if number not in municipalities.index:
        former = former_number(number, asked.register.tables.former_numbers)
        return _moved(asked, "kommune", number, former.name if former else "", former.successors if former else ())
    title = _("Endringer i frivillighetspolitikken i {place}").format(place=municipalities.at[number, "navn"])
    return _Feed(feed_path(number), title, _page(number, asked), events_in(_events(asked), [number]))


def _moved(asked: Asked, level: str, number: str, name: str, present: Sequence[str]) -> Content:
    """Lead from a former number to today's; where it was split, name those that there are to choose from."""
    if len(present) == 1:
        page = asked.one(PAGE)
        location = asked.site.path(feed_path(present[0]), **({PAGE: page} if page else {}))
        return Content(b"", "text/plain; charset=utf-8", status=308, location=location)
    if present:
        choices = listing([f"{_name(other, asked)} ({other})" for other in present], any_of=True)
        raise not_found(
            _("Nummeret {number} ({name}) er ikke lenger i bruk. Velg {choices}.").format(
                number=number, name=name, choices=choices
            )
        )
    if level == "fylke":
        raise not_found(_("Ingen fylker har nummeret {number}.").format(number=number[:20]))
    raise not_found(_("Ingen kommuner har nummeret {number}.").format(number=number[:20]))


def _name(area: str, asked: Asked) -> str:
    """Name a municipality or a county; empty for no place."""
    if len(area) == 2:
        return asked.register.county_names[area]
    return str(asked.register.municipalities.at[area, "navn"]) if area else ""


def _page(area: str, asked: Asked) -> str:
    """Give the address of a place's own page; the page of changes over time for no place."""
    if not area:
        return "utvikling"
    return f"{'fylke' if len(area) == 2 else 'kommune'}/{area}-{slug(_name(area, asked))}"


def _asked_page(asked: Asked, pages: int) -> int:
    text = asked.one(PAGE) or "1"
    # Numbers of more digits than this are no page, and may be costly to read.
    if not (text.isascii() and text.isdecimal() and len(text) < 6 and 1 <= int(text) <= pages):
        raise unusable(PAGE, text, _("en side fra 1 til {last}").format(last=pages))
    return int(text)


def _written(feed: _Feed, asked: Asked) -> Content:
    site, pages = asked.site, max(1, -(-len(feed.events) // PAGE_SIZE))
    page = _asked_page(asked, pages)

    def address(number: int) -> str:
        return site.url(feed.path, **({PAGE: str(number)} if number > 1 else {}))

    generator = FeedGenerator()
    generator.id(key_of("feed", feed.path).urn)
    generator.title(feed.title)
    generator.subtitle(
        _(
            "Vedtak, fornyelser, utløp, nye observasjoner og rettelser i registeret. Oppgir kilden bare år eller "
            "måned, er tidspunktet satt til den siste dagen, og til den første for arbeid som er i gang. "
            "Observasjoner uten dato i den første utgaven er ikke med."
        )
    )
    generator.author(_author(site))
    generator.generator(_("Frivillighetspolitikk i kommunene"), version=REGISTER_VERSION)
    generator.rights(licence_line())
    generator.language(language().value)
    generator.updated(_moment(last_change(feed.events, load_changelog())))
    others = {"first": 1, "previous": page - 1, "next": page + 1, "last": pages}
    atom = MEDIA_TYPE.partition(";")[0]
    generator.link(href=address(page), rel="self", type=atom)
    generator.link(href=site.url(feed.about), rel="alternate", type="text/html", hreflang=language().value)
    for relation, number in others.items():
        if pages > 1 and 1 <= number <= pages:
            generator.link(href=address(number), rel=relation, type=atom)
    for event in feed.events[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]:
        _tell(event, generator, asked)
    return Content(generator.atom_str(pretty=True), MEDIA_TYPE)


def _author(site: Site) -> dict[str, str]:
    return {"name": _("Register over frivillighetspolitikk i kommunene"), "uri": site.url()}


def _tell(event: Event, generator: FeedGenerator, asked: Asked) -> None:
    entry = generator.add_entry(order="append")
    link = asked.site.url(_page(event.area, asked))
    entry.id(event.key.urn)
    entry.title(_title(event, asked))
    entry.updated(_moment(event.updated))
    entry.published(_moment(event.day))
    entry.link(href=link, rel="alternate", type="text/html", hreflang=language().value)
    entry.category(term=event.kind.value, label=event_word(event.kind))
    observed = event.kind == EventKind.OBSERVED
    body = render(
        "feed_entry.html",
        event=event,
        row=event.observation,
        council=len(event.area) == 2,
        when=observed_text(event.when) if observed else change_text(event.kind, event.basis, event.when),
        place=_name(event.area, asked),
        link=link,
    )
    entry.content(body, type="html")


def _title(event: Event, asked: Asked) -> str:
    place, row = _name(event.area, asked), event.observation
    if event.kind == EventKind.CORRECTED:
        return correction_title(place, event.version)
    if not row:
        return change_title(event.kind, event.basis, place)
    if row["scope"] == "predecessor":
        place = row["name_in_source"]
    if len(event.area) == 2:
        place = _("{county} fylkeskommune").format(county=place)
    told = agreement_title if row["document_type"] == AGREEMENT else observation_title
    return told(row["status"], place, row["source_publisher"])


def _moment(day: date) -> datetime:
    return datetime.combine(day, time(), ZoneInfo("Europe/Oslo"))


def feed_path(area: str = "") -> str:
    """Give the address of a feed below the application's root, for links to it.

    Parameters
    ----------
    area
        A municipality number or a county number; empty for everything.

    Returns
    -------
    str
        For instance ``"kommune/4601/endringer.atom"``.
    """
    if not area:
        return "endringer.atom"
    return f"{'fylke' if len(area) == 2 else 'kommune'}/{area}/endringer.atom"
