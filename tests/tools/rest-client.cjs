// Asks a store through the official client for Node: requests come in on stdin, one JSON line each, answers go out likewise.
"use strict";

const readline = require("node:readline");
const Client = require("@woocommerce/woocommerce-rest-api").default;

async function answer({ options, method, path, data, params }) {
  const client = new Client(options);
  const call = method.toLowerCase();
  const sent = ["post", "put"].includes(call) ? client[call](path, data, params) : client[call](path, params);
  try {
    const { status, data: body, headers } = await sent;
    return { status, body, headers };
  } catch (error) {
    if (!error.response) {
      return { failure: String(error) };
    }
    const { status, data: body, headers } = error.response;
    return { status, body, headers };
  }
}

(async () => {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    process.stdout.write(`${JSON.stringify(await answer(JSON.parse(line)))}\n`);
  }
})();
