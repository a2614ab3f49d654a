"""The texts of the self-assessment: what it is, what was answered, and what follows from it."""

from collections.abc import Sequence
from datetime import date

from lib.fragments.render import render
from lib.guide.recommendation import Recommendation
from lib.guide.scoring import Comparison, Result, Verdict, strongest, to_begin_with, weakest
from lib.texts.assessment import (
    answered_sentence,
    base_words,
    change_words,
    decimal,
    findings_sentence,
    method_note,
    ring_note,
    verdict_word,
)
from lib.texts.formats import count_of, day

# More next steps than this are no plan.
NEXT_STEPS = 3


def assessment_lead(statements: int) -> str:
    """Say what the page is for, and where the answers are.

    Parameters
    ----------
    statements
        How many statements there are.
    """
    return render("assessment_lead.html", statements=statements)


def recommendation_head(index: int, recommendation: Recommendation) -> str:
    """Head the statements of a recommendation, with a link to what the guide says of it.

    Parameters
    ----------
    index
        Its number.
    recommendation
        The recommendation.
    """
    return render("assessment_recommendation.html", index=index, recommendation=recommendation)


def file_notice(message: str, details: Sequence[str] = (), *, fault: bool = False) -> str:
    """Tell how the reading of a file went.

    Parameters
    ----------
    message
        What happened.
    details
        What could not be used of it.
    fault
        Whether nothing could.
    """
    return render("assessment_notice.html", message=message, details=details, fault=fault)


def profile_summary(results: Sequence[Result], before: date | None) -> str:
    """Say in words what the profile shows.

    Parameters
    ----------
    results
        The results.
    before
        The date of the earlier assessment; None for none.
    """
    return render(
        "assessment_profile.html",
        answered=progress_words(results),
        findings=findings_words(results),
        rings=ring_note(day(before)) if before else "",
    )


def progress_words(results: Sequence[Result]) -> str:
    """Say how many statements are answered."""
    return answered_sentence(
        sum(each.answered for each in results),
        sum(each.unsure for each in results),
        sum(each.total for each in results),
    )


def findings_words(results: Sequence[Result]) -> str:
    """Name the most marked strengths and gaps; empty where there is neither."""
    named = [
        [each.recommendation.short for each in found[:NEXT_STEPS]] for found in (strongest(results), weakest(results))
    ]
    return findings_sentence(*named)


def assessment_findings(results: Sequence[Result]) -> str:
    """List the strengths, the gaps, and what to begin with.

    Parameters
    ----------
    results
        The results.
    """
    return render(
        "assessment_findings.html",
        strengths=[_item(each) for each in strongest(results)],
        gaps=[_item(each) for each in weakest(results)],
        steps=[each.recommendation for each in to_begin_with(results, NEXT_STEPS)],
        unknown=sum(each.verdict == Verdict.UNKNOWN for each in results),
        method=method_note(),
    )


def assessment_table(results: Sequence[Result], compared: Sequence[Comparison], before: date | None) -> str:
    """Show the figures of the profile.

    Parameters
    ----------
    results
        The results.
    compared
        The same with those of an earlier assessment; empty for none.
    before
        Its date.
    """
    earlier = {each.now.recommendation.key: each for each in compared}
    rows = [
        {
            "index": index,
            "name": each.recommendation.short,
            "average": _figure(each.average),
            "answered": count_of(each.answered, each.total),
            "counted": each.answered,
            "unsure": each.unsure,
            "verdict": verdict_word(each.verdict),
            "compared": _compared(earlier.get(each.recommendation.key)),
        }
        for index, each in enumerate(results, 1)
    ]
    return render("assessment_table.html", rows=rows, before=day(before) if before else "")


def _item(result: Result) -> dict[str, str]:
    base = base_words(result.answered, result.total)
    return {"title": result.recommendation.title, "average": f"{_figure(result.average)} ({base})"}


def _figure(average: float | None) -> str:
    return "–" if average is None else decimal(average)


def _compared(comparison: Comparison | None) -> dict[str, object] | None:
    if comparison is None:
        return None
    return {
        "before": _figure(comparison.before.average),
        "change": change_words(comparison.change),
        "shared": len(comparison.shared),
    }
