# Kvalitetskoll i en behållare. Så används den: docs/handbok/ci.md.
FROM python:3.13-slim AS bygge
WORKDIR /programmet
COPY . .
RUN python -m pip wheel --no-cache-dir --wheel-dir /hjul .

FROM python:3.13-slim
# Hjulen monteras bara medan de installeras, och blir inte kvar i avbilden.
RUN --mount=type=bind,from=bygge,source=/hjul,target=/hjul \
    python -m pip install --no-cache-dir --no-index --find-links /hjul /hjul/kvalitetskoll-*.whl
# Ett nummer och inget namn: användaren behöver varken hem eller skal.
USER 10001:10001
WORKDIR /rapporter
ENTRYPOINT ["kvalitetskoll"]
CMD ["--help"]
