"""Documents to learn from: what municipalities have adopted, by place, size, kind and year."""

import streamlit as st

from lib.fragments.models import document_table, models_headline, models_lead, no_documents, own_size_note
from lib.guide.documents import WITHOUT_YEAR, Wanted, adopted_documents, chosen, loosened, types_of, within, years_of
from lib.register.address import COUNTY, MUNICIPALITY, SIZE, YEAR
from lib.register.register import load_register, today
from lib.register.selection import Selection
from lib.register.sizes import SizeClass
from lib.texts import _
from lib.texts.formats import alphabetical
from lib.texts.sentences import places_phrase
from lib.texts.words import document_type_word, size_word
from lib.ui.frame import address_notice
from lib.ui.models_view import TYPE, choose_own_size, clear, current_choice, publish, restore

register, now = load_register(), today()
municipalities = register.at(Selection(now), now)
documents = adopted_documents(register, now)
types, years = types_of(documents), years_of(documents)
restore(register, types, years)


def size_name(size: SizeClass) -> str:
    """Name a size class."""
    return size_word(size.smallest, size.largest)


notice, top = st.container(), st.container()
introduction, own_place = st.columns([2, 1], gap="large", vertical_alignment="bottom")
with own_place:
    own = st.selectbox(
        _("Hva har kommuner på vår størrelse gjort?"),
        sorted(register.municipalities.index, key=lambda number: alphabetical(municipalities.loc[number, "navn"])),
        format_func=municipalities["navn"].__getitem__,
        key=MUNICIPALITY,
        placeholder=_("Velg din kommune"),
        on_change=choose_own_size,
        args=(register,),
    )
with st.container(key="forbildefilter"):
    by_size, by_county, by_type, by_year = st.columns(4, gap="medium")
    by_size.multiselect(
        _("Innbyggere i kommunen"),
        list(SizeClass),
        format_func=size_name,
        key=SIZE,
        placeholder=_("Alle størrelser"),
        filter_mode=None,
        select_all=False,
    )
    by_county.multiselect(
        _("Fylke"),
        list(register.county_names),
        format_func=register.county_names.__getitem__,
        key=COUNTY,
        placeholder=_("Alle fylker"),
        filter_mode=None,
        select_all=False,
    )
    by_type.multiselect(
        _("Type dokument"),
        types,
        format_func=document_type_word,
        key=TYPE,
        placeholder=_("Alle typer"),
        filter_mode=None,
        select_all=False,
    )
    by_year.multiselect(
        _("Vedtatt eller gjelder fra"),
        years,
        format_func=lambda year: _("Uten årstall") if year == WITHOUT_YEAR else year,
        key=YEAR,
        placeholder=_("Alle år"),
        filter_mode=None,
        select_all=False,
    )

wanted = current_choice()
with notice:
    address_notice(publish(wanted))
shown, places = chosen(documents, wanted), within(municipalities, wanted)
place = places_phrase([register.county_names[county] for county in wanted.counties], list(map(size_name, wanted.sizes)))
with top:
    st.html(models_headline(shown, places, place))
with introduction:
    st.html(models_lead(documents, municipalities))
told, reset = st.columns([4, 1], vertical_alignment="center")
if own:
    size = SizeClass(municipalities.loc[own, "size_class"])
    alike = Wanted(sizes=(size,))
    told.html(
        own_size_note(
            municipalities.loc[own, "navn"],
            size_name(size),
            chosen(documents, alike),
            within(municipalities, alike),
        )
    )
if wanted != Wanted() or own:
    reset.button(_("Nullstill alle valg"), on_click=clear, width="stretch")
st.html(document_table(shown, places) if len(shown) else no_documents(loosened(documents, wanted), places))
