"""The dialog that gives the code for showing a view on another site, with a preview of it."""

import math

import streamlit as st

from lib.exports.embeds import Embed, Scheme, embeds_of, frame_code, picture_code
from lib.exports.view import View
from lib.fragments.render import render
from lib.register.register import Register
from lib.texts import _
from lib.ui.frame import base_path, site_root
from lib.ui.language import speak_as_asked

_WHAT, _SCHEME, _HEIGHT = "innebygging_hva", "innebygging_tema", "innebygging_hoyde"
_STEP, _HIGHEST = 20, 1200
_READERS = ""


def embed_button(view: View, register: Register) -> None:
    """Draw the button that opens the dialog.

    Parameters
    ----------
    view
        What the page shows now.
    register
        The register.
    """
    if st.button(_("Bygg inn"), key="bygg_inn", help=_("Vis dette på et annet nettsted, med kode du kan kopiere")):
        st.dialog(_("Bygg inn på et annet nettsted"), width="large")(_choices)(view, register)


def _choices(view: View, register: Register) -> None:
    speak_as_asked()
    offered = {f"{embed.path} {embed.view.page}": embed for embed in embeds_of(view, register)}
    if st.session_state.get(_WHAT) not in offered:
        st.session_state[_WHAT] = next(iter(offered))
    what, scheme = st.columns(2, gap="medium")
    with what:
        st.segmented_control(
            _("Hva vil du vise?"),
            list(offered),
            format_func=lambda key: offered[key].word(register),
            key=_WHAT,
            required=True,
            wrap=True,
        )
    with scheme:
        chosen = st.segmented_control(
            _("Lyst eller mørkt?"),
            [_READERS, *(each.value for each in Scheme)],
            format_func={_READERS: _("Som leseren har det"), "lys": _("Lyst"), "mork": _("Mørkt")}.__getitem__,
            default=_READERS,
            key=_SCHEME,
            required=True,
            wrap=True,
        )
    embed = offered[st.session_state[_WHAT]]
    height = st.slider(
        _("Høyde i piksler"),
        math.ceil(embed.least_height / _STEP) * _STEP,
        _HIGHEST,
        value=embed.height,
        step=_STEP,
        key=f"{_HEIGHT}_{embed.kind}_{embed.chart}",
        help=_("Bredden følger siden som rammen står på."),
    )
    st.iframe(f"{base_path()}/{embed.address(chosen or '')}", height=height, alt=embed.title(register))
    _codes(embed, register, chosen or "", height)


def _codes(embed: Embed, register: Register, scheme: str, height: int) -> None:
    root = site_root()
    frame = frame_code(embed, register, root, scheme=scheme, height=height)
    picture = picture_code(embed, register, root)
    st.html(render("code.html", name="innebygging-ramme", label=_("Kode for ramme"), text=frame, rows=4))
    st.html(
        render(
            "code.html", name="innebygging-bilde", label=_("Kode for bilde, uten ramme og skript"), text=picture, rows=4
        )
    )
    hint = _(
        "I WordPress og andre verktøy som kjenner oEmbed, er det nok å lime inn adressen på en egen linje: {address}"
    ).format(address=root + embed.address(scheme))
    st.html(render("hint.html", text=hint))
