"""Tables of a damaged library as the pages of their trees (sqlite.org/fileformat2.html), where SQLite gives up."""
