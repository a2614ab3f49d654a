"""The maps: the choropleth and what the browser needs to draw it."""
