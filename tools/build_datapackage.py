"""Writes ``data/datapackage.json`` from the schemas: ``python -m tools.build_datapackage``."""

from pathlib import Path

from lib.register import datapackage
from lib.register.tables import DATA_DIRECTORY
from lib.texts import _


def main(directory: Path = DATA_DIRECTORY) -> None:
    """Write the descriptor.

    Parameters
    ----------
    directory
        Where the data files are.
    """
    path = directory / datapackage.FILE_NAME
    path.write_text(datapackage.as_json(), encoding="utf-8", newline="\n")
    print(_("Skrev {path}.").format(path=path))


if __name__ == "__main__":
    main()
