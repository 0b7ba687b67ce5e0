"""Posts go out: what is due is found, sent and settled, and what nobody needs any more is dropped."""
