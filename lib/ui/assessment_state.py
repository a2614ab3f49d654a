"""The state of the self-assessment: answers in the session and nowhere else, read from files and written to them.

Each answer is the value of its widget, which Streamlit keeps for as long as the session lasts, on other pages too.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

import streamlit as st

from lib.guide.answer_file import LARGEST, AnswerFileError, Reading, read_answers, too_large
from lib.guide.assessment import Answer, Assessment, Respondent, answer_key
from lib.guide.recommendations import recommendations
from lib.register.address import MUNICIPALITY, Ignored, Parameters
from lib.register.former import Reading as FoundMunicipality
from lib.register.former import read_municipality
from lib.register.register import Register
from lib.texts import _
from lib.texts.assessment import quoted
from lib.texts.formats import day, listing, number
from lib.ui import address
from lib.ui.read_file import chosen_file

PAGE = "egenvurdering"
ABOUT, ON, RESPONDENT = "vurdert_kommune", "vurdert_dato", "vurdert_av"
OWN_FILE, EARLIER_FILE = "egenvurdering_fil", "egenvurdering_forrige_fil"
_ANSWER = "svar/"
# More unknown keys than this are counted.
_NAMED = 5
_EARLIER, _OTHERS, _NOTICES, _SAVED = (
    "egenvurdering_forrige",
    "egenvurdering_annet",
    "egenvurdering_beskjeder",
    "egenvurdering_lagret",
)


class Notice(NamedTuple):
    """How the reading of a file went.

    Attributes
    ----------
    message
        What happened.
    details
        What could not be used of it.
    fault
        Whether nothing could.
    """

    message: str
    details: tuple[str, ...] = ()
    fault: bool = False


def restore(register: Register, today: date) -> None:
    """Set the municipality from the address, and what has no value yet; answers are never in an address.

    Parameters
    ----------
    register
        The municipalities there are and were.
    today
        The present day.
    """

    def read(parameters: Parameters) -> tuple[dict[str, Any], list[Ignored]]:
        found = _municipality(parameters, register)
        # A link to the page without a municipality leaves the one that was chosen.
        return ({ABOUT: found.number} if found.number else {}), found.ignored

    address.restore(PAGE, read)
    st.session_state.setdefault(ON, today)


def publish() -> list[Ignored]:
    """Write the municipality to the address when the visitor has changed it.

    Returns
    -------
    list of Ignored
        The values in the address that could not be used, as long as they stand there.
    """
    number = st.session_state[ABOUT]
    return address.publish(PAGE, {MUNICIPALITY: number} if number else {}, (MUNICIPALITY,))


def widget_key(key: str) -> str:
    """Give the key of a statement's widget.

    Parameters
    ----------
    key
        As :func:`lib.guide.assessment.answer_key` gives it.
    """
    return _ANSWER + key


def current() -> Assessment:
    """Read the answers; to be called when the widgets have been drawn.

    Returns
    -------
    Assessment
        What the visitor has chosen, and what a file held besides.
    """
    state = st.session_state
    kept: Assessment | None = state.get(_OTHERS)
    given = {key: Answer(state[widget_key(key)]) for key in _keys() if state.get(widget_key(key))}
    return Assessment(
        state[ON],
        state[ABOUT],
        Respondent(state[RESPONDENT]) if state.get(RESPONDENT) else None,
        given | dict(kept.answers if kept else {}),
        kept.others if kept else {},
    )


def earlier() -> Assessment | None:
    """Give the assessment to compare with; None when no file has been chosen for it."""
    return st.session_state.get(_EARLIER)


def notice(key: str) -> Notice | None:
    """Tell how the reading of the last file went.

    Parameters
    ----------
    key
        The field that it was chosen in.
    """
    return st.session_state.get(_NOTICES, {}).get(key)


def is_saved(assessment: Assessment) -> bool:
    """Tell whether the answers stand in a file; those that there are none of need none."""
    return not assessment.answers or st.session_state.get(_SAVED) == assessment


def saved(assessment: Assessment) -> None:
    """Remember that an assessment was saved; to be called in a callback.

    Parameters
    ----------
    assessment
        The assessment.
    """
    st.session_state[_SAVED] = assessment


def open_own(register: Register, today: date) -> None:
    """Take the answers from the file that was chosen; to be called in a callback.

    Parameters
    ----------
    register
        The municipalities there are and were.
    today
        The present day.
    """
    reading = _read(OWN_FILE, today)
    if reading is None:
        return
    found, state = reading.assessment, st.session_state
    keys = _keys()
    for key in keys:
        state[widget_key(key)] = found.answers.get(key)
    state[ON], state[RESPONDENT] = found.on, found.respondent
    state[ABOUT], details = _place(found.municipality, register)
    state[_OTHERS] = Assessment(
        found.on, answers={key: value for key, value in found.answers.items() if key not in keys}, others=found.others
    )
    said = _("Svarene fra {date} er hentet inn.").format(date=day(found.on))
    if unknown := _unknown(reading):
        told = _("Filen har noe som denne siden ikke kjenner: {names}. Det blir med videre når du lagrer.")
        details = (*details, told.format(names=unknown))
    _tell(OWN_FILE, Notice(said, details))
    saved(current())


def open_earlier(today: date) -> None:
    """Compare with the file that was chosen; to be called in a callback.

    Parameters
    ----------
    today
        The present day.
    """
    reading = _read(EARLIER_FILE, today)
    if reading is None:
        return
    st.session_state[_EARLIER] = reading.assessment
    details: tuple[str, ...] = ()
    if unknown := _unknown(reading):
        told = _("Filen har noe som denne siden ikke kjenner, og som ikke er sammenlignet: {names}.")
        details = (told.format(names=unknown),)
    about, compared = st.session_state.get(ABOUT), reading.assessment.municipality
    if about and compared and about != compared:
        details = (_("Filen gjelder en annen kommune, nummer {number}.").format(number=compared), *details)
    said = _("Profilen er sammenlignet med svarene fra {date}.").format(date=day(reading.assessment.on))
    _tell(EARLIER_FILE, Notice(said, details))


def clear(today: date) -> None:
    """Forget all answers and files; to be called in a callback.

    Parameters
    ----------
    today
        The present day.
    """
    state = st.session_state
    for key in _keys():
        state[widget_key(key)] = None
    state[ON], state[RESPONDENT], state[ABOUT] = today, None, None
    for key in (_EARLIER, _OTHERS, _NOTICES, _SAVED):
        state.pop(key, None)


def _keys() -> list[str]:
    return [answer_key(each, statement) for each in recommendations() for statement in each.statements]


def _read(key: str, today: date) -> Reading | None:
    file = chosen_file(key)
    if file is None:
        return None
    try:
        if file.text is None or file.size > LARGEST:
            raise AnswerFileError(too_large(file.size))
        return read_answers(file.text, _keys(), today)
    except AnswerFileError as error:
        told = _("{file} ble ikke brukt, og svarene står som før.").format(
            file=_("«{name}»").format(name=file.name[:80])
        )
        _tell(key, Notice(told, (str(error),), fault=True))
        return None


def _tell(key: str, said: Notice) -> None:
    notices: Mapping[str, Notice] = st.session_state.get(_NOTICES, {})
    st.session_state[_NOTICES] = {**notices, key: said}


def _municipality(parameters: Parameters, register: Register) -> FoundMunicipality:
    return read_municipality(parameters, MUNICIPALITY, register.municipalities.index, register.tables.former_numbers)


def _place(area: str | None, register: Register) -> tuple[str | None, tuple[str, ...]]:
    """Find today's number of the municipality in a file, and say what became of the one that stands there."""
    if area is None:
        return None, ()
    found = _municipality({MUNICIPALITY: [area]}, register)
    if found.number is None:
        return None, (_("Registeret har ingen kommune med nummer {number}. Velg kommune selv.").format(number=area),)
    if found.number != area:
        name = register.municipalities.at[found.number, "navn"]
        return found.number, (
            _("Kommunenummer {number} er ikke lenger i bruk. Nå er det {name}, {new}.").format(
                number=area, name=name, new=found.number
            ),
        )
    return area, ()


def _unknown(reading: Reading) -> str:
    """Name what is not known of a file; empty when all is."""
    named = [quoted(key[:60]) for key in reading.unknown[:_NAMED]]
    if left := len(reading.unknown) - len(named):
        named.append(_("{count} til").format(count=number(left)))
    return listing(named)
