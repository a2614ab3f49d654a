# make run: set up and start the dashboard.   make test: set up and run every check.
PYTHON ?= python3
PORT ?= 8501
BIN := .venv/bin

.PHONY: run test lint texts validate boundaries neighbours datapackage benchmark clean

run: .venv/.run
	$(BIN)/streamlit run app.py --server.port $(PORT)

test: .venv/.test lint
	sh tools/ensure_chromium.sh $(BIN)
	$(BIN)/python -m pytest

lint: .venv/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m tools.update_texts --check

texts: .venv/.run
	$(BIN)/python -m tools.update_texts

validate: .venv/.run
	$(BIN)/python -m tools.validate

boundaries: .venv/.run
	$(BIN)/python -m tools.build_boundaries

neighbours: .venv/.run
	$(BIN)/python -m tools.build_neighbours

datapackage: .venv/.run
	$(BIN)/python -m tools.build_datapackage

benchmark: .venv/.test
	sh tools/ensure_chromium.sh $(BIN)
	$(BIN)/python -m benchmarks.run
	$(BIN)/python -m benchmarks.pages

clean:
	rm -rf .venv build

.venv/.run: requirements.txt constraints.txt | .venv/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt -c constraints.txt
	touch $@

.venv/.test: requirements-test.txt requirements.txt constraints.txt .venv/.run
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-test.txt -c constraints.txt
	touch $@

.venv/bin/python:
	sh tools/create_venv.sh $(PYTHON)
