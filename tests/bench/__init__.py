"""The benchmark: whole builds, raced against PptxGenJS. `make bench` runs it."""
