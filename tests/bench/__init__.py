"""The benchmark: whole builds, raced against a bare python-pptx script and pandoc. `make bench` runs it."""
