"""What the computation rests on: norms, a decision, and how they were looked up. Shown beside every computed list.

The wording of §§ 187 to 189, 193 and 271 Abs. 1 BGB and the headnote of the ruling were compared with unofficial reproductions on
the day named here, § 121 Abs. 1 was taken from knowledge; no official source was at hand.
"""

from __future__ import annotations

from datetime import date

NORMS = ("§ 121 Abs. 1 BGB", "§§ 187–189, 193 BGB", "§ 271 Abs. 1 BGB", "BGH, Urteil vom 17.02.2005 – III ZR 172/04")
AS_OF = date(2026, 11, 22)
