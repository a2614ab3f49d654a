"""Writes ``data/datapackage.json`` from the schemas and the files: ``python -m tools.build_datapackage``.

It refuses when a file has changed and the version has not.
"""

import sys
from pathlib import Path

from lib.register import datapackage
from lib.register.tables import DATA_DIRECTORY
from lib.register.version import REGISTER_VERSION
from lib.texts import _
from lib.texts.formats import listing


def main(directory: Path = DATA_DIRECTORY) -> int:
    """Write the descriptor.

    Parameters
    ----------
    directory
        Where the data files are.

    Returns
    -------
    int
        Exit code: 0 when it is written, 1 when the data have changed without a new version.
    """
    path = directory / datapackage.FILE_NAME
    changed = datapackage.changed_files(directory)
    if changed:
        print(
            _(
                "Endret siden versjon {version}: {files}. Gi registeret en ny versjon i lib/register/version.py, skriv "
                "hva som er nytt, i data/CHANGELOG.md, og kjør kommandoen på nytt."
            ).format(version=REGISTER_VERSION, files=listing(changed))
        )
        return 1
    path.write_text(datapackage.as_json(directory), encoding="utf-8", newline="\n")
    print(_("Skrev {path}.").format(path=path))
    return 0


if __name__ == "__main__":
    sys.exit(main())
