// Reloads the page when `mpwasm serve --watch` has made it anew.

/** How long to wait before asking again, in milliseconds, when the server has gone. */
const retry = 1000;

export function start(): void {
  const socket = new WebSocket(new URL("live", document.baseURI.replace(/^http/, "ws")));
  let reload = false;
  socket.addEventListener("message", () => {
    reload = true;
    location.reload();
  });
  socket.addEventListener("close", () => {
    if (!reload) setTimeout(start, retry);
  });
}
