// Modules that are loaded when a reader first needs them, and what to say where that, or what they do, fails.

export const FAILED =
  "This could not be done. Check your connection, then try again. If that does not help, reload the page: your answers stay.";

/** How a reader shows that they are about to use a form: by keyboard, pointer, or with a file in hand. */
export const REACHED = ["focusin", "pointerdown", "change", "dragenter"];

/** Choose a file that is dropped; whether files are what is dragged. What reads it may come later, and begins with it. */
export function hold(event, file) {
  if (!event.dataTransfer.types.includes("Files")) return false;
  event.preventDefault();
  if (event.type === "drop") file.files = event.dataTransfer.files;
  return true;
}

/** Do something with a module; false, and words through `tell`, where it cannot be had or fails. */
export async function withModule(module, act, tell) {
  try {
    await act(await module());
    return true;
  } catch (error) {
    console.error(error);
    tell(FAILED);
    return false;
  }
}
