#!/usr/bin/env bash
# --bootstrap-server HOST:PORT. Kafka's own asks the broker which requests it knows; this one sees whether it listens.
set -euo pipefail
exec 3<>"/dev/tcp/${2%:*}/${2##*:}"
