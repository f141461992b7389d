"""The gateway: stores what it cannot read, orders events and streams them.

No rules live here. Envelopes, signatures, notes, the Merkle log and its proofs are the C++ core's,
called through shared/motcua.h (core.py). Python carries bytes, files and rows.
"""
