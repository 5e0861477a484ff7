"""How fast the product answers, beside a bare bolt application on the same machine."""
