"""The self-assessment as two A4 pages for the papers of a council meeting.

They are made from what a visitor has in the session, and kept nowhere.
"""

from datetime import date
from io import BytesIO

from pypdf import PdfWriter

from lib.exports.assessment_pages import Assessed, answers_page, profile_page
from lib.exports.rendering import to_pdf
from lib.guide.assessment import Assessment
from lib.guide.recommendations import recommendations
from lib.guide.scoring import compare, results
from lib.pages import address
from lib.register.register import Register
from lib.texts.slugs import slug


def file_stem(assessment: Assessment, register: Register) -> str:
    """Name the files of an assessment, without their ending.

    Parameters
    ----------
    assessment
        The assessment.
    register
        The names of the municipalities.

    Returns
    -------
    str
        For instance ``"egenvurdering_bergen_2026-11-24"``; the same in every language.
    """
    name = [slug(register.municipalities.at[assessment.municipality, "navn"])] if assessment.municipality else []
    return "_".join(["egenvurdering", *name, assessment.on.isoformat()])


def assessment_pages(
    assessment: Assessment, earlier: Assessment | None, register: Register, today: date, root: str
) -> tuple[str, str]:
    """Set the two pages.

    Parameters
    ----------
    assessment
        The assessment. Its municipality is one of the register.
    earlier
        The one to compare with; None for none.
    register
        The register, for the municipality's status.
    today
        The present day, at which the status holds.
    root
        Full address of the site, with a slash at the end.

    Returns
    -------
    tuple of str
        SVG documents, the profile and the answers.
    """
    scored = results(recommendations(), assessment.answers)
    compared = compare(scored, results(recommendations(), earlier.answers)) if earlier else []
    where = root + address("egenvurdering", kommune=assessment.municipality or "")
    assessed = Assessed(assessment, scored, compared, earlier.on if earlier else None, register, today, where)
    return profile_page(assessed), answers_page(assessed)


def assessment_pdf(
    assessment: Assessment, earlier: Assessment | None, register: Register, today: date, root: str
) -> bytes:
    """Make the document.

    Parameters
    ----------
    assessment, earlier, register, today, root
        As for :func:`assessment_pages`.

    Returns
    -------
    bytes
        A PDF of two pages, with title, source and language in its metadata.
    """
    first, second = (to_pdf(page) for page in assessment_pages(assessment, earlier, register, today, root))
    # The first page's file carries the metadata.
    document = PdfWriter(BytesIO(first))
    document.append(BytesIO(second), import_outline=False)
    file = BytesIO()
    document.write(file)
    return file.getvalue()
