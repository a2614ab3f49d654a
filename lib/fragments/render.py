"""The template environment: escaping on, formats and translation at hand."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from lib.pages import address
from lib.texts import _, formats, ngettext, words


@cache
def environment() -> Environment:
    """Give the environment that every template is filled in with."""
    environment = Environment(
        loader=PackageLoader("lib.fragments"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    environment.install_gettext_callables(_, ngettext, newstyle=True)  # type: ignore[attr-defined]
    environment.globals["address"] = address
    environment.filters |= {
        "number": formats.number,
        "percent": formats.percent,
        "partial_date": formats.partial_date,
        "status_word": words.status_word,
        "status_meaning": words.status_meaning,
        "status_class": lambda status: status.replace("_", "-"),
        "confidence_word": words.confidence_word,
        "document_type_word": words.document_type_word,
    }
    return environment


def render(template: str, **values: object) -> str:
    """Fill in a template.

    Parameters
    ----------
    template
        File name below ``lib/fragments/templates``.
    **values
        What the template names; texts are escaped.

    Returns
    -------
    str
        HTML.

    Raises
    ------
    jinja2.UndefinedError
        When the template names a value that is not given.
    """
    return environment().get_template(template).render(**values)
