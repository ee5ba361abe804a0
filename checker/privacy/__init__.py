"""What tells who a person is: personal identity numbers and the like, found and masked."""

from checker.privacy.masking import mask

__all__ = ["mask"]
