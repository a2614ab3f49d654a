"""Files of answers: what is saved is read back, and what cannot be used is told in words."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.guide.answer_file import FORMAT, LARGEST, AnswerFileError, read_answers, write_answers
from lib.guide.assessment import Answer, Assessment, Respondent, answer_key
from lib.guide.recommendations import recommendations

TODAY = date(2026, 11, 23)
KEYS = [answer_key(each, statement) for each in recommendations() for statement in each.statements]
SAVED = Assessment(
    date(2025, 11, 20),
    "5610",
    Respondent.ORGANISATIONS,
    {KEYS[0]: Answer.YES, KEYS[1]: Answer.UNSURE, KEYS[-1]: Answer.NO},
)


def changed(**values) -> str:
    content = json.loads(write_answers(SAVED))
    content.update(values)
    return json.dumps({name: value for name, value in content.items() if value is not ...}, ensure_ascii=False)


@given(
    st.builds(
        Assessment,
        on=st.dates(date(2000, 1, 1), TODAY),
        municipality=st.none() | st.from_regex(r"[0-9]{4}", fullmatch=True).filter(str.isascii),
        respondent=st.none() | st.sampled_from(Respondent),
        answers=st.dictionaries(st.sampled_from(KEYS), st.sampled_from(Answer)),
    )
)
def test_what_is_saved_is_read_back(assessment):
    reading = read_answers(write_answers(assessment).decode(), KEYS, TODAY)
    assert reading.assessment == assessment
    assert reading.unknown == ()


def test_what_is_not_known_is_reported_and_saved_again():
    text = changed(notat={"fra møtet": "Ærlig á"}, svar={KEYS[0]: "ja", "dialog/ny-pastand": "delvis"})
    reading = read_answers(text, KEYS, TODAY)
    assert reading.unknown == ("notat", "dialog/ny-pastand")
    assert json.loads(write_answers(reading.assessment)) == json.loads(text)


def test_an_editor_may_have_put_a_mark_in_front():
    assert read_answers("\ufeff" + changed(), KEYS, TODAY).assessment == SAVED


def test_every_key_can_stand_in_a_file():
    every = Assessment(TODAY, answers=dict.fromkeys(KEYS, Answer.PARTLY))
    assert len(write_answers(every)) < LARGEST / 10
    assert read_answers(write_answers(every).decode(), KEYS, TODAY).assessment == every


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "Filen er tom"),
        (" \n", "Filen er tom"),
        (write_answers(SAVED).decode()[:150], "avkuttet"),
        (write_answers(SAVED).decode()[:-3], "avkuttet"),
        ("kommune;svar\n5610;ja\n", "linje 1, tegn 1"),
        ("%PDF-1.7\ufffd\ufffd", "linje 1, tegn 1"),
        ("[" * 50_000, "innhold som ingen egenvurdering har"),
        ("9" * 5_000, "innhold som ingen egenvurdering har"),
        (changed()[:-1] + ', "\\ud800": 1}', "innhold som ingen egenvurdering har"),
        ("[]", "ikke en egenvurdering herfra"),
        ('{"type": "FeatureCollection", "features": []}', "ikke en egenvurdering herfra"),
        (changed(format="noe/annet"), "ikke en egenvurdering herfra"),
        (changed(versjon=2), "nyere utgave av egenvurderingen (2)"),
        (changed(versjon=2, svar="på en ny måte"), "nyere utgave av egenvurderingen (2)"),
        (changed(versjon="1"), "«versjon» er «1», men skal være 1"),
        (changed(dato=..., svar=...), "«dato» og «svar» mangler"),
        (changed(dato="2026-02-30"), "«dato» er «2026-02-30», men skal være en dato"),
        (changed(dato="20.11.2025"), "«dato» er «20.11.2025», men skal være en dato"),
        (changed(dato="2026-11-24"), "«dato» er 2026-11-24, men må være fra 1. januar 2000 til 23. november 2026"),
        (changed(dato="1999-12-31"), "må være fra 1. januar 2000"),
        (changed(kommunenummer=301), "«kommunenummer» er «301», men skal være fire sifre"),
        (changed(kommunenummer="301"), "«kommunenummer» er «301», men skal være fire sifre"),
        (changed(besvart_av="ordføreren"), "«besvart_av» er «ordføreren», men skal være kommunen, organisasjonene"),
        (changed(svar=["ja"]), '«svar» er «["ja"]», men skal være svarene i krøllparentes'),
        (changed(svar={KEYS[0]: "kanskje"}), f"«svar/{KEYS[0]}» er «kanskje», men skal være nei, delvis"),
        (changed(svar={KEYS[0]: 3}), f"«svar/{KEYS[0]}» er «3», men skal være nei, delvis"),
        (changed(svar={"<b>": "ja"}), "«<b>» i «svar» er ikke nøkkelen til en påstand"),
        (changed(svar={f"a/{index}": "x" for index in range(8)}), "Det er 3 feil til"),
        ('{"format": "a", "format": "b"}', "«format» står to ganger"),
    ],
)
def test_files_that_cannot_be_used(text, told):
    with pytest.raises(AnswerFileError) as raised:
        read_answers(text, KEYS, TODAY)
    assert told in str(raised.value)
    assert str(raised.value).endswith((".", "?"))


def test_a_huge_file_is_not_parsed():
    text = json.dumps({"format": FORMAT, "fyll": "æ" * (LARGEST // 2)}, ensure_ascii=False)
    assert len(text) < LARGEST < len(text.encode())
    with pytest.raises(AnswerFileError, match=r"Filen er på 101 kB\. En egenvurdering er aldri større enn 100 kB"):
        read_answers(text, KEYS, TODAY)
