// Put the style sheets together: reads {theme, ours, unused} from standard input, writes one sheet.
import { text } from "node:stream/consumers";
import { transform } from "lightningcss";

const sheet = (code, unusedSymbols = []) =>
  transform({ filename: "site.css", code: Buffer.from(code), minify: true, unusedSymbols }).code.toString();
const names = (code, pattern) => new Set(Array.from(code.matchAll(pattern), (found) => found[1]));

const { theme, ours, unused } = JSON.parse(await text(process.stdin));
const whole = `${sheet(`@layer theme{${theme}}`, unused)}\n${sheet(ours)}`;
// What set a property may be there for rules that are gone now.
const read = names(whole, /var\(\s*(--[\w-]+)/g);
const unread = [...names(whole, /(--[\w-]+)\s*:/g)].filter((name) => !read.has(name));
process.stdout.write(sheet(whole, unread));
