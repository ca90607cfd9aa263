"""What an author writes: the files of the talk folder, YAML to nodes, nodes to the models of outline and events."""
