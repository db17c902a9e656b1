// Offline use: registers the service worker, and offers a new version of the page when there is one.

import { build } from "./build.ts";
import { notify } from "./notice.ts";

let trouble = "";

/** Registers the service worker where there can be one: in pages from https or from this machine. */
export async function start(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  try {
    await (build.live ? forget() : register());
  } catch (error) {
    trouble = error instanceof Error ? error.message : String(error);
  }
}

/** A page that changes all the time is not kept, nor is what was kept of another at the same address. */
async function forget(): Promise<void> {
  for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
}

async function register(): Promise<void> {
  const updating = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (updating) location.reload();
  });
  const registration = await navigator.serviceWorker.register(new URL("sw.js", document.baseURI));
  if (!updating) return; // the first version takes over by itself
  if (registration.waiting) offer(registration.waiting);
  const watch = () => {
    const fresh = registration.installing;
    fresh?.addEventListener("statechange", () => {
      if (fresh.state === "installed") offer(fresh);
    });
  };
  watch(); // it may have been found before this page listened
  registration.addEventListener("updatefound", watch);
  await registration.update();
}

function offer(worker: ServiceWorker): void {
  notify("A new version of the playground is here.", { label: "Reload", act: () => worker.postMessage("take over") });
}

/** Tells whether the page works with no network, and if not, why. */
export async function state(): Promise<string> {
  if (build.live) return "not while the page is being worked on";
  if (!("serviceWorker" in navigator)) return "not from here: browsers keep pages from https alone";
  if (trouble) return `not kept: ${trouble}`;
  const registration = await navigator.serviceWorker.getRegistration();
  return registration?.active ? "kept in this browser; works with no network" : "not kept yet";
}
