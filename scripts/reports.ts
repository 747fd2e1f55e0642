/**
 * Counting what the test runners did, from the reports that they wrote themselves. A runner that
 * crashed, wrote nothing, or ran nothing counts as a failure: silence must never look like success.
 */
import { readFileSync } from "node:fs";

export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** How one part of `npm test` went. */
export interface Outcome extends Tally {
  readonly name: string;
  /** What failed beside the tests themselves, in one sentence; null where nothing did. */
  readonly trouble: string | null;
}

/** Reads a runner's own report. @throws when it is not one. */
export type ReportReader = (report: unknown) => Tally;

interface VitestReport {
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

interface PlaywrightReport {
  readonly stats: Readonly<Record<"expected" | "unexpected" | "flaky" | "skipped", number>>;
  readonly errors: readonly unknown[];
}

const hasShape = (report: unknown, ...names: string[]): report is object =>
  typeof report === "object" && report !== null && names.every((name) => name in report);

/** The report of `vitest --reporter=json`. A file that could not be loaded has no tests, and fails as one. */
export const readVitestReport: ReportReader = (report) => {
  if (!hasShape(report, "testResults")) throw new Error("not a report of vitest");
  const files = (report as VitestReport).testResults;
  const statuses = files.flatMap((file) => file.assertionResults.map(({ status }) => status));
  const passed = statuses.filter((status) => status === "passed").length;
  const failed = statuses.filter((status) => status === "failed").length;
  const brokenFiles = files.filter(
    ({ status, assertionResults }) => status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  );
  return { passed, failed: failed + brokenFiles.length, skipped: statuses.length - passed - failed };
};

/** The report of Playwright's `json` reporter. A test that passes only when repeated has failed once, and counts so. */
export const readPlaywrightReport: ReportReader = (report) => {
  if (!hasShape(report, "stats", "errors")) throw new Error("not a report of Playwright");
  const { stats, errors } = report as PlaywrightReport;
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped };
};

/** What a test runner did, from its report and the way it ended. */
export function outcomeOf(name: string, exitCode: number, reportPath: string, read: ReportReader): Outcome {
  let tally: Tally;
  try {
    tally = read(JSON.parse(readFileSync(reportPath, "utf8")));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { name, passed: 0, failed: 1, skipped: 0, trouble: `left no report that can be read (${why})` };
  }
  const trouble = troubleOf(tally, exitCode);
  return { name, ...tally, failed: tally.failed + (trouble === null ? 0 : 1), trouble };
}

function troubleOf(tally: Tally, exitCode: number): string | null {
  if (tally.passed + tally.failed === 0) return "ran no test";
  if (exitCode !== 0 && tally.failed === 0) return `ended with exit code ${exitCode}, though no test failed`;
  return null;
}

/** A step without tests of its own, such as a build: it counts as one. */
export const outcomeOfStep = (name: string, passed: boolean): Outcome => ({
  name,
  passed: passed ? 1 : 0,
  failed: passed ? 0 : 1,
  skipped: 0,
  trouble: null,
});

export const sumOf = (tallies: readonly Tally[]): Tally => ({
  passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
  failed: tallies.reduce((sum, { failed }) => sum + failed, 0),
  skipped: tallies.reduce((sum, { skipped }) => sum + skipped, 0),
});

export const printTally = ({ passed, failed, skipped }: Tally): string =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;
