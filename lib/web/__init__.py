"""What is served beside Streamlit's pages: assets, headers, compression and the start page's frame."""
