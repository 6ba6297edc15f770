"""Values and the bus of a run, without behaviour: exit codes, causes, findings, scenario identity, hooks of our own."""
