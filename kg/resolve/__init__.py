"""Which printed names are one unit, policy, person or place."""
