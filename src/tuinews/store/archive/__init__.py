"""Everything in one file, and back: `archive` is the file, `backup` writes it, `restore` puts it in place."""
