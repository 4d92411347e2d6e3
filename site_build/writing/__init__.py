"""What every room of the build writes with: the page that asks, its templates, citations, and lists by letter."""
