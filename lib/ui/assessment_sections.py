"""The parts of the self-assessment page: who answers, the statements, the profile and the files."""

from datetime import date

import streamlit as st

from lib.charts.profile import profile_chart, profile_chart_alt
from lib.charts.spec import self_contained
from lib.exports.assessment import assessment_pdf, file_stem
from lib.fragments.assessment import (
    assessment_findings,
    assessment_table,
    file_notice,
    profile_summary,
    recommendation_head,
)
from lib.fragments.render import render
from lib.guide.answer_file import EARLIEST, LARGEST, write_answers
from lib.guide.assessment import Answer, Assessment, Respondent, answer_key
from lib.guide.recommendations import recommendations
from lib.guide.scoring import Comparison, Result, compare, results
from lib.register.register import Register
from lib.texts import _
from lib.texts.assessment import answer_word, respondent_word
from lib.texts.language import language, speaking
from lib.ui import assessment_state as state
from lib.ui.frame import site_root
from lib.ui.read_file import file_field


def about(register: Register, today: date) -> None:
    """Ask which municipality is assessed, when, and by whom.

    Parameters
    ----------
    register
        The municipalities to choose from.
    today
        The present day, the latest date.
    """
    names = register.municipalities["offisielt_navn"].str.replace(" - ", " – ")
    counties = register.municipalities["fylke"]
    place, when, who = st.columns([4, 2, 3], gap="medium")
    with place:
        st.selectbox(
            _("Kommune"),
            list(register.municipalities.index),
            index=None,
            format_func=lambda number: f"{names[number]}, {counties[number]}",
            key=state.ABOUT,
            placeholder=_("Velg kommune"),
            persist_state="session",
        )
    with when:
        st.date_input(
            _("Dato"), min_value=EARLIEST, max_value=today, key=state.ON, format="DD.MM.YYYY", persist_state="session"
        )
    with who:
        st.segmented_control(
            _("Hvem svarer?"),
            list(Respondent),
            format_func=respondent_word,
            key=state.RESPONDENT,
            width="stretch",
            persist_state="session",
        )


def files(register: Register, today: date) -> None:
    """Let the visitor go on from a file, and compare with one from before.

    Parameters
    ----------
    register
        The municipalities there are and were.
    today
        The present day.
    """
    spoken = language()

    # A callback runs before the page has told which language it speaks.
    def open_own() -> None:
        with speaking(spoken):
            state.open_own(register, today)

    def open_earlier() -> None:
        with speaking(spoken):
            state.open_earlier(today)

    own, earlier = st.columns(2, gap="large")
    with own:
        file_field(_("Fortsett fra en lagret fil"), LARGEST, state.OWN_FILE, open_own)
        _told(state.OWN_FILE)
    with earlier:
        file_field(_("Sammenlign med en tidligere fil"), LARGEST, state.EARLIER_FILE, open_earlier)
        _told(state.EARLIER_FILE)


def _told(key: str) -> None:
    if told := state.notice(key):
        st.html(file_notice(told.message, told.details, fault=told.fault))


def statements() -> None:
    """Show the statements of each recommendation, with the answers to choose from."""
    for index, each in enumerate(recommendations(), 1):
        with st.container(key=f"rad_{each.key}"):
            st.html(recommendation_head(index, each))
            for statement in each.statements:
                st.segmented_control(
                    statement.text,
                    list(Answer),
                    format_func=answer_word,
                    key=state.widget_key(answer_key(each, statement)),
                    wrap=True,
                    persist_state="session",
                )


class Profile:
    """The results of the answers, and of those to compare with.

    Parameters
    ----------
    assessment
        The answers.
    earlier
        Those to compare with.
    """

    def __init__(self, assessment: Assessment, earlier: Assessment | None):
        self.assessment = assessment
        self.earlier = earlier
        self.results: list[Result] = results(recommendations(), assessment.answers)
        self.compared: list[Comparison] = (
            compare(self.results, results(recommendations(), earlier.answers)) if earlier else []
        )

    @property
    def before(self) -> date | None:
        """The date of the earlier assessment."""
        return self.earlier.on if self.earlier else None


def profile(shown: Profile) -> None:
    """Draw the profile and say what it shows.

    Parameters
    ----------
    shown
        The results.
    """
    st.html(f'<h2 class="subject">{_("Profilen")}</h2>' + profile_summary(shown.results, shown.before))
    chart = profile_chart(shown.results, shown.compared, st.context.theme.type or "light")
    st.vega_lite_chart(
        spec=self_contained(chart), theme=None, alt=profile_chart_alt(shown.results, shown.compared), key="profil"
    )


def findings(shown: Profile) -> None:
    """List strengths, gaps and next steps, and show the figures.

    Parameters
    ----------
    shown
        The results.
    """
    st.html(f'<h2 class="section">{_("Styrker, mangler og neste steg")}</h2>' + assessment_findings(shown.results))
    st.html(assessment_table(shown.results, shown.compared, shown.before))


def take_away(shown: Profile, register: Register, today: date) -> None:
    """Offer the answers as a file, and the two pages for a meeting.

    Parameters
    ----------
    shown
        The results.
    register
        The register, for the municipality's status.
    today
        The present day.
    """
    assessment, spoken, root = shown.assessment, language(), site_root()
    stem = file_stem(assessment, register)

    def made() -> bytes:
        # Made when asked for, in a thread that speaks no language yet.
        with speaking(spoken):
            return assessment_pdf(assessment, shown.earlier, register, today, root)

    nothing = not assessment.answers
    with st.container(key="ta_med_svarene"):
        st.download_button(
            _("Hent to sider til saken (PDF)"),
            made,
            f"{stem}.pdf",
            "application/pdf",
            key="hent_pdf",
            on_click="ignore",
            type="primary",
            disabled=nothing,
            width="stretch",
        )
        st.download_button(
            _("Lagre svarene i en fil"),
            write_answers(assessment),
            f"{stem}.json",
            "application/json",
            key="lagre_svarene",
            on_click=state.saved,
            args=(assessment,),
            disabled=nothing,
            width="stretch",
        )
        st.button(
            _("Fjern alle svar"), key="fjern_svarene", on_click=state.clear, args=(today,), type="tertiary",
            disabled=nothing and shown.earlier is None, width="stretch",
        )  # fmt: skip
    st.html(render("assessment_saved.html", saved=state.is_saved(assessment), nothing=nothing))
