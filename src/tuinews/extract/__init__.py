"""Wing 2: alone knows selectolax; pure functions, text in, frozen values out."""
