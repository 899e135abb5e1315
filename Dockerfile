# The job alone; the database is another container.
FROM python:3.11-slim AS build
WORKDIR /build
COPY requirements.lock .
# Every file is checked against the lock's hash; what the job does not need is left behind below.
RUN pip download --no-cache-dir --require-hashes --dest /wheels --requirement requirements.lock
COPY . .
RUN pip wheel --no-cache-dir --no-deps --wheel-dir /dist . \
    && python -m venv /opt/etl \
    && /opt/etl/bin/pip install --no-cache-dir --no-index --find-links /wheels /dist/*.whl

FROM python:3.11-slim
RUN useradd --create-home --uid 10001 etl && install --directory --owner etl /home/etl/data
COPY --from=build /opt/etl /opt/etl
ENV PATH=/opt/etl/bin:$PATH ETL_HOME=/home/etl/data PYTHONDONTWRITEBYTECODE=1
USER etl
WORKDIR /home/etl
ENTRYPOINT ["etl"]
CMD ["--help"]
