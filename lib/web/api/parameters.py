"""Parameters of the API in general: what one may hold, and the faults of an address.

A page passes over what it cannot use and says so; here it is refused, since a program that filters wrongly would
otherwise reckon with wrong figures. Which parameters there are is in ``lib.web.api.filters``.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from lib.register.address import read_date
from lib.register.register import Register
from lib.texts import _
from lib.texts.formats import listing
from lib.web.answers import Asked, FaultyAddressError

PAGE, PAGE_SIZE = "side", "antall"
MOST = 1000
USUAL = 500
# Where the description of the API lists the municipalities' numbers.
NUMBER_SCHEMA = "MunicipalityNumber"
_WHOLE_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_COUNT = re.compile(r"[1-9][0-9]{0,5}")
_SHOWN = 80


@dataclass(frozen=True)
class Parameter:
    """A parameter of the query.

    Attributes
    ----------
    name
        As it stands in the address.
    description
        What it does, in the language spoken.
    example
        A value.
    values
        Gives what may stand there; None where that is no list.
    several
        Whether it may hold several values, separated by commas or repeated.
    largest
        For whole numbers from 1: the highest; 0 for what is no number.
    usual
        What holds when it is missing.
    component
        Whether the list of values is long and stands once in the description.
    """

    name: str
    description: str
    example: str
    values: Callable[[Register], Sequence[str]] | None = None
    several: bool = False
    largest: int = 0
    usual: str = ""
    component: bool = False

    def json_schema(self, register: Register) -> dict[str, Any]:
        """Describe what may stand there.

        Parameters
        ----------
        register
            What there is to choose from.

        Returns
        -------
        dict
            JSON Schema of the parameter's value.
        """
        if self.largest:
            usual = {"default": int(self.usual)} if self.usual else {}
            return {"type": "integer", "minimum": 1, "maximum": self.largest} | usual
        if self.values is None:
            return {"type": "string", "format": "date"}
        if self.component:
            return {"type": "array", "items": {"$ref": f"#/components/schemas/{NUMBER_SCHEMA}"}, "minItems": 1}
        one: dict[str, Any] = {"type": "string", "enum": list(self.values(register))}
        if self.usual:
            one["default"] = self.usual
        return {"type": "array", "items": one, "minItems": 1} if self.several else one

    def allowed(self, asked: Asked) -> str:
        """Say what may stand there, in words.

        Parameters
        ----------
        asked
            The request.

        Returns
        -------
        str
            A phrase for error messages and the documentation.
        """
        if self.largest:
            return _("et helt tall fra 1 til {largest}").format(largest=self.largest)
        if self.values is None:
            return _("en dag fra {first} til {last}, skrevet ÅÅÅÅ-MM-DD").format(
                first=asked.register.earliest.isoformat(), last=asked.today.isoformat()
            )
        if self.component:
            return _("fire sifre, nummeret til en kommune i dag")
        return listing(list(self.values(asked.register)), any_of=True)

    def faults(self, asked: Asked) -> list[str]:
        """List the values in an address that cannot be used.

        Parameters
        ----------
        asked
            The request.

        Returns
        -------
        list of str
            The values as they stand there.
        """
        given = asked.query.get(self.name, ())
        if self.several:
            given = [value for text in given for value in text.split(",")]
        elif len(given) > 1:
            return [", ".join(given)]
        return [value for value in dict.fromkeys(given) if not self._fits(value, asked)]

    def _fits(self, value: str, asked: Asked) -> bool:
        if self.largest:
            return bool(_COUNT.fullmatch(value)) and int(value) <= self.largest
        if self.values is None:
            day, _ignored = read_date({self.name: [value]}, self.name, asked.register.earliest, asked.today)
            return day is not None and bool(_WHOLE_DATE.fullmatch(value))
        return value in self.values(asked.register)


def check(asked: Asked, parameters: Sequence[Parameter]) -> None:
    """Refuse an address with values that cannot be used.

    Parameters
    ----------
    asked
        The request.
    parameters
        The parameters of the resource.

    Raises
    ------
    FaultyAddressError
        With status 400; it names every value and what is allowed in its place.
    """
    told = []
    for parameter in parameters:
        for value in parameter.faults(asked):
            allowed = parameter.allowed(asked)
            text = _("{parameter}={value} kan ikke brukes. Tillatt: {allowed}.").format(
                parameter=parameter.name, value=value[:_SHOWN], allowed=allowed
            )
            told.append({"parameter": parameter.name, "value": value[:_SHOWN], "detail": text})
    if told:
        detail = " ".join(each["detail"] for each in told[:8])
        raise FaultyAddressError(400, _("Adressen kan ikke brukes"), detail, {"errors": told[:50]})
