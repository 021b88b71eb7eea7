// Submits an event to a gateway and reads it back: submit.mjs http://127.0.0.1:50051 EVENT_ID
const [gateway, eventId] = process.argv.slice(2);

async function call(path, init) {
  let problem;
  for (let attempt = 0; attempt < 6; attempt++) {
    try {
      const answer = await fetch(gateway + path, { ...init, signal: AbortSignal.timeout(10_000) });
      if (answer.ok) return await answer.json();
      problem = await answer.json();
      if (!problem.retriable) throw new Error(`refused: ${problem.detail}`, { cause: "final" });
    } catch (error) {
      if (error.cause === "final") throw error; // the same event would be refused again
      problem = error; // nobody can say: to submit the same event again is safe, and finds out
    }
    await new Promise((resolve) => setTimeout(resolve, 100 * 2 ** attempt));
  }
  throw new Error(`no answer, try again later: ${problem.detail ?? problem}`);
}

const event = { event_id: eventId, event_type: "example.made", occurred_at: Date.now(), payload: { n: 1 } };
const headers = { "Content-Type": "application/json" };
const sealed = await call("/v1/events", { method: "POST", headers, body: JSON.stringify(event) });
console.log("sealed as", sealed.sequence, "with the hash", sealed.event_hash);
console.log("read back", (await call(`/v1/events/${sealed.sequence}`)).event.event_id);
