# make run: set up and start the dashboard.   make test: set up and run every check.
PYTHON ?= python3
PORT ?= 8501
BIN := .venv/bin

.PHONY: run test lint texts validate boundaries neighbours datapackage benchmark audit clean

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
	$(BIN)/python -m benchmarks.open_data

audit: .venv/.test tools/audit/node_modules
	sh tools/ensure_chromium.sh $(BIN)
	$(BIN)/python -m benchmarks.lighthouse
	AXE_CORE=tools/audit/node_modules/axe-core/axe.min.js $(BIN)/python -m pytest tests/browser/test_accessibility.py

clean:
	rm -rf .venv build tools/audit/node_modules

.venv/.run: requirements.txt constraints.txt | .venv/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt -c constraints.txt
	touch $@

.venv/.test: requirements-test.txt requirements.txt constraints.txt .venv/.run
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-test.txt -c constraints.txt
	touch $@

tools/audit/node_modules: tools/audit/package-lock.json
	@node --version >/dev/null 2>&1 || { echo "make audit trenger Node 18.16 eller nyere med npm." >&2; exit 1; }
	cd tools/audit && npm ci
	touch $@

.venv/bin/python:
	sh tools/create_venv.sh $(PYTHON)
