// Modules that are loaded when a reader first needs them, and what to say where that, or what they do, fails.

export const FAILED =
  "This could not be done. Check your connection, then try again. If that does not help, reload the page: your answers stay.";

/** How a reader shows that they are about to use a form: by keyboard, pointer, or with a file in hand. */
export const REACHED = ["focusin", "pointerdown", "change", "dragenter"];

/** Take a file that is dropped before what reads it is there, which begins with the file that it finds chosen. */
export function hold(event, file) {
  if (!event.dataTransfer.types.includes("Files")) return;
  event.preventDefault();
  if (event.type === "drop") file.files = event.dataTransfer.files;
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
