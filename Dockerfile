# syntax=docker/dockerfile:1
# Four stages: the jar; the jar laid out with a Java runtime of its own and a cache of its classes; the system; and what
# is shipped.

FROM eclipse-temurin:25-jdk-noble AS build
RUN apt-get update && apt-get install -y --no-install-recommends maven && rm -rf /var/lib/apt/lists/*
WORKDIR /build
# The dependencies first: they change seldom, so they are fetched seldom.
COPY mvnw pom.xml ./
COPY .mvn .mvn
RUN --mount=type=cache,target=/root/.m2 ./mvnw --batch-mode --no-transfer-progress dependency:go-offline
COPY src src
RUN --mount=type=cache,target=/root/.m2 ./mvnw --batch-mode --no-transfer-progress package -DskipTests

FROM build AS layout
COPY bin bin
COPY packaging packaging
COPY LICENSE ./
RUN bin/layout /opt/parley --jre && install -d -o 10001 -g 10001 -m 700 /var/lib/parley

# Two pieces of the C library that Java wants and the last image lacks, which is made of this one.
FROM debian:bookworm-slim AS system

# The C library, a shell and wget, and nothing else.
FROM busybox:1.37-glibc
COPY --from=system /lib/*-linux-gnu*/libdl.so.2 /lib/*-linux-gnu*/librt.so.1 /lib/
LABEL org.opencontainers.image.title="Parley" \
      org.opencontainers.image.description="The backend that any chat application can stand on" \
      org.opencontainers.image.licenses="Apache-2.0"
COPY --from=layout /opt/parley /opt/parley
COPY --from=layout --chown=10001:10001 /var/lib/parley /var/lib/parley
USER 10001:10001
WORKDIR /var/lib/parley
ENV PARLEY_DATA=/var/lib/parley/data LOG_FILE=/var/lib/parley/app.log
VOLUME /var/lib/parley
EXPOSE 8000
# Answers that are being written get 30 seconds; give the whole of it 90 (docker stop --timeout 90).
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["wget", "-q", "-O", "/dev/null", "http://127.0.0.1:8000/health/ready"]
ENTRYPOINT ["/opt/parley/parley"]
