"""Feeds: what web pages publish as RSS, Atom or JSON Feed, brought into channels."""
