"""The earth for maps: outlines of countries and states, cities, roads, projections, and where labels have room."""
