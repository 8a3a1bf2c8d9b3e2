// Writes a file of TypeScript in which every example of a document has the type that each client has for it.
// Arguments: the document, the folder with the clients (hey/, orval/, fetch/), the file to write.
"use strict";

const fs = require("node:fs");

const pascal = (id) => id.split(/[._]/).map((word) => word[0].toUpperCase() + word.slice(1)).join("");
const camel = (id) => pascal(id)[0].toLowerCase() + pascal(id).slice(1);

function* examples(document) {
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of ["get", "post", "put", "delete"]) {
      const operation = item[method];
      const depth = path.split("{").length - 1;
      for (const [status, holder] of operation ? [["", operation.requestBody], ...Object.entries(operation.responses)] : []) {
        const media = holder && holder.content && holder.content["application/json"];
        if (media && "example" in media) {
          yield { id: operation.operationId, depth, status, value: media.example };
        }
      }
    }
  }
}

// The types that two clients have: hey-api by operation, Orval by what its functions take and answer.
function types({ id, depth, status }) {
  const orval = `Awaited<ReturnType<typeof orval.${camel(id)}>>`;
  return status
    ? [`hey.${pascal(id)}Responses[${status}]`, `Extract<${orval}, { status: ${status} }>["data"]`]
    : [`NonNullable<hey.${pascal(id)}Data["body"]>`, `NonNullable<Parameters<typeof orval.${camel(id)}>[${depth}]>`];
}

const [document, output] = process.argv.slice(2);
const lines = ['import type * as hey from "./hey";', 'import type * as orval from "./orval";'];
let count = 0;
for (const example of examples(JSON.parse(fs.readFileSync(document, "utf8")))) {
  for (const type of types(example)) {
    lines.push(`export const e${count++}: ${type} = ${JSON.stringify(example.value)};`);
  }
}
fs.writeFileSync(output, `${lines.join("\n")}\n`);
console.log(JSON.stringify({ examples: count }));
