"""The finished pages: repaired, checked, given their policy and written, once the site generator is done."""
