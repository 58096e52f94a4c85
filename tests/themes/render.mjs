// Renders a résumé with a theme for JSON Resume and prints the HTML: node --input-type=module --eval "…" THEME RESUME
// Evaluated in the folder of the packages, from where they are found.
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const [theme, resume] = process.argv.slice(1);
console.log = console.error; // its messages are not part of the page
const found = await import(theme);
const render = found.render ?? found.default.render;
const data = JSON.parse(fs.readFileSync(resume, "utf8"));
// Some themes look for their templates where they are run.
process.chdir(path.dirname(createRequire(`${process.cwd()}/`).resolve(theme)));
process.stdout.write(String(await render(data)));
