// Before the worker's own script: what it asks a host for comes from the page, with the page's first message.
let arrived;
const held = new Promise((resolve) => (arrived = resolve));

addEventListener("message", function first(event) {
  removeEventListener("message", first);
  event.stopImmediatePropagation();
  arrived(new Map(event.data.parts));
});

self.fetch = async (address) => {
  const [type, packed, bytes] = (await held).get(new URL(address).pathname) ?? [];
  if (!bytes) return new Response(null, { status: 404 });
  const whole = new Response(bytes).body;
  return new Response(packed ? whole.pipeThrough(new DecompressionStream("gzip")) : whole, { headers: { "Content-Type": type } });
};

self.importHeld = async (address) => {
  const code = await (await self.fetch(address)).blob();
  return import(URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
};
