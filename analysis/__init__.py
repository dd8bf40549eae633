"""Communiqué: who speaks in diplomatic news, in what tone, and what they agree to do together."""
