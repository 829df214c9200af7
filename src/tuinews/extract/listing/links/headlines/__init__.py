"""The headline of each link: its words, without what stands beside them, made whole where they are cut."""
