"""The one declaration of the register's tables.

Reading, validation, the data package and the codebook all follow from what is declared here. Rules that
concern several columns or tables at once are in ``lib.register.consistency``.
"""

from lib.register.schemas.division import BOUNDARY_CHANGES, FORMER_NUMBERS, MUNICIPALITIES, NEIGHBOURS
from lib.register.schemas.observations import COUNTY_POLICY_STATUS, POLICY_STATUS
from lib.register.schemas.publications import AWARDS, MILESTONES, PUBLISHED_TOTALS
from lib.register.schemas.table import ForeignKey, Source, Table

__all__ = ["TABLES", "ForeignKey", "Source", "Table"]

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        MUNICIPALITIES,
        FORMER_NUMBERS,
        POLICY_STATUS,
        COUNTY_POLICY_STATUS,
        PUBLISHED_TOTALS,
        AWARDS,
        MILESTONES,
        BOUNDARY_CHANGES,
        NEIGHBOURS,
    )
}
