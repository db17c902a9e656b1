// The conformance page: answers requests that come over one WebSocket, each in a session of its own, in a worker. The
// messages are runtime/protocol's Request and Response.

import { MicroPython } from "../src/engine.ts";
import { Server } from "../src/serve.ts";

const state = document.getElementById("state");
const show = (text: string) => state && (state.textContent = text);

async function main(): Promise<void> {
  const server = new Server(await MicroPython.load({ artifact: "micropython.wasm" }));
  const address = new URL("socket", location.href);
  address.protocol = location.protocol === "https:" ? "wss:" : "ws:";
  address.search = location.search; // the token
  const socket = new WebSocket(address);
  let done = 0;
  socket.onopen = () => {
    socket.send(JSON.stringify({ id: 0, agent: navigator.userAgent }));
    show("Running");
  };
  socket.onmessage = async (event: MessageEvent<string>) => {
    const answer = await server.answer(event.data);
    if (socket.readyState === WebSocket.OPEN) socket.send(answer);
    show(`Running: ${++done} done`);
  };
  socket.onclose = (event) => show(`Over: ${event.reason || (done > 0 ? "the tests have ended" : "the connection was refused; each address can be opened once")}`);
}

main().catch((error) => show(`This browser cannot run the tests: ${error}`));
