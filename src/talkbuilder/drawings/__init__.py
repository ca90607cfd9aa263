"""Line drawings that an author made as SVG: read into shapes in the theme's inks, and placed on a page."""
