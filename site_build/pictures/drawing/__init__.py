"""What every picture is drawn with: its marks, the width of its words, and places for boxes and lines."""
