// What comes into a form from outside, and leaves it as a file: links and files of answers. Loaded when first used.
// Whether they are whole is for the core to say; it puts no word of its own into the form before that.

import { offer } from "../page/dom.js";
import { markError } from "../page/errors.js";
import { sharedRuntime } from "../page/python.js";
import { sorted } from "./case.js";

const LARGEST = 1024 * 1024; // bytes of a file, as message.js has it
const TOO_LARGE = "Choose a file of answers, which has less than 1 MB: this one is larger";
const GONE = "Choose the file again: it has been changed, moved or deleted since you chose it";
const BY_HAND = "The answers from the link are in the form. It carries no check, so it could not be checked: compare them with where it comes from.";

/** Open the case that a fragment carries, if it does. A plain one, made by hand, fills the form without Python. */
export function openLink(host, fragment) {
  const all = [...new URLSearchParams(fragment)];
  const ours = all.some(([name]) => name.startsWith("_"));
  const pairs = all.filter(([name, typed]) => name && typed.trim());
  const answers = Object.fromEntries(pairs);
  const { known, rest } = sorted(host.form, answers);
  // It may as well be an anchor that holds "=".
  if (!ours && !Object.keys(known).length) return host.querySelector("[data-told]").append(rest && ` The link holds no answer. ${rest}`);
  history.replaceState(history.state, "", location.pathname + location.search);
  if (ours) return bring(host, "opened", { fragment }, "link");
  const twice = pairs.length > Object.keys(answers).length ? " It gives an answer more than once: the last one was taken." : "";
  return host.open(answers, BY_HAND + twice, "the link");
}

/** Open a file of answers, or say at its field why not. */
export async function openFile(host, file) {
  const control = host.querySelector("#case-file");
  const say = (words) => markError(control, host.querySelector("#case-file-error"), words);
  say(file.size > LARGEST ? TOO_LARGE : "");
  const text = file.size > LARGEST ? null : await file.text().catch(() => say(GONE) ?? null);
  // So that the same file can be chosen again, once it is put right.
  control.value = "";
  if (text !== null) await bring(host, "file_opened", { text }, "file", say);
}

/** Save the answers as a file, finished or not. */
export async function saveFile(host, tell) {
  tell("Making the file…");
  const { text, left_out: leftOut, failure, errors } = await sharedRuntime(host).ask(host.calculator, "file", { case: host.answers });
  const name = `${host.calculator}-answers.json`;
  if (text) offer(name, [text]);
  tell(text ? `Downloaded as ${name}. “Open a file of answers”, below the form, opens it again. ${leftOut}`.trim() : (failure ?? Object.values(errors).join(" ")));
}

function bring(host, task, payload, what, say = () => {}) {
  const opened = async (runtime, _, current) => {
    const { errors, ...reply } = await runtime.ask(host.calculator, task, payload);
    const refused = errors?.["case-file"];
    if (refused && current()) say(refused);
    if (current() && ["whole", "unchecked"].includes(reply.state)) {
      host.open(reply.case, `The answers from the ${what} are in the form.`, `the ${what}`);
    }
    return refused || !errors ? reply : { ...reply, errors };
  };
  return host.submit(opened, `Opening the ${what}…`);
}
