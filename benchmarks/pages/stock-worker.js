// Stock Pyodide with the core and its packages as plain wheels.
import { loadPyodide } from "./pyodide.mjs";

const wheels = await (await fetch("wheels.json")).json();
const python = await loadPyodide();
await python.loadPackage(wheels.map((wheel) => new URL(wheel, import.meta.url).href));
const door = python.pyimport("calculators.engine.door");

onmessage = ({ data: { id, calculator, values } }) =>
  postMessage({ id, reply: JSON.parse(door.answer_page(calculator, JSON.stringify(values), "/")) });
