"""AniList: a catalogue that people keep, asked through its GraphQL API. Its links lead back to it, as it asks."""
