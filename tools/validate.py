"""Checks everything in the data directory: ``python -m tools.validate [directory]``.

Prints every fault of the tables, the boundaries, the data package and its history and exits with 1, or prints a summary
and exits with 0. What is checked is decided in ``lib``.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from lib.geography.boundary_check import check_boundaries
from lib.register import changelog, datapackage
from lib.register.faults import DataFaultsError, Fault, in_directory
from lib.register.tables import DATA_DIRECTORY, Tables, read_all, read_table
from lib.register.version import REGISTER_DATE, REGISTER_VERSION
from lib.texts import _
from lib.texts.formats import number

BOUNDARIES = "kommuner.geojson"


def main(arguments: Sequence[str] | None = None) -> int:
    """Check a data directory and print what was found.

    Parameters
    ----------
    arguments
        The command line without the program's name; None takes it from ``sys.argv``.

    Returns
    -------
    int
        Exit code: 0 when all is well, 1 when there are faults.
    """
    parser = argparse.ArgumentParser(prog="python -m tools.validate", description=_("Kontrollerer dataene."))
    parser.add_argument("directory", nargs="?", type=Path, default=DATA_DIRECTORY, help=_("mappen med dataene"))
    directory: Path = parser.parse_args(arguments).directory
    others = [*_boundary_faults(directory), *_datapackage_faults(directory), *_changelog_faults(directory)]
    other_faults = in_directory(others, directory)
    try:
        tables = read_all(directory)
    except DataFaultsError as error:
        print(DataFaultsError([*error.faults, *other_faults]))
        return 1
    if other_faults:
        print(DataFaultsError(other_faults))
        return 1
    print(_summary(tables))
    return 0


def _boundary_faults(directory: Path) -> list[Fault]:
    try:
        municipalities = read_table("municipalities", directory)
    except DataFaultsError:
        problem = _("grensene er ikke kontrollert, siden municipalities.csv har feil")
        remedy = _("Rett municipalities.csv, og kontroller på nytt")
        return [Fault(BOUNDARIES, None, None, None, remedy, problem)]
    return check_boundaries(directory / BOUNDARIES, municipalities)


def _datapackage_faults(directory: Path) -> list[Fault]:
    path = directory / datapackage.FILE_NAME
    if path.is_file() and path.read_bytes() == datapackage.as_json(directory).encode():
        return []
    problem = _("filen mangler eller svarer ikke til skjemaene og filene")
    return [Fault(path.name, None, None, None, _("Kjør python -m tools.build_datapackage"), problem)]


def _changelog_faults(directory: Path) -> list[Fault]:
    path = directory / changelog.FILE_NAME
    try:
        versions = changelog.read_changelog(path.read_text(encoding="utf-8"))
        if names := _names(directory):
            changelog.check_places(versions, names)
    except FileNotFoundError:
        return [Fault(path.name, None, None, None, _("Skriv hva hver versjon brakte"), _("filen mangler"))]
    except changelog.ChangelogError as error:
        return [Fault(path.name, None, None, None, error.remedy, error.problem)]
    newest = versions[0]
    if (newest.number, newest.day.isoformat()) == (REGISTER_VERSION, REGISTER_DATE):
        return []
    problem = _("den nyeste versjonen er {newest} – {day}, men registeret er {version} – {date}").format(
        newest=newest.number, day=newest.day, version=REGISTER_VERSION, date=REGISTER_DATE
    )
    return [Fault(path.name, None, None, None, _("Skriv hva den nye versjonen brakte"), problem)]


def _names(directory: Path) -> dict[str, str]:
    """Give the names of municipalities and counties; none when their table has faults, which are told of anyway."""
    try:
        table = read_table("municipalities", directory)
    except DataFaultsError:
        return {}
    return dict(zip(table["kommunenummer"], table["navn"], strict=True)) | dict(
        zip(table["fylkesnummer"], table["fylke"], strict=True)
    )


def _summary(tables: Tables) -> str:
    return _(
        "Dataene er i orden: {municipalities} kommuner med grenser, {observations} observasjoner av kommuner "
        "og {county_observations} av fylkeskommuner, {totals} publiserte tall. Versjon {version}."
    ).format(
        municipalities=number(len(tables.municipalities)),
        observations=number(len(tables.policy_status)),
        county_observations=number(len(tables.county_policy_status)),
        totals=number(len(tables.published_totals)),
        version=REGISTER_VERSION,
    )


if __name__ == "__main__":
    sys.exit(main())
