"""What a whole document makes of liability: sentences → statements → one matrix a party and service."""

from __future__ import annotations

from app.nlp.liability.matrices import liability_matrices

__all__ = ["liability_matrices"]
