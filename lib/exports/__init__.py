"""What leaves the dashboard as files: tables, charts, maps, citations and packages, with source and date in each."""
