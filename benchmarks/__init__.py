"""How fast the site is built: stages, whole builds, memory, search, and others beside it (`make bench`)."""
