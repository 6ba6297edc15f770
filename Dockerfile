# The suite with everything that it needs: `docker run --rm --init --ipc=host IMAGE` is the smoke run against the
# embedded store; docs/pipelines.md says how to name a shop.
FROM python:3.12-slim-bookworm

ENV PLAYWRIGHT_BROWSERS_PATH=/opt/browsers \
    PYTHONDONTWRITEBYTECODE=1

WORKDIR /suite

COPY requirements.txt ./
RUN pip install --no-cache-dir --require-hashes --requirement requirements.txt \
    && playwright install --with-deps chromium \
    && rm -rf /var/lib/apt/lists/*

COPY . .
RUN python -m tools.install \
    && useradd --uid 1000 --create-home acceptance \
    && mkdir reports \
    && chown acceptance reports

USER 1000

CMD ["pytest", "features", "-m", "smoke", "--shop", "embedded", "-p", "no:cacheprovider", "--output", "reports/test-results", "--alluredir", "reports/allure-results", "--clean-alluredir", "--allure-report", "reports/allure-report", "--junitxml", "reports/junit.xml"]
