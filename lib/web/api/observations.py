"""The fields of observations: what sources said of municipalities and of county councils."""

from dataclasses import replace

import pandas as pd

from lib.register.evidence import known_date
from lib.web.api.fields import Field, derived_fields, table_fields


def observation_fields() -> tuple[Field, ...]:
    """Declare the fields of an observation of a municipality."""
    return (*table_fields("policy_status"), *derived_fields("known"))


def council_fields() -> tuple[Field, ...]:
    """Declare the fields of an observation of a county council; Oslo's are those of the municipality."""
    own = {field.name: field for field in table_fields("county_policy_status")}
    of_cities = {field.name: field for field in table_fields("policy_status")}
    shared = [field for name, field in own.items() if name in of_cities]
    scopes = {**of_cities["scope"].codes, **own["scope"].codes}
    scope = replace(own["scope"], schema={"type": "string", "enum": list(scopes)}, codes=scopes)
    return (*(scope if field.name == "scope" else field for field in shared), *derived_fields("known"))


def with_known(observations: pd.DataFrame) -> pd.DataFrame:
    """Add the date at which each observation was known.

    Parameters
    ----------
    observations
        Rows of ``policy_status`` or ``county_policy_status``.

    Returns
    -------
    pandas.DataFrame
        With ``known``.
    """
    return observations.assign(known=known_date(observations))
