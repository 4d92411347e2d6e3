"""What works from a folder, with no host and no network: a calculator as one file, and the site as one archive."""
