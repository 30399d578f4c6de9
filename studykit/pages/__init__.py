"""Web pages of one file each: no scripts, nothing from elsewhere, fit to print."""
