"""From a paragraph to all that rests on it and back, and the indexes of what the papers hold."""
