"""Pages of other formats, made like those of browsers: AMP, archives of mailing lists."""
