"""The pictures of the manual, drawn by the program itself."""
