"""Facts in: what a source or a file said, held against what is stored, into the store and `changes`."""
