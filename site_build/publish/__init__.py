"""What goes out with the site besides its pages: the licences of what others made, and the list of it all."""
