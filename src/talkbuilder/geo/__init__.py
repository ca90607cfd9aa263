"""Maps: gazetteer, outlines of countries and states, projections, label placement, and how each kind is drawn."""
