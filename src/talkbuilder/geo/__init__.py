"""Maps: gazetteer, outlines of countries and states, projections, label placement, and the drawing of each sort of map."""
