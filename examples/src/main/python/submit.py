"""Submits an event to a gateway and reads it back: submit.py http://127.0.0.1:50051 EVENT_ID"""

import json
import sys
import time
import urllib.error
import urllib.request

gateway, event_id = sys.argv[1:]


def call(path, body=None):
    request = urllib.request.Request(gateway + path, body, {"Content-Type": "application/json"})
    for attempt in range(6):
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            problem = json.load(error)
            if not problem["retriable"]:  # it is final: the same event would be refused again
                sys.exit(f"refused: {problem['detail']}")
        except OSError as error:  # nobody can say: to submit the same event again is safe, and finds out
            problem = error
        time.sleep(0.1 * 2**attempt)
    sys.exit(f"no answer, try again later: {problem}")


event = {"event_id": event_id, "event_type": "example.made", "occurred_at": time.time_ns() // 10**6, "payload": {"n": 1}}
sealed = call("/v1/events", json.dumps(event).encode())
print("sealed as", sealed["sequence"], "with the hash", sealed["event_hash"])
print("read back", call(f"/v1/events/{sealed['sequence']}")["event"]["event_id"])
