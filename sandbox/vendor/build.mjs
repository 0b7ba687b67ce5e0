// Bundles entry.js into ../page/vendor/components.js, so that running the page needs neither Node nor the internet.

import { readFileSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const out = new URL("../page/vendor/components.js", import.meta.url);
const { devDependencies } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));
const made = Object.entries(devDependencies).filter(([name]) => name !== "esbuild").map(([name, version]) => `${name} ${version}`);

await build({
  entryPoints: [new URL("entry.js", import.meta.url).pathname],
  outfile: out.pathname,
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  legalComments: "none", // all licences stand in full beside the bundle
  charset: "utf8",
  banner: { js: `/* Built by \`make components\` from ${made.join(", ")}. Licences: LICENSES.txt beside this file. */` },
  alias: { "lit/directives/style-map.js": new URL("style-map.js", import.meta.url).pathname },
  logLevel: "warning",
});

const licences = [
  ["@skyra/discord-components-core (MIT; its package carries no text, so the repository's stands here)", "skyra-LICENSE.txt"],
  ["discord-markdown-parser (Apache-2.0; with simple-markdown, MIT, Khan Academy, in it)", "node_modules/discord-markdown-parser/LICENSE"],
  ["lit, lit-html, lit-element, @lit/reactive-element, @lit/context (BSD-3-Clause)", "node_modules/lit/LICENSE"],
];
const text = licences.map(([what, file]) => `${what}\n\n${readFileSync(new URL(file, import.meta.url), "utf8").trim()}\n`);
writeFileSync(new URL("../page/vendor/LICENSES.txt", import.meta.url), text.join(`\n${"-".repeat(100)}\n\n`));
console.log(`components.js: ${(readFileSync(out).length / 1000).toFixed(0)} kB`);
