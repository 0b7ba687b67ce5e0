"""AnimeSchedule's API, version 3: English dubs and subs, and delays, for whoever has a token of its."""
