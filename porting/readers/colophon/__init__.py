"""Our own exports, read back with everything they hold."""
