// Reads or fills a PDF as a browser would.  Use: pdfjs.mjs LIBRARY text FILE, or
// pdfjs.mjs LIBRARY fill FILE OUT '{"field name": "value"}' (a choice's id ticks its box).
import { readFileSync, writeFileSync } from "node:fs";

// pdf.js draws on a canvas; reading and filling need only that these exist.
for (const name of ["DOMMatrix", "ImageData", "Path2D"]) {
  globalThis[name] ??= class {};
}
const [library, task, file, out, given] = process.argv.slice(2);
const { getDocument } = await import(library);
const data = new Uint8Array(readFileSync(file));
const paper = await getDocument({ data, verbosity: 0 }).promise;

async function text() {
  for (let number = 1; number <= paper.numPages; number++) {
    const page = await paper.getPage(number);
    const { items } = await page.getTextContent();
    console.log(items.map((item) => item.str + (item.hasEOL ? "\n" : "")).join(""));
  }
}

async function fill() {
  const values = JSON.parse(given);
  const fields = await paper.getFieldObjects();
  for (const [name, value] of Object.entries(values)) {
    for (const field of fields[name]) {
      if (field.type === "text") {
        paper.annotationStorage.setValue(field.id, { value });
      } else {
        const ticked = field.exportValues === value;
        paper.annotationStorage.setValue(field.id, { value: ticked });
      }
    }
  }
  writeFileSync(out, await paper.saveDocument());
}

await (task === "fill" ? fill() : text());
