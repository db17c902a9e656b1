// Offline use: registers the service worker, and offers a new version of the page when there is one.

import { build } from "./build.ts";
import { notify } from "./notice.ts";

/** Registers the service worker where there can be one: pages from https or from this machine. */
export async function start(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  if (build.live) {
    for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
    return;
  }
  const updating = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (updating) location.reload();
  });
  const registration = await navigator.serviceWorker.register(new URL("sw.js", document.baseURI));
  if (registration.waiting && updating) offer(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const fresh = registration.installing;
    fresh?.addEventListener("statechange", () => {
      if (fresh.state === "installed" && updating) offer(fresh);
    });
  });
}

function offer(worker: ServiceWorker): void {
  notify("A new version of the playground is here.", { label: "Reload", act: () => worker.postMessage("take over") });
}

/** Tells whether the page works with no network. */
export async function ready(): Promise<boolean> {
  return !build.live && "serviceWorker" in navigator && (await navigator.serviceWorker.getRegistration())?.active != null;
}
