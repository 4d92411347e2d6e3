// Print the brotli form of a file, as a host that compresses its files beforehand would send it.
import { readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";

const [file, quality] = process.argv.slice(2);
const params = { [constants.BROTLI_PARAM_QUALITY]: Number(quality), [constants.BROTLI_PARAM_LGWIN]: 24 };
process.stdout.write(brotliCompressSync(readFileSync(file), { params }));
