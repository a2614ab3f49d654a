"""Where the municipalities and counties are: boundaries, names, and how they fit together."""
