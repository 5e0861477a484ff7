"""Chat platforms as a person sees them, each over a fake that speaks the vendor's protocol."""
