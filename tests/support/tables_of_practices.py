"""Tables of practices, as pasted from a spreadsheet."""

GOOD = "practice\tbudget\tspend\nMill\t1000000\t900000\nElm\t500000\t480000\n"
TOTAL = f"{GOOD}Total\t1500000\t1380000\n"
