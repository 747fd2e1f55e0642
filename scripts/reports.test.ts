/** Over reports that the runners really wrote, shortened to what a reader might look at. */
import { expect, test } from "vitest";
import {
  outcomeOf,
  outcomeOfStep,
  printTally,
  readPlaywrightReport,
  readVitestReport,
  sumOf,
  type ReportReader,
} from "./reports.ts";

const outcome = (exitCode: number, report: string, read: ReportReader) =>
  outcomeOf("tests", exitCode, `${import.meta.dirname}/fixtures/${report}.json`, read);

test("vitest's tests are counted by how they ended; a todo is skipped", () => {
  expect(outcome(1, "vitest-mixed", readVitestReport)).toEqual({
    name: "tests",
    passed: 2,
    failed: 1,
    skipped: 2,
    trouble: null,
  });
});

test("a test file that cannot be loaded counts as a failed test", () => {
  expect(outcome(1, "vitest-broken-file", readVitestReport)).toMatchObject({ passed: 0, failed: 1, trouble: null });
});

test("Playwright's tests are counted by how they ended; one that passes only when repeated has failed", () => {
  expect(outcome(1, "playwright-mixed", readPlaywrightReport)).toEqual({
    name: "tests",
    passed: 1,
    failed: 2,
    skipped: 1,
    trouble: null,
  });
});

test("specs that cannot be loaded count as failures", () => {
  expect(outcome(1, "playwright-broken-file", readPlaywrightReport)).toMatchObject({ passed: 0, trouble: null });
  expect(outcome(1, "playwright-broken-file", readPlaywrightReport).failed).toBeGreaterThan(0);
});

test("a runner that ran nothing has failed, whatever its exit code says", () => {
  const { failed, trouble } = outcome(0, "vitest-no-test", readVitestReport);
  expect(failed).toBe(1);
  expect(trouble).toBe("ran no test");
});

test("a runner that ran only skipped tests has failed", () => {
  const onlySkipped: ReportReader = () => ({ passed: 0, failed: 0, skipped: 3 });
  expect(outcome(0, "vitest-mixed", onlySkipped)).toMatchObject({ failed: 1, skipped: 3, trouble: "ran no test" });
});

test("a runner that crashed after its tests had passed has failed once", () => {
  const allPassed: ReportReader = () => ({ passed: 5, failed: 0, skipped: 0 });
  expect(outcome(134, "vitest-mixed", allPassed)).toMatchObject({
    passed: 5,
    failed: 1,
    trouble: "ended with exit code 134, though no test failed",
  });
});

test("a runner that left no report has failed, even with exit code 0", () => {
  expect(outcome(0, "is-not-there", readVitestReport)).toMatchObject({ passed: 0, failed: 1 });
  expect(outcome(0, "is-not-there", readVitestReport).trouble).toContain("left no report");
});

test.each([
  ["vitest", "playwright-mixed", readVitestReport],
  ["Playwright", "vitest-mixed", readPlaywrightReport],
])("another runner's report is not taken for %s's", (_, report, read) => {
  expect(outcome(0, report, read)).toMatchObject({ passed: 0, failed: 1 });
});

test("the last line adds up everything, and a step without tests counts as one", () => {
  const parts = [
    outcomeOfStep("build", true),
    outcomeOfStep("lint", false),
    outcome(1, "vitest-mixed", readVitestReport),
    outcome(1, "playwright-mixed", readPlaywrightReport),
  ];
  expect(printTally(sumOf(parts))).toBe("4 passed, 4 failed, 3 skipped");
});
