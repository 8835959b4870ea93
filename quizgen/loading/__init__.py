"""Reading: from YAML files to models, with every fault named at its place."""
