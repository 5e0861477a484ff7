"""All that we show in Slack, held against the types that Slack publishes."""
