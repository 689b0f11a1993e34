#!/usr/bin/env bash
# The hub's REST API by curl: signs in, does one thing, signs out.
#
#   export HUB=http://192.168.1.2:8080 MOORING_USER=anna MOORING_PASSWORD=…
#   bash rest.sh devices
#   bash rest.sh switch DEVICE RELAY on|off      DEVICE and RELAY are ids of the first command's answer
#
# Every other route is in $HUB/api/v1/openapi.json. Needs bash and curl.
set -euo pipefail

cookies=$(mktemp)
trap 'rm -f "$cookies"' EXIT

# METHOD PATH, and the JSON body on standard input. A change that carries a cookie must name the hub as its Origin.
ask() {
  curl --silent --show-error --fail-with-body --cookie "$cookies" --cookie-jar "$cookies" \
    --request "$1" --header "Origin: $HUB" --header 'Content-Type: application/json' --data @- "$HUB/api/v1$2"
}

json_string() {
  local text=${1//\\/\\\\}
  printf '"%s"' "${text//\"/\\\"}"
}

# The password goes through a pipe: every user of the machine can see arguments.
printf '{"name":%s,"password":%s}' "$(json_string "$MOORING_USER")" "$(json_string "$MOORING_PASSWORD")" |
  ask POST /session >/dev/null

failed=0
case ${1:-} in
  devices) ask GET /devices </dev/null || failed=$? ;;
  switch)
    on=$([ "$4" = on ] && echo true || echo false)
    echo "{\"on\":$on}" | ask PUT "/devices/$2/relays/$3" || failed=$?
    ;;
  *) echo 'Use: rest.sh devices, or rest.sh switch DEVICE RELAY on|off' >&2; failed=2 ;;
esac
echo
ask DELETE /session </dev/null
exit "$failed"
