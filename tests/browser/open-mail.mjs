// Prints, as JSON, what the library mailparser reads in a message.
import { readFileSync } from "node:fs";
import { simpleParser } from "mailparser";

const mail = await simpleParser(readFileSync(process.argv[2]), { skipHtmlToText: true });
const { subject, from, to, replyTo, date, messageId, text, html } = mail;
process.stdout.write(
  JSON.stringify({
    subject,
    from: from?.value,
    to: to?.value,
    replyTo: replyTo?.value,
    date,
    messageId,
    list: mail.headers.get("list"),
    text,
    html,
    attachments: mail.attachments.length,
    headers: mail.headerLines.map((header) => header.key),
  }),
);
