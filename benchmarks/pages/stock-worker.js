// Stock Pyodide with the core and its packages as plain wheels.
import { loadPyodide } from "./pyodide.mjs";

async function start() {
  const wheels = await (await fetch("wheels.json")).json();
  const python = await loadPyodide();
  await python.loadPackage(wheels.map((wheel) => new URL(wheel, import.meta.url).href));
  return python.pyimport("calculators.uses.door");
}

const started = start();

onmessage = async ({ data: { id, calculator, values } }) => {
  const door = await started;
  postMessage({ id, reply: JSON.parse(door.perform("run", calculator, JSON.stringify({ case: values }), "/")) });
};
