"""SQL of feeds: what is polled, who follows it, and what is posted of it."""
