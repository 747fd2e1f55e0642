/** What `eval` answers where there is no plain number to answer with. */
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sameSpan } from "#core/timeline.ts";
import { readSample } from "#handlers/sample.ts";
import { createBook } from "#store/create.ts";

const ENTRY = join(import.meta.dirname, "index.ts");
const folder = mkdtempSync(join(tmpdir(), "kessan-eval-"));
const sample = join(folder, "sample.kessan");
/** April to June 2006. */
const FIRST_QUARTER = { start: 4 * 2006, length: 1 };

interface Ran {
  readonly out: string;
  readonly err: string;
}

const kessan = (...words: readonly string[]): Promise<Ran> =>
  new Promise((resolve) => {
    const env = { ...process.env, KESSAN_DATA: join(folder, "data"), INIT_CWD: folder };
    execFile(process.execPath, [ENTRY, ...words], { env, cwd: tmpdir() }, (_error, out, err) => resolve({ out, err }));
  });

const evaluated = (expression: string, period = "2Q06"): Promise<Ran> =>
  kessan("eval", sample, expression, "--period", period, "--json");

beforeAll(() => kessan("sample", sample));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("an end that nothing bounds is null", async () => {
  // Revenue is printed as 14,007: the divisor is 1, and between 0 and 2.
  const { out } = await evaluated("1 / (2 * revenue - 28013)");
  expect(JSON.parse(out)).toMatchObject({ value: 1, low: 0.5, high: null });
  const { out: below } = await evaluated("1 / (28013 - 2 * revenue)");
  expect(JSON.parse(below)).toMatchObject({ value: -1, low: null, high: -0.5 });
});

test("what joins figures from before and after a restatement says so, here and in a period's table", async () => {
  const restated = join(folder, "restated.kessan");
  const book = await readSample(join(import.meta.dirname, "../../../resources"));
  const first = book.facts.find(
    ({ line, scope, basis, span }) =>
      line === "operating_income" && scope === "consolidated" && basis === "actual" && sameSpan(span, FIRST_QUARTER),
  );
  const source = book.sources.find(({ id }) => id === first?.source);
  if (first === undefined || source === undefined) throw new Error("The sample has no operating income of 1Q06.");
  const later = { ...source, id: "later", published: "2007-02-08" };
  const again = { ...first, source: "later", stated: { mantissa: 600, decimals: 0 }, asPrinted: "600", restated: true };
  createBook({
    path: restated,
    book: { ...book, sources: [...book.sources, later], facts: [...book.facts, again] },
    dataFolder: join(folder, "data"),
    now: () => new Date("2007-02-08"),
  });
  const asked = async (...words: readonly string[]): Promise<string> => (await kessan(...words)).out;
  const [pure, joined, table] = await Promise.all([
    asked("eval", restated, "operating_income", "--period", "1Q06"),
    asked("eval", restated, "ttm(operating_income)", "--period", "1Q06"),
    asked("show", restated, "--period", "1Q06"),
  ]);
  expect(pure).toBe("600 JPY million  (reported)\n");
  expect(joined).toBe("2,764 JPY million  (computed; † joins figures from before and after a restatement)\n");
  expect(table).toMatch(/^Operating income \(loss\) +600 +reported +247 +\+142\.9%† /m);
  expect(table).toMatch(/^Income before income tax .* 999 {3}derived +682 +\+46\.5% {2} /m);
  expect(table).toMatch(/\n† joins figures from before and after a restatement\n$/);
});

test("a target that is missing is asked for as one", async () => {
  const { out } = await evaluated("target(revenue)");
  expect(JSON.parse(out)).toEqual({ gap: "needs", detail: "needs Total revenues 2Q06 (target)" });
  const { out: progress } = await evaluated("progress(contracts)");
  expect(JSON.parse(progress)).toMatchObject({ detail: expect.stringContaining("(target)") as string });
});

test.each([
  ["revenue +", "it ends where a figure, a line or a function is still to come (at character 10)"],
  [
    "yoy(gross_margin_ratio * 1)",
    "the growth of a percentage would mislead; yoy_change(…) gives the change in percentage points (at character 1)",
  ],
  [
    "revenue + contracts",
    "what is in different units does not go together (JPY million and contracts) (at character 11)",
  ],
  ["yoy", "write it as yoy(x) (at character 1)"],
  ["1e999", "1e999 is larger than any number can be here (at character 1)"],
  ["lag(revenue)", "write it as lag(x, 2) (at character 1)"],
])("%s is refused in a sentence", async (expression, sentence) => {
  const { out, err } = await evaluated(expression);
  expect(out).toBe("");
  expect(err).toContain(`the expression cannot be used: ${sentence}\n`);
});

test("a figure too large for the digits it is printed with is printed all the same", async () => {
  const { out, err } = await evaluated("revenue / revenue * 1e308");
  expect(err).toBe("");
  expect(JSON.parse(out)).toMatchObject({ text: expect.stringMatching(/^10,000,/) as string });
});

test.each(["2006-02-30", "2005-02-29", "2006-13-01", "2006-00-10", "2006-6-30", "30 June 2006", ""])(
  "as of %j, which is no date, nothing is answered",
  async (date) => {
    const { out, err } = await kessan("eval", sample, "1", "--period", "2Q06", "--as-of", date);
    expect(out).toBe("");
    expect(err).toContain("--as-of takes a date such as 2006-11-02");
  },
);
