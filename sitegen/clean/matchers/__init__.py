"""One module per shape of noise; each says whether a line has it."""
