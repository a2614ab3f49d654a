"""The two pages of a self-assessment, set as SVG: the profile with what the register says, and all the answers."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

import pandas as pd

from lib.charts.paper import Paper
from lib.charts.profile import profile_chart
from lib.charts.spec import self_contained
from lib.exports.chart_drawing import Drawing, converted
from lib.exports.format import Format
from lib.exports.naming import licence_line, source_line
from lib.exports.sheet import Sheet, compose
from lib.exports.text_blocks import entry, heading, marked, paragraph, stacked
from lib.guide.assessment import Assessment, Respondent
from lib.guide.scoring import Comparison, Result, Verdict, strongest, to_begin_with, weakest
from lib.maps.fills import AREA_LINE, patterns, status_fill
from lib.maps.picture import Picture
from lib.maps.printed import draw_locator
from lib.register.evidence import evidence_of
from lib.register.reasoning import reasoning_of
from lib.register.register import Register
from lib.register.selection import Selection
from lib.register.status import Definition, Status
from lib.svg import QUIET_INK, RULE, element, group, line_of_text
from lib.texts import _, ngettext
from lib.texts.assessment import (
    answer_word,
    answered_by,
    answered_sentence,
    average_words,
    base_words,
    decimal,
    method_note,
    ring_note,
)
from lib.texts.formats import day, number
from lib.texts.language import language
from lib.texts.reasoning import reasoning_sentence
from lib.texts.words import status_word
from lib.typeface import text_width

_FORMAT = Format.POSTER
# Sizes of running text that the second page is tried in, the largest first.
_SIZES = (12.5, 12, 11.5, 11, 10.5, 10, 9.5, 9, 8.5, 8)
_BESIDE = 30.0
_LOWEST_CHART, _HIGHEST_CHART = 260.0, 430.0
_NEXT_STEPS = 3
_GROUND = "registeret"


@dataclass(frozen=True, eq=False)
class Assessed:
    """What the pages show.

    Attributes
    ----------
    assessment
        The assessment.
    results
        What it adds up to.
    compared
        The same with those of an earlier one; empty for none.
    before
        The earlier one's date.
    register, today
        For the municipality's status.
    address
        Where the page is that the assessment was made on.
    """

    assessment: Assessment
    results: Sequence[Result]
    compared: Sequence[Comparison]
    before: date | None
    register: Register
    today: date
    address: str

    @property
    def name(self) -> str:
        """The municipality's name; empty when it is not told."""
        number = self.assessment.municipality
        return self.register.municipalities.at[number, "navn"] if number else ""

    @property
    def title(self) -> str:
        """What the document is called."""
        if self.name:
            return _("Egenvurdering: {municipality} og frivilligheten").format(municipality=self.name)
        return _("Egenvurdering: kommunen og frivilligheten")


def profile_page(assessed: Assessed) -> str:
    """Set the first page: the profile, strengths and gaps, the register's status, and what to begin with.

    Parameters
    ----------
    assessed
        What it shows.

    Returns
    -------
    str
        An SVG document.
    """
    assessment = assessed.assessment
    said = [day(assessment.on) + "."]
    if assessment.respondent:
        said.append(answered_by(assessment.respondent))
    notes = [_own_answers(assessment.respondent)]
    if assessment.municipality:
        notes.append(_("Statusen i registeret bygger på offentlige kilder og er uavhengig av svarene."))
    sheet = Sheet(
        assessed.title,
        " ".join(said),
        source_line(),
        licence_line(boundaries=bool(assessment.municipality)),
        assessment.on,
        (" ".join(notes),),
        assessed.address,
        language=language(),
    )
    return _numbered(compose(sheet, _FORMAT, lambda width, height: _profile(assessed, width, height)), 1)


def answers_page(assessed: Assessed) -> str:
    """Set the second page: every statement with its answer, and next steps for what is not a strength.

    Parameters
    ----------
    assessed
        What it shows.

    Returns
    -------
    str
        An SVG document.
    """
    sheet = Sheet(
        _("Svarene, råd for råd"),
        f"{assessed.title}. {day(assessed.assessment.on)}.",
        source_line(),
        licence_line(),
        assessed.assessment.on,
        (method_note(),),
        assessed.address,
        language=language(),
    )
    return _numbered(compose(sheet, _FORMAT, lambda width, height: _answers(assessed, width, height)), 2)


def _own_answers(respondent: Respondent | None) -> str:
    return {
        Respondent.MUNICIPALITY: _("Svarene er kommunens egne og er ikke kontrollert av andre."),
        Respondent.ORGANISATIONS: _("Svarene er organisasjonenes egne og er ikke kontrollert av andre."),
        None: _("Svarene er ikke kontrollert av andre enn dem som har svart."),
    }[respondent]


def _numbered(page: str, index: int) -> str:
    """Put the number of a page at its upper right."""
    measures = _FORMAT.measures
    size = 0.8 * measures.font
    said = line_of_text(
        _("Side {page} av {pages}").format(page=index, pages=2), measures.width - measures.margin,
        measures.margin + 0.6 * size, size, fill=QUIET_INK, text_anchor="end",
    )  # fmt: skip
    before, end, after = page.rpartition("</svg>")
    return before + said + end + after


def _profile(assessed: Assessed, width: float, height: float) -> str:
    font, results = _FORMAT.font, assessed.results
    said = answered_sentence(
        sum(each.answered for each in results),
        sum(each.unsure for each in results),
        sum(each.total for each in results),
    )
    if assessed.before:
        said += " " + ring_note(day(assessed.before))
    caption, below = paragraph(said, width, 0.9 * font, fill=QUIET_INK), _below(assessed, width, font)
    left = height - caption.height - below.height - 2.1 * font
    high = max(min(left, _HIGHEST_CHART), _LOWEST_CHART)
    spec = self_contained(profile_chart(results, assessed.compared, paper=Paper(width, {}, high)))
    top = stacked([Drawing(converted(spec, width), high), caption], 0.5 * font)
    return top.svg + group(below.svg, y=top.height + 1.6 * font)


def _below(assessed: Assessed, width: float, font: float) -> Drawing:
    """Set what stands below the profile: the findings, the status beside them, and the next steps."""
    part = (width - _BESIDE) / 2
    findings = _findings(assessed.results, part, font)
    status = _status(assessed, part, font)
    high = max(findings.height, status.height)
    rule = element("rect", width=width, height=0.7, fill=RULE)
    beside = Drawing(
        rule + group(findings.svg, y=0.9 * font) + group(status.svg, x=part + _BESIDE, y=0.9 * font), high + 0.9 * font
    )
    steps = to_begin_with(assessed.results, _NEXT_STEPS)
    if not steps:
        return beside
    texts = [marked(f"{each.recommendation.title}: {each.recommendation.next_step}", width, 0.9 * font)
             for each in steps]  # fmt: skip
    begin = stacked([heading(_("Her kan dere begynne"), width, 1.05 * font), *texts], 0.5 * font)
    return stacked([beside, begin], 1.1 * font)


def _findings(results: Sequence[Result], width: float, font: float) -> Drawing:
    size = 0.9 * font
    blocks = []
    for title, found, nothing in (
        (_("Styrker"), strongest(results), _("Ingen av rådene har et snitt på 2 eller mer.")),
        (_("Mangler"), weakest(results), _("Ingen av rådene har et snitt på 1 eller mindre.")),
    ):
        entries = [
            entry(each.recommendation.short, average_words(each.average), width, size, value_width=4.5 * size)
            for each in found
        ]
        told = entries or [paragraph(nothing, width, size, fill=QUIET_INK)]
        blocks.append(stacked([heading(title, width, 1.05 * font), *told], 0.25 * font))
    unknown = sum(each.verdict == Verdict.UNKNOWN for each in results)
    if unknown:
        text = ngettext(
            "{count} råd har for få svar til å si noe.", "{count} råd har for få svar til å si noe.", unknown
        ).format(count=number(unknown))
        blocks.append(paragraph(text, width, size, fill=QUIET_INK))
    return stacked(blocks, 0.7 * font)


def _status(assessed: Assessed, width: float, font: float) -> Drawing:
    """Tell what the register says of the municipality, with its place on the map."""
    area, size = assessed.assessment.municipality, 0.9 * font
    title = heading(_("I registeret"), width, 1.05 * font)
    if area is None:
        text = _("Kommunen er ikke oppgitt, så statusen i registeret står ikke her.")
        return stacked([title, paragraph(text, width, size, fill=QUIET_INK)], 0.25 * font)
    table = assessed.register.at(Selection(assessed.today), assessed.today)
    row = table.loc[area]
    evidence = evidence_of(
        area, assessed.register.tables.policy_status, assessed.today, Definition.STANDARD, today=assessed.today
    )
    locator, across = draw_locator(Picture(table, focus=(area,)), 9.5 * font)
    narrow = width - across - font
    swatch = element(
        "rect", y=0.1 * font, width=1.5 * font, height=1.05 * font, rx=2,
        fill=status_fill(Status(row["status"]), _GROUND), stroke=AREA_LINE, stroke_width=0.6,
    )  # fmt: skip
    word = paragraph(status_word(row["status"]), narrow - 2 * font, 1.05 * font, weight=600, leading=1.2)
    reasoning = reasoning_sentence(**asdict(reasoning_of(evidence, assessed.today)))
    texts = [
        Drawing(swatch + group(word.svg, x=2 * font), max(word.height, 1.3 * font)),
        paragraph(reasoning[:1].upper() + reasoning[1:], narrow, size),
        paragraph(_sources(evidence), narrow, size, fill=QUIET_INK),
        paragraph(_("Status {date}.").format(date=day(assessed.today)), narrow, size, fill=QUIET_INK),
    ]
    told = stacked([title, *texts], 0.35 * font)
    drawn = element("defs", patterns(1, _GROUND)) + told.svg + group(locator, x=width - across)
    return Drawing(drawn, max(told.height, 9.5 * font))


def _sources(evidence: pd.DataFrame) -> str:
    if evidence.empty:
        return _("Ingen kilder.")
    return ngettext(
        "{count} av {total} kilde teller med i statusen.",
        "{count} av {total} kilder teller med i statusen.",
        len(evidence),
    ).format(count=number(int(evidence["counts"].sum())), total=number(len(evidence)))


def _answers(assessed: Assessed, width: float, height: float) -> str:
    """Set the recommendations in two columns, in the largest text that fits."""
    part = (width - _BESIDE) / 2
    left = right = Drawing("", 0.0)
    for size in _SIZES:
        blocks = [_recommendation(index, each, part, size) for index, each in enumerate(assessed.results, 1)]
        gap = 1.1 * size
        halves = [(stacked(blocks[:split], gap), stacked(blocks[split:], gap)) for split in range(1, len(blocks))]
        left, right = min(halves, key=lambda pair: max(each.height for each in pair))
        if max(left.height, right.height) <= height:
            break
    return left.svg + group(right.svg, x=part + _BESIDE)


def _recommendation(index: int, result: Result, width: float, size: float) -> Drawing:
    recommendation = result.recommendation
    base = base_words(result.answered, result.total)
    if result.average is not None:
        base = _("Snitt {average} ({base})").format(average=decimal(result.average), base=base)
    column = max(text_width(answer_word(answer), size, 600) for answer in ("i-stor-grad", "vet-ikke")) + size
    title = paragraph(f"{index}. {recommendation.title}", width, 1.12 * size, weight=700, leading=1.2)
    rule = Drawing(element("rect", width=width, height=0.7, fill=RULE), 0.7)
    blocks = [
        rule,
        title,
        paragraph(base, width, size, fill=QUIET_INK),
        *(
            entry(statement.text, answer_word(answer) if answer else _("Ubesvart"), width, size, value_width=column,
                  quiet=answer is None or answer.points is None)
            for statement, answer in zip(recommendation.statements, result.answers, strict=True)
        ),
    ]  # fmt: skip
    if result.verdict in (Verdict.GAP, Verdict.UNDERWAY):
        blocks.append(marked(_("Neste steg: {step}").format(step=recommendation.next_step), width, size))
    return stacked(blocks, 0.28 * size)
