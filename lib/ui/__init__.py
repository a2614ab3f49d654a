"""The parts that pages share on the screen; the only part of the library that knows Streamlit."""
