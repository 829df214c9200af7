"""The Google Reader API, which FreshRSS, Miniflux and others speak, each in its own way."""
