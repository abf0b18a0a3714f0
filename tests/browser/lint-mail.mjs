// Prints, as JSON, what the mail clients that most people have do not support of some HTML files,
// by Can I email's data: for each feature, the clients.
import { readFileSync } from "node:fs";
import { doIUseEmail } from "@jsx-email/doiuse-email";

const CLIENTS = ["gmail.*", "outlook.*", "apple-mail.*", "yahoo.*"];
const ERROR = /^`(.+)` is not supported by `(.+)`$/;
const found = {};

for (const file of process.argv.slice(2)) {
  const result = doIUseEmail(readFileSync(file, "utf8"), { emailClients: CLIENTS });
  for (const error of result.success ? [] : result.errors) {
    const [, feature, client] = error.match(ERROR) ?? [, error, "?"];
    (found[feature] ??= new Set()).add(client);
  }
}

for (const feature in found) found[feature] = [...found[feature]].sort();
process.stdout.write(JSON.stringify(found));
