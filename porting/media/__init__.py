"""Files of an old site: found in what was handed over, fetched when that is allowed, stored once each."""
