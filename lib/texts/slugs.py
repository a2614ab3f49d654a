"""Names as they stand in addresses and file names."""

from slugify import slugify


def slug(name: str) -> str:
    """Write a name in small letters a to z, digits and hyphens.

    Parameters
    ----------
    name
        A name, Norwegian, Sámi or Kven.

    Returns
    -------
    str
        For instance ``"more-og-romsdal"`` or ``"gaivuotna"``: ø becomes o, æ ae and å a.
    """
    return slugify(name, replacements=(("ø", "o"), ("Ø", "o"), ("æ", "ae"), ("Æ", "ae"), ("å", "a"), ("Å", "a")))
