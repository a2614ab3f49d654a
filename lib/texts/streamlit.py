"""Norwegian for the fixed English texts of Streamlit's own parts, most of them heard by screen readers only."""

from lib.texts import _


def streamlit_texts() -> list[tuple[str, str]]:
    """List Streamlit's texts and ours.

    Returns
    -------
    list of tuple of str
        A regular expression that matches the whole English text, and the Norwegian, where ``$1`` stands for what
        the first group matched. To be used in the browser.
    """
    lost = _(
        "Nettstedet svarer ikke. Siden kobler til igjen av seg selv. Valgene dine står i adressen, så du kan "
        "også laste den på nytt."
    )
    return [
        (r"Skip to main content", _("Hopp til innholdet")),
        (r"streamlit_folium\.st_folium", _("Kart over kommunene")),
        (r"lib\.ui\.read_file\.read_file", _("Velg fil")),
        (r"Selected values", _("Valgt")),
        (r"Remove (.*)", _("Fjern $1")),
        (r"Clear all", _("Fjern alle")),
        (r"Clear entry", _("Tøm feltet")),
        (r"Clear value", _("Tøm feltet")),
        (r"Open", _("Vis valgene")),
        (r"Dismiss", _("Lukk")),
        (r"Close", _("Lukk")),
        (r"Help for (.*)", _("Hjelp til $1")),
        (r"day, (.*)", _("dag, $1")),
        (r"month, (.*)", _("måned, $1")),
        (r"year, (.*)", _("år, $1")),
        (r"Choose date", _("Velg dato")),
        (r"Choose date, (.*)", _("Velg dato, $1")),
        (
            r"Use arrow keys to navigate dates\. Enter to select\. Escape to close\.",
            _("Bla mellom datoene med piltastene. Enter velger, og Escape lukker."),
        ),
        (r"Previous month", _("Forrige måned")),
        (r"Next month", _("Neste måned")),
        (r"Selected Date: .*", _("Valgt dato står i feltet.")),
        (r"(\d+) options? available\.", _("$1 valg")),
        (r"No results", _("Ingen treff")),
        (r"Page not found", _("Siden finnes ikke")),
        (
            r"The page that you have requested does not seem to exist\. Running the app's main page\.",
            _("Adressen hører ikke til noen side her. Kartet vises i stedet."),
        ),
        (r"Connection error", _("Mistet forbindelsen")),
        (r"Is Streamlit still running\?.*", lost),
        (r"Streamlit server is not responding\..*", lost),
        (r"Connection timed out\.", lost),
    ]
