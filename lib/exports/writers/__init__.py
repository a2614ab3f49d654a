"""Writers of data files: one module for each family of formats, each from tables and metadata to bytes."""
