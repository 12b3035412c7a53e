"""Example plans: abridged editions of real plans."""
