// Submits an event, reads it back and asks for health, with a client made from contract.proto: contract.mjs ADDRESS EVENT_ID
import grpc from "@grpc/grpc-js";
import loader from "@grpc/proto-loader";

const [address, eventId] = process.argv.slice(2);
const proto = new URL("contract.proto", import.meta.url).pathname;
const definition = await loader.load(proto, { keepCase: true, longs: Number, defaults: true });
const { ImmutableLedger } = grpc.loadPackageDefinition(definition).ledger;
const client = new ImmutableLedger(address, grpc.credentials.createInsecure());

const call = (method, request) =>
  new Promise((resolve, reject) =>
    client[method](request, { deadline: Date.now() + 20_000 }, (error, answer) =>
      error ? reject(error) : resolve(answer)));

const sealed = await call("SubmitEvent", {
  event_id: eventId,
  payload: Buffer.from("hello"),
  veps_signature: "a signature of another scheme",
  veps_timestamp: 1_700_000_000_000,
  metadata: { source: "node" },
});
const read = await call("GetEvent", { sequence_number: sealed.sequence_number });
const health = await call("HealthCheck", {});
const text = (event) => ({ ...event, payload: event.payload.toString() });
console.log(JSON.stringify({ sealed: text(sealed), read: text(read), health }));
client.close();
