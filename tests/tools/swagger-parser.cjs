// Validates documents with swagger-parser and prints what it says of each. Arguments: the documents.
"use strict";

const loaded = require("@apidevtools/swagger-parser");
const parser = loaded.default || loaded;

(async () => {
  const said = {};
  for (const path of process.argv.slice(2)) {
    said[path] = await parser.validate(path).then(() => "valid", (error) => error.message);
  }
  console.log(JSON.stringify(said));
})();
