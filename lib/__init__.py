"""The library behind the pages: the register, its geography, maps, charts, texts, and what serves and shows them."""
