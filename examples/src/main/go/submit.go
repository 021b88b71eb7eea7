// Submits an event to a gateway and reads it back: go run submit.go http://127.0.0.1:50051 EVENT_ID
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"
	"strings"
	"time"
)

func call(method, url, body string) (answer map[string]any) {
	client := http.Client{Timeout: 10 * time.Second}
	for pause := 100 * time.Millisecond; pause < 4*time.Second; pause *= 2 {
		request, _ := http.NewRequest(method, url, strings.NewReader(body))
		request.Header.Set("Content-Type", "application/json")
		if response, err := client.Do(request); err == nil {
			numbers := json.NewDecoder(response.Body)
			numbers.UseNumber()
			err = numbers.Decode(&answer)
			response.Body.Close()
			if err == nil && response.StatusCode < 300 {
				return answer
			} else if err == nil && answer["retriable"] == false { // the same event would be refused again
				log.Fatal("refused: ", answer["detail"])
			}
		}
		time.Sleep(pause) // to submit the same event again is safe
	}
	log.Fatal("no answer, try again later")
	return
}

func main() {
	gateway, id := os.Args[1], os.Args[2]
	event, _ := json.Marshal(map[string]any{"event_id": id, "event_type": "example.made",
		"occurred_at": time.Now().UnixMilli(), "payload": map[string]int{"n": 1}})
	made := call("POST", gateway+"/v1/events", string(event))
	fmt.Println("sealed as", made["sequence"], "with the hash", made["event_hash"])
	read := call("GET", fmt.Sprint(gateway, "/v1/events/", made["sequence"]), "")
	fmt.Println("read back", read["event"].(map[string]any)["event_id"])
}
