/**
 * Sees that every word of the window's dictionary is read somewhere, and that no component says anything that is not
 * in it. To prove that it would see it, it then plants a word that nobody reads and a text of every kind into the
 * components, in the compiler's memory alone, and expects to find each.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./run-node.ts";
import { readWords, type Reading } from "./words-read.ts";

const WORDS = join(ROOT, "src/renderer/words/display.ts");
const COMPONENT = join(ROOT, "src/renderer/bar/DisplayMenu.tsx");

const UNREAD = "planted";

/** What stands for itself in code and says nothing: none of it may be found. */
const SILENT = `<i className="silent" data-key="silent">{":"} · {1} {shown === "silent" ? null : 2}</i>`;

const LITERALS: Readonly<Record<string, string>> = {
  between: "<i>planted between</i>",
  braced: `<i>{"planted braced"}</i>`,
  chosen: `<i>{shown === "" ? "planted chosen" : null}</i>`,
  pieced: "<i>{`planted pieced ${shown}`}</i>",
  title: `<i title="planted title" />`,
  label: `<i aria-label={"planted label"} />`,
  placeholder: "<input placeholder={`planted placeholder`} />",
  handed: `<Told hint="planted handed" />`,
};

const planted = (): ReadonlyMap<string, string> => {
  const words = readFileSync(WORDS, "utf8").replaceAll(/(?<== \{\n)/g, `  ${UNREAD}: "${UNREAD}",\n`);
  const told = "function Told({ hint }: { readonly hint: string }) {\n  return hint;\n}\n";
  const parts = Object.values(LITERALS).join("\n");
  const component = `export function Planted({ shown }: { readonly shown: string }) {\n  return <>${parts}${SILENT}</>;\n}\n`;
  return new Map([
    [WORDS, words],
    [COMPONENT, readFileSync(COMPONENT, "utf8") + told + component],
  ]);
};

function complaints({ unread, literals }: Reading): string[] {
  return [
    ...unread.map((path) => `words: nobody reads ${path}`),
    ...literals.map(({ where, text }) => `${where}: “${text}” belongs in the dictionary`),
  ];
}

function unproven(found: Reading, before: Reading): string[] {
  const texts = found.literals.map(({ text }) => text);
  const missed = Object.keys(LITERALS).filter((kind) => !texts.some((text) => text.startsWith(`planted ${kind}`)));
  const more = found.literals.length - before.literals.length - Object.keys(LITERALS).length;
  return [
    ...(found.unread.includes(`display.${UNREAD}`) ? [] : ["a planted word that nobody reads was not found"]),
    ...missed.map((kind) => `a planted text was not found: ${LITERALS[kind] ?? kind}`),
    ...(more === 0 ? [] : [`${more} planted texts too many were found: ${texts.join(", ")}`]),
  ];
}

const found = readWords(ROOT);
const problems = [...complaints(found), ...unproven(readWords(ROOT, planted()), found)];
for (const problem of problems) console.error(problem);
console.log(`${found.words} words, ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
