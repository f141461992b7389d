"""Makes a Debian 12 machine ready to serve motcua, and with --tests to test it."""
