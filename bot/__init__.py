"""The heart: rules, sentences and time. Knows no vendor, no SQL, no clock, no network."""
