"""Fields, tables and type-ahead that every page is made of."""
