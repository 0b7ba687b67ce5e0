"""Domain types turned into what people see: embeds, views, wording, escaping. No I/O."""
