"""Rules that concern several columns or several tables at once.

Rules for one column are declared with the column, in ``lib.register.schemas``. Every rule here reports each
row that breaks it, and passes over empty fields.
"""

from collections.abc import Container, Iterator, Mapping

import pandas as pd

from lib.register.dates import first_day, last_day
from lib.register.faults import Fault
from lib.register.schemas import TABLES, ForeignKey
from lib.register.schemas.publications import COUNTRY
from lib.texts import _

# Since 1 January 2024, when Haram left Ålesund (SSB KLASS 131).
MUNICIPALITY_COUNT = 357

Frames = Mapping[str, pd.DataFrame]


def consistency_faults(frames: Frames, whole: Container[str]) -> Iterator[Fault]:
    """Find what does not fit together.

    Parameters
    ----------
    frames
        All tables by name, indexed by line number, typed by their schemas, with fields that break the schema
        left empty.
    whole
        The tables that every row could be read of. What must stand in another table is looked up only when
        that table is whole: else its one fault would be reported over and over.

    Yields
    ------
    Fault
        Naming the file by its last part alone.
    """
    for rule in (_county_numbers, _county_names, _periods, _years, _predecessors, _totals, _levels, _neighbours):
        yield from rule(frames)
    if "municipalities" in whole:
        yield from _municipality_count(frames)
        yield from _areas(frames)
        for name, table in TABLES.items():
            for key in table.foreign_keys:
                yield from _references(name, key, frames)
        if "former_numbers" in whole:
            yield from _numbers_of_2020(frames)


def _differing(
    name: str, column: str, values: pd.Series, expected: pd.Series, allowed: str, **words: str
) -> Iterator[Fault]:
    """Report values other than the expected ones; `allowed` has a place for the right ``{value}``."""
    wrong = (values != expected) & (values != "") & (expected != "")
    for row, value, right in zip(_rows(wrong), values[wrong], expected[wrong], strict=True):
        yield Fault(f"{name}.csv", row, column, value, allowed.format(value=right, **words))


def _rows(wrong: pd.Series) -> list[int]:
    return wrong.index[wrong.fillna(False).astype(bool)].tolist()


def _municipality_count(frames: Frames) -> Iterator[Fault]:
    numbers = frames["municipalities"]["kommunenummer"]
    count = numbers[numbers != ""].nunique()
    if count != MUNICIPALITY_COUNT:
        problem = _("filen har {count} gyldige kommunenumre").format(count=count)
        remedy = _("Den skal ha {count}, hvert én gang").format(count=MUNICIPALITY_COUNT)
        yield Fault("municipalities.csv", None, "kommunenummer", str(count), remedy, problem)


def _county_numbers(frames: Frames) -> Iterator[Fault]:
    municipalities = frames["municipalities"]
    begins = municipalities["kommunenummer"].str[:2]
    allowed = _("{value}, som kommunenummeret begynner med")
    yield from _differing("municipalities", "fylkesnummer", municipalities["fylkesnummer"], begins, allowed)


def _county_names(frames: Frames) -> Iterator[Fault]:
    """Check that a county has one name, the one that most of its rows give, and that no two share it."""
    municipalities = frames["municipalities"]
    named = municipalities[(municipalities["kommunenummer"] != "") & (municipalities["fylke"] != "")]
    number, name = named["kommunenummer"].str[:2], named["fylke"]
    usual = name.groupby(number).agg(lambda names: names.mode().iloc[0])
    allowed = _("{value}, som fylket heter i andre rader")
    yield from _differing("municipalities", "fylke", name, number.map(usual), allowed)
    for second in usual.index[usual.duplicated()]:
        row = int(number.index[number == second][0])
        first = usual.index[usual == usual[second]][0]
        problem = _("fylke {first} og fylke {second} har samme navn").format(first=first, second=second)
        yield Fault("municipalities.csv", row, "fylke", usual[second], _("Gi dem hvert sitt"), problem)


def _periods(frames: Frames) -> Iterator[Fault]:
    for name in ("policy_status", "county_policy_status"):
        frame = frames[name]
        both = frame[(frame["valid_from"] != "") & (frame["valid_to"] != "")]
        for row, start, end in zip(both.index.tolist(), both["valid_from"], both["valid_to"], strict=True):
            if last_day(end) < first_day(start):
                allowed = _("{start} eller senere, som valid_from").format(start=start)
                yield Fault(f"{name}.csv", row, "valid_to", end, allowed)


def _years(frames: Frames) -> Iterator[Fault]:
    former = frames["former_numbers"]
    for row in _rows(former["seen_to"] < former["seen_from"]):
        allowed = _("{start} eller senere, som seen_from").format(start=former.at[row, "seen_from"])
        yield Fault("former_numbers.csv", row, "seen_to", str(former.at[row, "seen_to"]), allowed)


def _predecessors(frames: Frames) -> Iterator[Fault]:
    allowed = _("navnet på den tidligere kommunen eller fylkeskommunen, siden scope er predecessor")
    for name in ("policy_status", "county_policy_status"):
        frame = frames[name]
        for row in _rows((frame["scope"] == "predecessor") & (frame["name_in_source"] == "")):
            yield Fault(f"{name}.csv", row, "name_in_source", "", allowed)


def _totals(frames: Frames) -> Iterator[Fault]:
    # A total that is wrong for its county stands as printed; a part above its whole is a misprint of ours.
    totals = frames["published_totals"]
    for column in ("n_with_policy", "n_in_progress"):
        for row in _rows(totals[column] > totals["n_total"]):
            allowed = _("høyst {total}, som n_total").format(total=totals.at[row, "n_total"])
            yield Fault("published_totals.csv", row, column, str(totals.at[row, column]), allowed)


def _levels(frames: Frames) -> Iterator[Fault]:
    totals = frames["published_totals"]
    coded = totals[totals["area_code"] != ""]
    level = (coded["area_code"] == COUNTRY).map({True: "country", False: "county"})
    allowed = _("{value}, etter area_code")
    yield from _differing("published_totals", "area_level", coded["area_level"], level, allowed)


def _neighbours(frames: Frames) -> Iterator[Fault]:
    """Check that nobody is its own neighbour, and that neighbours are neighbours both ways, over the same."""
    neighbours = frames["neighbours"]
    named = neighbours[(neighbours["kommunenummer"] != "") & (neighbours["nabo"] != "")]
    over = dict(zip(zip(named["kommunenummer"], named["nabo"], strict=True), named["over"], strict=True))
    for row, one, other, way in zip(
        named.index.tolist(), named["kommunenummer"], named["nabo"], named["over"], strict=True
    ):
        if one == other:
            yield Fault("neighbours.csv", row, "nabo", other, _("en annen kommune enn {number}").format(number=one))
        elif (other, one) not in over:
            problem = _("{one} har {other} som nabo, men {other} har ikke {one}").format(one=one, other=other)
            yield Fault("neighbours.csv", row, "nabo", other, _("Kjør python -m tools.build_neighbours"), problem)
        elif way and over[other, one] and way != over[other, one]:
            allowed = _("{over}, som i raden den andre veien").format(over=over[other, one])
            yield Fault("neighbours.csv", row, "over", way, allowed)


def _areas(frames: Frames) -> Iterator[Fault]:
    municipalities = frames["municipalities"]
    known = ["", COUNTRY, *municipalities["kommunenummer"], *municipalities["fylkesnummer"]]
    allowed = _("NO eller et nummer i municipalities.csv")
    for name in ("published_totals", "awards", "milestones"):
        codes = frames[name]["area_code"]
        for row in _rows(~codes.isin(known)):
            yield Fault(f"{name}.csv", row, "area_code", codes[row], allowed)


def _references(name: str, key: ForeignKey, frames: Frames) -> Iterator[Fault]:
    """Report numbers that the other table lacks, and names that are not the number's name there."""
    frame, other, file = frames[name], frames[key.table], f"{key.table}.csv"
    numbers, there = frame[key.columns[0]], other[key.references[0]]
    allowed = _("et nummer i kolonnen {column} i {file}").format(column=key.references[0], file=file)
    for row in _rows(~numbers.isin(there) & (numbers != "")):
        yield Fault(f"{name}.csv", row, key.columns[0], numbers[row], allowed)
    for column, column_there in zip(key.columns[1:], key.references[1:], strict=True):
        names = dict(zip(there, other[column_there], strict=True))
        allowed = _("{value}, som i {file}")
        yield from _differing(name, column, frame[column], numbers.map(names).fillna(""), allowed, file=file)


def _numbers_of_2020(frames: Frames) -> Iterator[Fault]:
    municipalities, former = frames["municipalities"], frames["former_numbers"]
    leads = set(zip(former["former_number"], former["kommunenummer"], strict=True))
    columns = municipalities["kommunenummer_2020"], municipalities["kommunenummer"]
    for row, then, now in zip(municipalities.index.tolist(), *columns, strict=True):
        if then and now and then != now and (then, now) not in leads:
            allowed = _("{now}, eller et nummer som fører til {now} i former_numbers.csv").format(now=now)
            yield Fault("municipalities.csv", row, "kommunenummer_2020", then, allowed)
