"""The domain in plain pandas: the tables and their faults, the status at a date, shares and selections."""
