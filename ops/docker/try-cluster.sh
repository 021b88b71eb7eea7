#!/usr/bin/env bash
# Seals events on three brokers while each in turn is killed, and then verifies the ledger. Takes what
# `mvn -DskipTests package` made, needs the ports of docker-compose.cluster.yml, and leaves no container and no volume.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

compose_command=(docker-compose)
command -v docker-compose >/dev/null || compose_command=(docker compose)

compose() {
  "${compose_command[@]}" --project-name sealstream-try-cluster -f docker-compose.yml -f docker-compose.cluster.yml "$@"
}

say() { # MESSAGE
  echo "try-cluster: $1" >&2
}

until_healthy() { # SERVICE
  local left=60
  until [[ $(docker inspect --format '{{.State.Health.Status}}' "$(compose ps -q "$1")") == healthy ]]; do
    ((left--)) || { say "$1 is not healthy after 5 minutes"; compose logs --tail 50 "$1" >&2; exit 1; }
    sleep 5
  done
}

events() { # NAME COUNT
  local number
  for ((number = 1; number <= $2; number++)); do
    echo "{\"event_id\":\"$1-$number\",\"event_type\":\"payment.booked\",\"occurred_at\":\"2026-01-01T12:00:00Z\",\"payload\":{\"cents\":$number}}"
  done
}

# As the sealer's health has it.
last_sequence() {
  exec 3<>/dev/tcp/127.0.0.1/8080
  printf 'GET /health HTTP/1.0\r\n\r\n' >&3
  sed -n 's/.*"last_sequence":\([0-9]*\).*/\1/p' <&3
  exec 3<&-
}

until_sealed() { # SEQUENCE
  local left=300
  until (($(last_sequence) >= $1)); do
    ((left--)) || { say "sequence $1 is not sealed after 5 minutes"; exit 1; }
    sleep 1
  done
}

# One submission, half of it sealed when the broker goes; ends well when all of it is sealed, with the broker still gone.
submit_while_it_fails() { # BROKER
  local start
  start=$(last_sequence)
  {
    events "before-$1-fails" 200
    until_sealed $((start + 200))
    compose kill "$1" >&2
    events "without-$1" 200
  } | compose run -T --no-deps --rm client submit --key /keys/producer-1.pem --events - --timeout 3m
}

clean_up() {
  (($1 == 0)) || compose logs --tail 200 sealer >&2
  compose down --volumes --remove-orphans
}

trap 'clean_up $?' EXIT
compose --profile tools build
compose up --detach
until_healthy sealer
compose run --no-deps --rm client key add --root-key /keys/root-1.pem --public-key /keys/producer-1.pub
for broker in kafka kafka-2 kafka-3; do
  submit_while_it_fails "$broker"
  compose start "$broker"
  until_healthy "$broker"
done
compose run --no-deps --rm verifier
say "VERIFIED, after each of three brokers was killed"
