"""How fast the site is built: stages, whole builds, memory, search, and Hugo beside it (`make bench`)."""
