#!/usr/bin/env bash
# Makes images under the names of eclipse-temurin:25-jre and apache/kafka, where a Docker engine runs but cannot pull.
# docs/containers.md says what they are not.
#
#   mvn -DskipTests package
#   JAVA_HOME=... ops/docker/stand-ins.sh
#
# JAVA_HOME is a JDK 25 for Linux. ROOT_FS is the directory of a root file system with bash and glibc; without it one is
# made with debootstrap, which needs root and a Debian mirror (MIRROR, where it is not Debian's own).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
version=$(sed -n 's|.*<kafka.version>\(.*\)</kafka.version>.*|\1|p' pom.xml)

fail() { # MESSAGE
  echo "stand-ins: $1" >&2
  exit 2
}

root_file_system() {
  if [[ -z ${ROOT_FS:-} ]]; then
    ROOT_FS=$work/root
    debootstrap --variant=minbase stable "$ROOT_FS" ${MIRROR:+"$MIRROR"} >&2
  fi
  tar -C "$ROOT_FS" --exclude=./proc --exclude=./sys --exclude=./dev --exclude=./var/cache -c .
}

temurin() {
  mkdir "$work/temurin"
  root_file_system >"$work/temurin/root.tar"
  mkdir "$work/temurin/jre"
  cp -a "$JAVA_HOME"/{bin,conf,lib,legal,release} "$work/temurin/jre"
  rm -rf "$work/temurin/jre/lib/src.zip"
  docker build -t eclipse-temurin:25-jre -f - "$work/temurin" <<'DOCKERFILE'
FROM scratch
ADD root.tar /
COPY jre /opt/java/openjdk
ENV JAVA_HOME=/opt/java/openjdk PATH=/opt/java/openjdk/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
DOCKERFILE
}

kafka() {
  mkdir -p "$work/kafka/libs"
  cp local-kafka/target/lib/*.jar "$work/kafka/libs"
  rm "$work"/kafka/libs/sealstream-*.jar
  cp -r ops/docker/stand-in "$work/kafka"
  docker build -t "apache/kafka:$version" -f - "$work/kafka" <<'DOCKERFILE'
FROM eclipse-temurin:25-jre
COPY libs /opt/kafka/libs
COPY stand-in/logback.xml /opt/kafka/config/
COPY stand-in/kafka-broker-api-versions.sh /opt/kafka/bin/
COPY stand-in/run /etc/kafka/docker/
RUN useradd --uid 1000 appuser && mkdir -p /var/lib/kafka/data && chown -R appuser /opt/kafka/config /var/lib/kafka
USER appuser
EXPOSE 9092
VOLUME ["/var/lib/kafka/data"]
CMD ["/etc/kafka/docker/run"]
DOCKERFILE
}

[[ -x ${JAVA_HOME:-}/bin/java ]] || fail "JAVA_HOME is '${JAVA_HOME:-}': give the home of a JDK 25"
[[ -d local-kafka/target/lib ]] || fail "local-kafka/target/lib is not there: mvn -DskipTests package makes it"
temurin
kafka
