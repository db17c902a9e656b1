// What runs before the page is drawn: a classic script of its own, so that nothing flashes in the wrong colours, and so that a page
// whose other scripts do not come says so.
{
  try {
    const theme = localStorage.getItem("mpwasm:theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset["theme"] = theme;
  } catch {
    // storage is forbidden: the system's colours
  }

  const failed = () => {
    const status = document.getElementById("status");
    if (!status || document.getElementById("retry")) return;
    const retry = document.createElement("button");
    retry.id = "retry";
    retry.type = "button";
    retry.className = "small";
    retry.textContent = "Retry";
    retry.addEventListener("click", () => location.reload());
    status.textContent = "A part of the page did not come. Is the network there?";
    status.dataset["mood"] = "bad";
    status.after(retry);
  };

  // Errors of loading do not bubble; they can be heard on their way down.
  addEventListener(
    "error",
    (event) => {
      const { target } = event;
      if (!(target instanceof HTMLScriptElement || (target instanceof HTMLLinkElement && target.rel === "stylesheet"))) return;
      if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", failed);
      else failed();
    },
    true,
  );
}
export {};
