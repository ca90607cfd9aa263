"""The benchmark: whole builds, raced against a bare python-pptx script, pandoc and PptxGenJS. `make bench` runs it."""
