# The bot in a small image: its own user, no shell needed, nothing written outside /data.
#   docker build -t tmnlab-bot . && docker compose up -d
FROM python:3.12-slim AS build
WORKDIR /app
COPY locks/run.txt locks/run.txt
RUN python -m venv /venv && /venv/bin/python -m pip install --no-cache-dir --disable-pip-version-check --require-hashes -r locks/run.txt

FROM python:3.12-slim
RUN useradd --system --uid 10001 --no-create-home bot && install -d -o bot -g bot -m 0700 /data
WORKDIR /app
COPY --from=build /venv /venv
COPY bot bot
COPY cogs cogs
COPY migrations migrations
# The files are read-only later: compiled now, every start and every health check is quicker.
RUN /venv/bin/python -m compileall -q bot cogs
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 DATA_DIR=/data MPLCONFIGDIR=/tmp/matplotlib
USER bot
VOLUME /data
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=5m --timeout=20s --start-period=2m CMD ["python", "-m", "bot", "health"]
CMD ["python", "-m", "bot", "run"]
