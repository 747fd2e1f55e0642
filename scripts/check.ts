/** Every check of the code that needs no test: `npm run check`. A line for each; the whole output of one that fails. */
import { availableParallelism } from "node:os";
import { runNode } from "./run-node.ts";

interface Check {
  readonly name: string;
  readonly args: readonly string[];
}

export interface Verdict {
  readonly name: string;
  readonly passed: boolean;
}

// The longest first: the last to end decides how long it takes.
const CHECKS: readonly Check[] = [
  { name: "types", args: ["node_modules/typescript/bin/tsc", "-b"] },
  { name: "walls", args: ["scripts/check-walls.ts"] },
  { name: "words", args: ["scripts/check-words.ts"] },
  { name: "unused", args: ["node_modules/knip/bin/knip.js", "--no-progress"] },
  { name: "lint", args: ["node_modules/oxlint/bin/oxlint", "--deny-warnings"] },
  { name: "format", args: ["node_modules/oxfmt/bin/oxfmt", "--check"] },
];

async function judge(check: Check): Promise<Verdict> {
  const began = performance.now();
  const { exitCode, output } = await runNode(check.args);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const passed = exitCode === 0;
  console.log(`${passed ? "✓" : "✗"} ${check.name.padEnd(6)} ${seconds} s`);
  if (!passed) console.log(output.trimEnd());
  return { name: check.name, passed };
}

/** Runs every check, as many at a time as there are cores, and prints each verdict when it is known. */
export async function runChecks(): Promise<Verdict[]> {
  const waiting = CHECKS.values();
  const verdicts: Verdict[] = [];
  const work = async (): Promise<void> => {
    for (const check of waiting) verdicts.push(await judge(check));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return verdicts;
}

if (import.meta.main) {
  const verdicts = await runChecks();
  process.exitCode = verdicts.every(({ passed }) => passed) ? 0 : 1;
}
