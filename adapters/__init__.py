"""The edge: one folder per platform; each only translates."""
