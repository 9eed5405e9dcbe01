# A thin front for run.py, which holds the logic and also runs where there is no make.
# Extra words go along: make test ARGS="-k money"

PYTHON ?= python3

.DEFAULT_GOAL := help
.PHONY: help demo test bench pictures faults walk lint format dist clean

help:
	@$(PYTHON) run.py

demo test bench pictures faults walk lint format dist clean:
	@$(PYTHON) run.py $@ $(ARGS)
