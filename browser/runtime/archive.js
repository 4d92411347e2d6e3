// Files in one piece: an archive of the bundle, a ZIP whose entries are stored as they are.

const utf8 = new TextDecoder();

/** Each file of an archive, by its name. */
export function* entries(archive) {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const two = (at) => view.getUint16(at, true);
  const four = (at) => view.getUint32(at, true);
  const end = archive.byteLength - 22;
  for (let left = two(end + 10), at = four(end + 16); left; left -= 1) {
    const name = two(at + 28);
    const place = four(at + 42);
    const begin = place + 30 + two(place + 26) + two(place + 28);
    yield [utf8.decode(archive.subarray(at + 46, at + 46 + name)), archive.subarray(begin, begin + four(at + 24))];
    at += 46 + name + two(at + 30) + two(at + 32);
  }
}

/** Put files into Python's file system, whose folder this is. */
export function place({ FS }, folder, files) {
  const made = new Set();
  for (const [name, bytes] of files) {
    const path = folder + name;
    const parent = path.slice(0, path.lastIndexOf("/"));
    if (!made.has(parent)) FS.mkdirTree(parent);
    made.add(parent);
    // Copied: a view of them would keep all of the megabytes that they came in.
    if (!path.endsWith("/")) FS.writeFile(path, bytes);
  }
}
