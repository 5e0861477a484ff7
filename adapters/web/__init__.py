"""Pages for people with a browser, where there is no playground."""
