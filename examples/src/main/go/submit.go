// Submits an event to a gateway and reads it back: go run submit.go http://127.0.0.1:50051 EVENT_ID
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"time"
)

type sealed struct {
	Sequence uint64 `json:"sequence"`
	Hash     string `json:"event_hash"`
	Event    struct {
		ID string `json:"event_id"`
	} `json:"event"`
	Retriable bool   `json:"retriable"` // where it is a problem instead
	Detail    string `json:"detail"`
}

func call(method, url string, body []byte) (answer sealed) {
	client := http.Client{Timeout: 10 * time.Second}
	for attempt := 0; attempt < 6; attempt++ {
		request, _ := http.NewRequest(method, url, bytes.NewReader(body))
		request.Header.Set("Content-Type", "application/json")
		response, err := client.Do(request)
		if err == nil {
			text, _ := io.ReadAll(response.Body)
			response.Body.Close()
			if err := json.Unmarshal(text, &answer); err != nil {
				log.Fatal(err)
			}
			if response.StatusCode < 300 {
				return answer
			}
			if !answer.Retriable {
				log.Fatal("refused: ", answer.Detail) // the same event would be refused again
			}
		}
		time.Sleep(100 * time.Millisecond << attempt) // to submit the same event again is safe
	}
	log.Fatal("no answer, try again later")
	return
}

func main() {
	gateway, id := os.Args[1], os.Args[2]
	event, _ := json.Marshal(map[string]any{"event_id": id, "event_type": "example.made",
		"occurred_at": time.Now().UnixMilli(), "payload": map[string]int{"n": 1}})
	made := call("POST", gateway+"/v1/events", event)
	fmt.Println("sealed as", made.Sequence, "with the hash", made.Hash)
	fmt.Println("read back", call("GET", fmt.Sprintf("%s/v1/events/%d", gateway, made.Sequence), nil).Event.ID)
}
