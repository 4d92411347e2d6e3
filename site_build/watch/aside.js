// On the development server, in the place of the worker that a published site at this address may have left: it forgets
// what that kept, ends, and lets the pages that are open come from the server.
addEventListener("install", () => skipWaiting());

addEventListener("activate", (event) => {
  const { pathname } = new URL(registration.scope);
  const stepAside = async () => {
    const ours = (name) => name.startsWith("kept ") && name.split(" ")[2] === pathname;
    for (const name of (await caches.keys()).filter(ours)) await caches.delete(name);
    await registration.unregister();
    for (const page of await clients.matchAll({ type: "window" })) page.navigate(page.url);
  };
  // A page can only be led on by a worker that is active, which this one is not before what it waits for here.
  event.waitUntil(clients.claim());
  stepAside();
});
