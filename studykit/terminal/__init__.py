"""What a person sees in the terminal, and the keys they press."""
