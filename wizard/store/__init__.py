"""The answers on this machine: encrypted, saved before we say so, copied, erased.

``worker.StoreWorker`` is the door.  One thread of its own holds the one connection;
everything else here is called by that thread.
"""
