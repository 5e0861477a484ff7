"""The memory: tables, transactions and migrations."""
