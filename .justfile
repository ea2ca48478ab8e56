# `just` alone: what every change has to pass. `just ci`: the same from nothing, as .ci/run does it.

default: lint test

lint:
    ruff check
    ruff format --check
    pyright

test *arguments:
    pytest {{arguments}}

slow:
    pytest -m slow

app:
    streamlit run app/main.py

# every page as a picture, to be looked at
look folder:
    python -m tests.browser.shots {{folder}}

bench name *arguments:
    python -m tests.bench {{name}} {{arguments}}

ci:
    bash .ci/run
