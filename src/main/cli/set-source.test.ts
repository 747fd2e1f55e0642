/** `set … --source S`: a figure of one source, beside what other sources state of the cell. */
import { execFile } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

const ENTRY = join(import.meta.dirname, "index.ts");
const folder = mkdtempSync(join(tmpdir(), "kessan-set-source-"));
const sample = join(folder, "sample.kessan");
const book = join(folder, "book.kessan");

interface Ran {
  readonly out: string;
  readonly err: string;
}

const kessan = (...words: readonly string[]): Promise<Ran> =>
  new Promise((resolve) => {
    const env = { ...process.env, KESSAN_DATA: join(folder, "data"), INIT_CWD: folder };
    execFile(process.execPath, [ENTRY, ...words], { env, cwd: tmpdir() }, (_error, out, err) => resolve({ out, err }));
  });

const NEWER = "iij-presentation-2q06";
const OLDER = "iij-targets-2005";
const OLDER_TITLE = "Targets for FY2006, with the FY2005 results";

/** Sets revenue of 2Q06 and reads the answer. */
async function set(value: string, source: string): Promise<unknown> {
  const { out, err } = await kessan("set", book, "revenue", "2Q06", value, "--source", source, "--json");
  expect(err).toBe("");
  return JSON.parse(out);
}

/** What the sources print of it. */
async function printed(): Promise<readonly string[]> {
  const { out } = await kessan("facts", book, "--scope", "consolidated", "--basis", "actual", "--json");
  const facts = JSON.parse(out) as { line: string; period: string; asPrinted: string; source: string }[];
  return facts
    .filter(({ line, period }) => line === "revenue" && period === "2Q06")
    .map(({ asPrinted, source }) => `${asPrinted} in ${source}`);
}

const FIRST = "14,007 in Results presentation 2Q06 / 1H06";

beforeAll(() => kessan("sample", sample));
beforeEach(() => copyFileSync(sample, book));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("an older one's figure is kept beside the one in force, which stays and is shown", async () => {
  expect(await set("13,900", OLDER)).toMatchObject({
    value: 14_007,
    route: "reported",
    kept: { source: OLDER, text: "13,900" },
  });
  expect(await printed()).toEqual([FIRST, `13,900 in ${OLDER_TITLE}`]);
  const { out } = await kessan("set", book, "revenue", "2Q06", "13,901", "--source", OLDER);
  expect(out).toBe(`Total revenues 2Q06: 14,007 (reported by ${NEWER}; 13,901 of ${OLDER} is kept beside it)\n`);
  // What the source states already is no edit.
  await set("13,901", OLDER);
  await kessan("undo", book);
  await kessan("undo", book);
  expect(await printed()).toEqual([FIRST]);
});

test("an empty value takes its own figure away, and no other", async () => {
  await set("13,900", OLDER);
  for (let times = 0; times < 2; times += 1) {
    expect(await set("", OLDER)).toMatchObject({ value: 14_007 });
    expect(await printed()).toEqual([FIRST]);
  }
});

test("the one in force is corrected", async () => {
  const answer = await set("14,008", NEWER);
  expect(answer).toMatchObject({ value: 14_008, route: "reported" });
  expect(answer).not.toHaveProperty("kept");
  expect(await printed()).toEqual(["14,008 in Results presentation 2Q06 / 1H06"]);
});

test("a source may be called by its title", async () => {
  await set("-", OLDER_TITLE);
  expect(await printed()).toEqual([FIRST, `- in ${OLDER_TITLE}`]);
});

test("one that the book does not have is refused with those that it has", async () => {
  const { out, err } = await kessan("set", book, "revenue", "2Q06", "1", "--source", "nowhere");
  expect([out, err]).toEqual(["", `kessan: the book has no source nowhere; it has ${OLDER}, ${NEWER}\n`]);
  expect(await printed()).toEqual([FIRST]);
});
