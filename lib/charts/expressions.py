"""Numbers in axes and tooltips as readers of the language spoken expect them, in Vega's own language."""

from lib.texts.language import Language, language


def percent_expression(share: str, decimals: int = 0) -> str:
    """Write a share as per cent.

    Parameters
    ----------
    share
        Expression for a share, 0 to 1.
    decimals
        How many decimals to show.

    Returns
    -------
    str
        Expression for a text, for instance ``"18,4 %"``, or ``"18.4%"`` in English.
    """
    written = f"format({share} * 100, '.{decimals}f')"
    if language() == Language.ENGLISH:
        return f"{written} + '%'"
    return (f"replace({written}, '.', ',')" if decimals else written) + " + '\u00a0%'"
