"""What pages are made of: small widgets that know one thing each."""
