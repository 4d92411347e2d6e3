"""What the doors ask for beside a plain answer: tables of cases, links, comparisons, and results as pages or files."""
