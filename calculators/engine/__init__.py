"""What every calculator shares: amounts, fields, rules, working, results, rendering."""
