"""The catalogue in a file of JSON, row by row, and back."""
