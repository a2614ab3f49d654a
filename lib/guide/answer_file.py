"""The file that a self-assessment is saved in: JSON by the schema beside this module, written and read back.

A file comes from wherever a visitor has kept it. What is wrong with it is told in words; what this version of the guide
does not know is reported and kept, so that saving it again loses nothing.
"""

import json
from collections.abc import Collection
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from jsonschema import Draft202012Validator, ValidationError

from lib.guide.assessment import Answer, Assessment, Respondent
from lib.texts import _, ngettext
from lib.texts.assessment import quoted
from lib.texts.formats import day, listing, number

FORMAT, VERSION = "frivillighetspolitikk/egenvurdering", 1
# In bytes. A whole assessment takes about 2 000.
LARGEST = 100_000
EARLIEST = date(2000, 1, 1)

_OWN = ("format", "versjon", "dato", "kommunenummer", "besvart_av", "svar")
_NAMED_FAULTS = 5


class AnswerFileError(ValueError):
    """A file that cannot be used; the message says what is wrong and how to mend it."""


class Reading(NamedTuple):
    """What a file holds.

    Attributes
    ----------
    assessment
        The assessment.
    unknown
        Keys in the file that this version of the guide does not know.
    """

    assessment: Assessment
    unknown: tuple[str, ...]


def write_answers(assessment: Assessment) -> bytes:
    """Write an assessment as a file.

    Parameters
    ----------
    assessment
        The assessment.

    Returns
    -------
    bytes
        JSON in UTF-8 that :func:`read_answers` gives the same assessment from.
    """
    content = {
        "format": FORMAT,
        "versjon": VERSION,
        "dato": assessment.on.isoformat(),
        "kommunenummer": assessment.municipality,
        "besvart_av": assessment.respondent,
        "svar": dict(assessment.answers),
        **assessment.others,
    }
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def read_answers(text: str, known: Collection[str], today: date) -> Reading:
    """Read a file.

    Parameters
    ----------
    text
        Its content.
    known
        Keys of the statements that the guide has.
    today
        The present day; no assessment is later.

    Returns
    -------
    Reading
        The assessment, and what is not known here.

    Raises
    ------
    AnswerFileError
        When it is too large, no JSON, cut off, of another kind, newer than this version, or holds values that cannot
        be.
    """
    content = _parsed(text)
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise AnswerFileError(_("Filen er ikke en egenvurdering herfra. Velg en fil som du har lagret på denne siden."))
    version = content.get("versjon")
    if isinstance(version, int | float) and version > VERSION:
        raise AnswerFileError(
            _(
                "Filen er laget med en nyere utgave av egenvurderingen ({version}) enn denne siden kjenner ({known}). "
                "Åpne den på nettstedet der den ble lagret."
            ).format(version=version, known=VERSION)
        )
    faults = sorted(_validator().iter_errors(content), key=lambda error: list(map(str, error.absolute_path)))
    if faults:
        raise AnswerFileError(_told(list(dict.fromkeys(_in_words(fault) for fault in faults))))
    on = date.fromisoformat(content["dato"])
    if not EARLIEST <= on <= today:
        raise AnswerFileError(
            _told(
                [
                    _("«dato» er {date}, men må være fra {first} til {last}").format(
                        date=content["dato"], first=day(EARLIEST), last=day(today)
                    )
                ]
            )
        )
    answers = {key: Answer(value) for key, value in content["svar"].items()}
    respondent = content.get("besvart_av")
    others = {key: value for key, value in content.items() if key not in _OWN}
    unknown = (*others, *(key for key in answers if key not in known))
    return Reading(
        Assessment(on, content.get("kommunenummer"), Respondent(respondent) if respondent else None, answers, others),
        unknown,
    )


def too_large(size: int) -> str:
    """Say that a file is too large.

    Parameters
    ----------
    size
        How many bytes it has.
    """
    return _(
        "Filen er på {size} kB. En egenvurdering er aldri større enn {largest} kB, så dette er nok en annen fil."
    ).format(size=number(-(-size // 1000)), largest=number(LARGEST // 1000))


def _parsed(text: str) -> Any:
    text = text.removeprefix("\ufeff")
    if len(encoded := text.encode("utf-8", "replace")) > LARGEST:
        raise AnswerFileError(too_large(len(encoded)))
    if not text.strip():
        raise AnswerFileError(_("Filen er tom."))
    try:
        content = json.loads(text, object_pairs_hook=_once)
        # What cannot be written again cannot be kept.
        json.dumps(content, ensure_ascii=False).encode()
    except json.JSONDecodeError as error:
        if error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated"):
            raise AnswerFileError(
                _("Filen er avkuttet: slutten mangler. Hent den på nytt fra der den ble lagret.")
            ) from error
        raise AnswerFileError(
            _(
                "Filen kan ikke leses som JSON. Feilen er i linje {line}, tegn {column}. Er det filen som ble lagret "
                "som «egenvurdering … .json»?"
            ).format(line=number(error.lineno), column=number(error.colno))
        ) from error
    except AnswerFileError:
        raise
    except (ValueError, RecursionError) as error:
        raise AnswerFileError(
            _("Filen har innhold som ingen egenvurdering har. Velg en fil som du har lagret på denne siden.")
        ) from error
    return content


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _value in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise AnswerFileError(_told([_("«{name}» står to ganger").format(name=_short(twice))]))
    return found


@cache
def _validator() -> Draft202012Validator:
    schema = json.loads((files("lib.guide") / "egenvurdering.schema.json").read_bytes())
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def _told(faults: list[str]) -> str:
    named = [f"{fault}." for fault in faults[:_NAMED_FAULTS]]
    left = len(faults) - len(named)
    if left:
        named.append(ngettext("Det er {count} feil til.", "Det er {count} feil til.", left).format(count=number(left)))
    return _("Filen kan ikke brukes: {faults}").format(faults=" ".join(named))


def _in_words(error: ValidationError) -> str:
    if error.validator == "required":
        missing = [quoted(name) for name in error.validator_value if name not in error.instance]
        return _("{names} mangler").format(names=listing(missing))
    path = [str(part) for part in error.absolute_path]
    if path == ["svar"] and isinstance(error.instance, str):
        return _("«{key}» i «svar» er ikke nøkkelen til en påstand").format(key=_short(error.instance))
    expected = {
        "versjon": str(VERSION),
        "dato": _("en dato, for eksempel {example}").format(example="2026-11-24"),
        "kommunenummer": _("fire sifre i anførselstegn, eller null"),
        "besvart_av": _("{values} eller null").format(values=", ".join(Respondent)),
        "svar": _("svarene i krøllparentes"),
    }[path[0]]
    if len(path) > 1:
        expected = listing([answer.value for answer in Answer], any_of=True)
    return _("«{name}» er «{value}», men skal være {expected}").format(
        name=_short("/".join(path)), value=_short(error.instance), expected=expected
    )


def _short(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 40 else text[:39] + "…"
