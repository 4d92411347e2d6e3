// In the worker: spreadsheets in, QR codes out, by Python packages that are fetched when first used.

const ZIP = "80,75"; // "PK": how a workbook begins, and no CSV file does

/** The reply of the tool `task`; each package that arrives is told as progress. */
export async function use(python, task, { text, file }, tell) {
  const bytes = file && new Uint8Array(file);
  const packages = ["page-tools"];
  if (task === "qr") packages.push("segno");
  else if (String(bytes.subarray(0, 2)) === ZIP) packages.push("openpyxl");
  for (const name of packages) {
    await python.loadPackage(name, { messageCallback() {}, errorCallback() {} });
    if (!python.loadedPackages[name]) throw Object.assign(new Error(name), { reason: "missing" });
    tell(0, 1);
  }
  return JSON.parse(python.pyimport(`page_tools.${task}`).reply(text ?? python.toPy(bytes)));
}
