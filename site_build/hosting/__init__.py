"""What a host is to send beside each file: said once, for the server here, for `_headers`, and for others' settings."""
