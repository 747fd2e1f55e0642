/**
 * `npm test [-- --short]`: the checks, the unit tests, the build, the end-to-end tests. Everything runs even where
 * something before it failed, so that one run tells all; only the end-to-end tests need the build.
 * `--short` is for the end-to-end tests (scripts/e2e.ts). The last line counts what really ran.
 */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { runChecks } from "./check.ts";
import {
  outcomeOf,
  outcomeOfStep,
  printTally,
  readPlaywrightReport,
  readVitestReport,
  sumOf,
  type Outcome,
} from "./reports.ts";
import { ROOT, runNode } from "./run-node.ts";

const UNIT_REPORT = join(ROOT, "reports", "unit.json");
const E2E_REPORT = join(ROOT, "reports", "e2e.json");

// A report of an earlier run must not speak for this one.
for (const report of [UNIT_REPORT, E2E_REPORT]) rmSync(report, { force: true });

const heading = (title: string): void => console.log(`\n── ${title} ──`);

async function runEndToEnd(built: Outcome): Promise<Outcome> {
  const name = "end-to-end tests";
  if (built.failed > 0) return { name, passed: 0, failed: 1, skipped: 0, trouble: "did not run: there is no build" };
  const { exitCode } = await runNode(["scripts/e2e.ts", ...process.argv.slice(2)], { prints: "here" });
  return outcomeOf(name, exitCode, E2E_REPORT, readPlaywrightReport);
}

heading("checks");
const checks = (await runChecks()).map(({ name, passed }) => outcomeOfStep(name, passed));

heading("unit tests");
const vitest = ["node_modules/vitest/vitest.mjs", "run", "--reporter=default", "--reporter=json"];
const unitRun = await runNode([...vitest, `--outputFile.json=${UNIT_REPORT}`], { prints: "here" });
const unit = outcomeOf("unit tests", unitRun.exitCode, UNIT_REPORT, readVitestReport);

heading("build");
const buildRun = await runNode(["node_modules/electron-vite/bin/electron-vite.js", "build", "--logLevel", "warn"], {
  prints: "here",
});
const build = outcomeOfStep("build", buildRun.exitCode === 0);

heading("end-to-end tests");
const e2e = await runEndToEnd(build);

heading("all");
const outcomes: readonly Outcome[] = [{ name: "checks", ...sumOf(checks), trouble: null }, unit, build, e2e];
for (const { name, passed, failed, skipped, trouble } of outcomes) {
  const counts = `passed ${passed}, failed ${failed}, skipped ${skipped}`;
  console.log(`${failed === 0 ? "✓" : "✗"} ${name}: ${counts}${trouble === null ? "" : `; ${trouble}`}`);
}
console.log("Each check, and the build, counts as one test.");
const total = sumOf(outcomes);
process.exitCode = total.failed === 0 ? 0 : 1;
console.log(printTally(total));
