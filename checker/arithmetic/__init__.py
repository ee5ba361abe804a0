"""The arithmetic of counts and shares: whole numbers and fractions, never floating point."""
