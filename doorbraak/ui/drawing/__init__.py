"""How the map and the genogram are drawn: the same on a screen, on paper and in a picture."""
