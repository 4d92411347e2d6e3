// Write the brotli form of files: standard input is a list of pairs, the file and where its form goes.
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

const AT_ONCE = 4; // as many as Node has threads for it
const pack = promisify(brotliCompress);
const pairs = JSON.parse(readFileSync(0, "utf8"));

async function work() {
  for (let pair; (pair = pairs.pop()); ) {
    const [file, target] = pair;
    const plain = readFileSync(file);
    const params = {
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
    };
    // Nobody ever sees a part of it, whenever this ends.
    writeFileSync(`${target}.part`, await pack(plain, { params }));
    renameSync(`${target}.part`, target);
  }
}

await Promise.all(Array.from({ length: AT_ONCE }, work));
