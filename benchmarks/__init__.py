"""The benchmark: the dashboard and a naive build of the same page, measured in the same run."""
