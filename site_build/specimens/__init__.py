"""What a new calculator and a new paper begin with: small, whole, and with comments on what to fill in."""
