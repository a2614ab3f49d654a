"""The self-assessment as a script: answers make a profile, stay in the session, and never stand in an address."""

from datetime import date
from functools import partial
from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from lib.guide.answer_file import LARGEST, write_answers
from lib.guide.assessment import Answer, Assessment, Respondent, answer_key
from lib.guide.recommendations import recommendations
from lib.ui import assessment_state as state
from lib.ui.read_file import ReadFile
from tests.ui.opened import address, open_page, text

run = partial(open_page, "egenvurdering")
KEYS = [answer_key(each, statement) for each in recommendations() for statement in each.statements]
SAVED = Assessment(date(2025, 11, 20), "5610", Respondent.ORGANISATIONS, {KEYS[0]: Answer.YES, KEYS[1]: Answer.UNSURE})


def answer(test: AppTest, key: str, given: Answer | None) -> AppTest:
    field = test.button_group(key=state.widget_key(key))
    return field.set_value(given).run()


def test_a_new_visit_has_no_answers():
    said = text(run())
    assert f"Ta stilling til {len(KEYS)} påstander" in said
    assert "Svarene blir ikke lagret her og ikke sendt til noen." in said
    assert f"0 av {len(KEYS)} påstander er besvart." in said
    assert "10 råd har for få svar til å si noe." in said
    assert all(statement.text for each in recommendations() for statement in each.statements)


def test_every_statement_can_be_answered():
    test = run()
    labels = [field.label for field in test.button_group]
    for each in recommendations():
        for statement in each.statements:
            assert statement.text in labels


def test_answers_make_a_profile_and_can_be_taken_back():
    test, first = run(kommune="5610"), recommendations()[0]
    for key in KEYS[: len(first.statements)]:
        answer(test, key, Answer.YES)
    said = text(test)
    assert f"{len(first.statements)} av {len(KEYS)} påstander er besvart. Størst styrke: «{first.short}»." in said
    assert f"{first.title} 3,0" in said
    assert "Svarene er ikke lagret i en fil ennå." in said
    assert address(test) == {"kommune": "5610"}
    answer(test, KEYS[0], None)
    answer(test, KEYS[1], Answer.UNSURE)
    assert f"1 av {len(KEYS)} påstander er besvart. 1 er besvart med «vet ikke»." in text(test)
    test.button(key="fjern_svarene").click().run()
    assert f"0 av {len(KEYS)} påstander er besvart." in text(test)
    assert test.selectbox(key=state.ABOUT).value is None


def test_answers_are_kept_on_other_pages():
    test = run()
    answer(test, KEYS[0], Answer.PARTLY)
    test.switch_page("../../pages/veileder.py").run()
    test.switch_page("../../pages/egenvurdering.py").run()
    assert not test.exception
    assert f"1 av {len(KEYS)} påstander er besvart." in text(test)


@pytest.mark.parametrize(
    ("asked", "number", "ignored"),
    [("4601", "4601", False), ("5437", "5610", False), ("9999", None, True), ("Bergen", None, True)],
)
def test_the_address_chooses_the_municipality(asked, number, ignored):
    test = run(kommune=asked)
    assert test.selectbox(key=state.ABOUT).value == number
    assert (f"kommune={asked}" in text(test)) == ignored
    test.selectbox(key=state.ABOUT).select("0301").run()
    assert address(test) == {"kommune": "0301"}


@pytest.fixture
def session(monkeypatch, today):
    """A session without widgets, and the file that its visitor chooses."""
    values = {state.ON: today, state.ABOUT: None}
    files: dict[str, ReadFile] = {}
    monkeypatch.setattr(state, "st", SimpleNamespace(session_state=values))
    monkeypatch.setattr(state, "chosen_file", files.get)
    return SimpleNamespace(values=values, files=files)


def file(content: bytes | None, size: int = 1000) -> ReadFile:
    return ReadFile("svar.json", size, None if content is None else content.decode())


def test_a_saved_file_gives_the_same_answers(session, register, today):
    session.files[state.OWN_FILE] = file(write_answers(SAVED))
    state.open_own(register, today)
    assert state.current() == SAVED
    assert state.is_saved(state.current())
    assert state.notice(state.OWN_FILE) == state.Notice("Svarene fra 20. november 2025 er hentet inn.")
    session.values[state.widget_key(KEYS[2])] = Answer.NO
    assert not state.is_saved(state.current())
    state.saved(state.current())
    assert state.is_saved(state.current())


def test_what_a_file_has_besides_is_reported_and_kept(session, register, today):
    stranger = Assessment(today, "5437", None, {KEYS[0]: Answer.NO, "ny/pastand": Answer.YES}, {"notat": "Hei"})
    session.files[state.OWN_FILE] = file(write_answers(stranger))
    state.open_own(register, today)
    told = state.notice(state.OWN_FILE)
    assert told.details == (
        "Kommunenummer 5437 er ikke lenger i bruk. Nå er det Karasjok, 5610.",
        "Filen har noe som denne siden ikke kjenner: «notat» og «ny/pastand». Det blir med videre når du lagrer.",
    )
    kept = state.current()
    assert (kept.municipality, kept.answers, kept.others) == ("5610", stranger.answers, stranger.others)


def test_a_faulty_file_changes_nothing(session, register, today):
    session.files[state.OWN_FILE] = file(write_answers(SAVED))
    state.open_own(register, today)
    for wrong, told in ((file(b"{"), "avkuttet"), (file(None, LARGEST + 1), "større enn 100 kB")):
        session.files[state.OWN_FILE] = wrong
        state.open_own(register, today)
        notice = state.notice(state.OWN_FILE)
        assert notice.fault
        assert notice.message == "«svar.json» ble ikke brukt, og svarene står som før."
        assert told in notice.details[0]
        assert state.current() == SAVED


def test_an_earlier_file_is_compared_and_changes_no_answer(session, today):
    session.values[state.ABOUT] = "4601"
    session.files[state.EARLIER_FILE] = file(write_answers(SAVED))
    state.open_earlier(today)
    assert state.earlier() == SAVED
    assert state.current().answers == {}
    assert state.notice(state.EARLIER_FILE).details == ("Filen gjelder en annen kommune, nummer 5610.",)


def test_a_municipality_that_there_is_not(session, register, today):
    session.files[state.OWN_FILE] = file(write_answers(Assessment(today, "9999")))
    state.open_own(register, today)
    assert state.current().municipality is None
    assert "ingen kommune med nummer 9999" in state.notice(state.OWN_FILE).details[0]
