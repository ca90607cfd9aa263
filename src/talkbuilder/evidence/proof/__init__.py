"""Whether entries are what their sources say: passages, quotations, computed facts, and the lock that records it."""
