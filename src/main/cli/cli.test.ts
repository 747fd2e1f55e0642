/** The command line as a script meets it: real processes, real files, exit codes and both outputs. */
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import {
  closeSync,
  openSync,
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const ENTRY = join(import.meta.dirname, "index.ts");
const folder = mkdtempSync(join(tmpdir(), "kessan-cli-"));
const sample = join(folder, "sample.kessan");
const environment = { ...process.env, KESSAN_DATA: join(folder, "data"), INIT_CWD: folder };

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const kessan = (...words: string[]): Promise<Ran> =>
  new Promise((resolve) => {
    execFile(process.execPath, [ENTRY, ...words], { env: environment, cwd: tmpdir() }, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, err });
    });
  });

/** What a command says with --json; it must succeed without a word on standard error. */
async function asked(...words: string[]): Promise<Record<string, unknown>> {
  const { code, out, err } = await kessan(...words, "--json");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  return JSON.parse(out) as Record<string, unknown>;
}

/** One clear line on standard error, nothing on standard output. */
async function refused(code: number, line: RegExp, ...words: string[]): Promise<void> {
  const ran = await kessan(...words);
  expect(ran).toEqual({ code, out: "", err: expect.stringMatching(line) as string });
  expect(ran.err.trim().split("\n")).toHaveLength(1);
}

/** A copy of the sample that a test may change. */
function copyOf(name: string): string {
  const path = join(folder, name);
  copyFileSync(sample, path);
  return path;
}

beforeAll(async () => {
  expect(await asked("sample", sample)).toEqual({
    company: "Internet Initiative Japan Inc.",
    facts: 276,
    statements: 96,
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("eval", () => {
  test("growth is computed, with the interval it can lie in", async () => {
    const growth = await asked("eval", sample, "yoy(revenue)", "--period", "2Q06");
    expect(growth).toMatchObject({ route: "computed", text: "17.4%" });
    expect(growth["value"]).toBeCloseTo(0.1742, 4);
    expect(growth["low"]).toBeCloseTo(14006.5 / 11929.5 - 1, 10);
    expect(growth["high"]).toBeCloseTo(14007.5 / 11928.5 - 1, 10);
  });
  test("a margin is computed on a derived amount", async () => {
    const margin = await asked("eval", sample, "gross_margin_ratio", "--period", "1Q06");
    expect(margin).toMatchObject({ route: "computed" });
    expect(margin["value"]).toBeCloseTo(0.1852, 4);
    expect(await asked("eval", sample, "gross_margin", "--period", "1Q06")).toMatchObject({
      value: 2303,
      route: "derived",
      low: 2302,
      high: 2304,
    });
  });
  test("what is implied says so", async () => {
    expect(await asked("eval", sample, "si_onetime_revenue", "--period", "4Q05")).toMatchObject({
      value: 6258,
      route: "implied",
    });
    expect(await asked("eval", sample, "contracts", "--period", "1Q06")).toMatchObject({
      value: 15_354,
      route: "implied",
      low: 15_353,
      high: 15_355,
    });
    expect(await asked("eval", sample, "equipment_revenue", "--period", "FY2005")).toMatchObject({ route: "summed" });
  });
  test("a gap is an answer", async () =>
    expect(await asked("eval", sample, "total_costs", "--period", "1Q04")).toEqual({
      gap: "not-entered",
      detail: "not entered",
    }));
  test("growth on a loss says what happened", async () =>
    expect(await asked("eval", sample, "yoy(operating_income)", "--period", "1Q05")).toEqual({
      gap: "not-meaningful",
      detail: "not meaningful: turned to profit",
    }));
  test("any label style, scope, basis and date", async () => {
    expect(await asked("eval", sample, "revenue", "--period", "2007年3月期 第2四半期")).toMatchObject({
      value: 14_007,
      route: "reported",
    });
    expect(
      await asked("eval", sample, "revenue", "--period", "FY2006", "--basis", "target", "--scope", "non-consolidated"),
    ).toMatchObject({ value: 41_000 });
    expect(
      await asked("eval", sample, "revenue", "--period", "FY2006", "--basis", "target", "--as-of", "2006-06-30"),
    ).toMatchObject({ value: 55_000 });
    expect(await asked("eval", sample, "revenue", "--period", "2Q06", "--as-of", "2006-06-30")).toMatchObject({
      gap: "needs",
    });
  });
  test("what cannot be read is refused with its place", async () => {
    await refused(1, /no line sales \(at character 5\)/, "eval", sample, "yoy(sales)", "--period", "2Q06");
    await refused(1, /5Q06 is not a period/, "eval", sample, "revenue", "--period", "5Q06");
    await refused(
      1,
      /no company nobody; it has iij/,
      "eval",
      sample,
      "revenue",
      "--period",
      "2Q06",
      "--company",
      "nobody",
    );
  });
});

describe("check", () => {
  test("a verdict for every claim, and the two sums that do not tie", async () => {
    const rows = (await asked("check", sample)) as unknown as Record<string, unknown>[];
    const claims = rows.filter(({ kind }) => kind === "stated");
    const count = (verdict: string): number => claims.filter((row) => row["verdict"] === verdict).length;
    expect([claims.length, count("exact"), count("within"), count("outside"), count("not-computable")]).toEqual([
      96, 75, 16, 1, 4,
    ]);
    expect(claims.find(({ verdict }) => verdict === "outside")).toMatchObject({
      expression: "revenue / target(revenue, initial) - 1",
      period: "1H06",
      stated: 0.056,
      hint: "26,400 / 25,000 - 1",
    });
    for (const row of claims.filter(({ verdict }) => verdict === "not-computable"))
      expect(row["detail"]).toMatch(/^needs /);
    expect(rows.filter(({ kind, verdict }) => kind !== "stated" && verdict === "outside")).toMatchObject([
      { kind: "identity", expression: "equity", period: "4Q05", stated: 20_222, computed: 20_307 },
      { kind: "identity", expression: "equity", period: "2Q06", stated: 19_808, computed: 19_892 },
    ]);
  });
  test("for a person, what is worth a look and a count", async () => {
    const { code, out } = await kessan("check", sample);
    expect(code).toBe(0);
    expect(out).toMatch(
      /outside +stated +consolidated +revenue \/ target\(revenue, initial\) - 1 +1H06 +5\.6% +5\.78% +26,400 \/ 25,000 - 1/,
    );
    expect(out).toMatch(/3 outside, 4 not-computable/);
  });
  test("an edit changes the verdicts that depend on it and no other", async () => {
    const book = copyOf("checked.kessan");
    const verdicts = async (): Promise<Map<string, unknown>> => {
      const rows = (await asked("check", book)) as unknown as Record<string, unknown>[];
      return new Map(
        rows.map((row, at) => [`${at} ${String(row["expression"])} ${String(row["period"])}`, row["verdict"]]),
      );
    };
    const before = await verdicts();
    await asked("set", book, "capex", "2Q06", "700");
    const after = await verdicts();
    const changed = [...after]
      .filter(([name, verdict]) => verdict !== before.get(name))
      .map(([name]) => name.replace(/^\d+ /, ""));
    expect(changed).toEqual(["yoy(capex) 2Q06"]);
  });
});

describe("set, undo, redo", () => {
  test("an edit moves what depends on it, and undo brings it back", async () => {
    const book = copyOf("edited.kessan");
    const value = async (expression: string): Promise<unknown> =>
      (await asked("eval", book, expression, "--period", "2Q06"))["value"];
    expect(await asked("set", book, "revenue", "2Q06", "15000")).toMatchObject({
      value: 15_000,
      route: "reported",
      period: "2Q06",
    });
    expect(await value("yoy(revenue)")).toBeCloseTo(0.2574, 4);
    expect(await value("gross_margin_ratio")).toBeCloseTo(0.1706, 4);
    expect(await asked("undo", book)).toMatchObject({ line: "revenue", value: 14_007 });
    expect(await value("yoy(revenue)")).toBeCloseTo(0.1742, 4);
    expect(await value("gross_margin_ratio")).toBeCloseTo(0.1827, 4);
    expect(await asked("redo", book)).toMatchObject({ value: 15_000 });
    expect(await value("yoy(revenue)")).toBeCloseTo(0.2574, 4);
  });
  test("a figure into an empty cell is entered by hand, and an empty value takes it away", async () => {
    const book = copyOf("new-quarter.kessan");
    await asked("set", book, "operating_income", "3Q06", "△1,234");
    const facts = (await asked("facts", book)) as unknown as Record<string, unknown>[];
    expect(facts).toHaveLength(277);
    expect(facts.find(({ period }) => period === "3Q06")).toMatchObject({
      value: -1234,
      source: "Entered by hand",
      published: null,
    });
    expect(await asked("set", book, "operating_income", "3Q06", "")).toMatchObject({ value: null, gap: "needs" });
    expect(await asked("set", book, "operating_income", "3Q06", "-100")).toMatchObject({ value: -100 });
  });
  test("a percentage typed over a computed one is kept as printed, and that is said", async () => {
    const book = copyOf("printed.kessan");
    expect(await asked("set", book, "gross_margin_ratio", "2Q06", "19.0")).toMatchObject({
      text: "18.3%",
      route: "computed",
      printed: "19.0%",
    });
    const rows = (await asked("check", book)) as unknown as Record<string, unknown>[];
    expect(
      rows.find(
        ({ kind, expression, period }) => kind === "routes" && expression === "gross_margin_ratio" && period === "2Q06",
      ),
    ).toMatchObject({ verdict: "outside" });
  });
  test("bad input is refused and loses nothing", async () => {
    const book = copyOf("refused.kessan");
    const before = readFileSync(book);
    await refused(1, /abc was not entered: it is not a figure/, "set", book, "revenue", "2Q06", "abc");
    await refused(1, /1,23 was not entered: its commas/, "set", book, "revenue", "2Q06", "1,23");
    await refused(1, /not a period/, "set", book, "revenue", "2Q", "1");
    await refused(1, /no line sales/, "set", book, "sales", "2Q06", "1");
    await refused(1, /no source nowhere; it has/, "set", book, "revenue", "2Q06", "1", "--source", "nowhere");
    await refused(1, /nothing to undo/, "undo", book);
    await refused(1, /nothing to redo/, "redo", book);
    expect(readFileSync(book).equals(before)).toBe(true);
  });
});

describe("lists", () => {
  test("lines in the company's order", async () => {
    const lines = (await asked("lines", sample)) as unknown as { id: string }[];
    expect(lines).toHaveLength(51);
    expect(lines.slice(0, 2).map(({ id }) => id)).toEqual(["revenue", "connectivity_vas_revenue"]);
  });
  test("facts as the deck prints them", async () => {
    const facts = (await asked("facts", sample, "--scope", "non-consolidated")) as unknown as Record<string, unknown>[];
    expect(facts).toHaveLength(16);
    expect(facts[0]).toMatchObject({ company: "iij", scope: "non-consolidated", basis: "target", decimals: 0 });
    const cash = ((await asked("facts", sample)) as unknown as Record<string, unknown>[]).filter(
      ({ line }) => line === "cash",
    );
    expect(cash.map(({ period, value }) => `${String(period)} ${String(value)}`)).toEqual([
      "2Q05 6953",
      "4Q05 13727",
      "2Q06 12860",
    ]);
  });
  test("the results of a period, with the year before", async () => {
    const rows = (await asked("show", sample, "--period", "1H06")) as unknown as Record<string, unknown>[];
    expect(rows.find(({ line }) => line === "operating_income")).toMatchObject({
      value: 1370,
      prior: { value: 754 },
      yoy: { text: "+81.7%" },
    });
    expect((await kessan("show", sample, "--period", "1H06")).out).toMatch(
      /Total revenues +26,444 +reported +21,809 +\+21\.3%/,
    );
  });
});

describe("new", () => {
  const wanted = [
    "--company",
    "Acme",
    "--year-end",
    "12",
    "--fy-named-by",
    "end",
    "--currency",
    "USD",
    "--unit",
    "thousand",
  ];
  test("an empty book that can be filled", async () => {
    const book = join(folder, "acme.kessan");
    expect(await asked("new", book, ...wanted)).toEqual({ company: "Acme", facts: 0, statements: 0 });
    expect(await asked("set", book, "revenue", "Q1 FY24", "$1,200")).toMatchObject({ value: 1200, period: "1Q24" });
    await refused(1, /is there already/, "new", book, ...wanted);
    expect((await asked("facts", book)) as unknown as unknown[]).toHaveLength(1);
  });
  test("wrong usage", async () => {
    await refused(
      2,
      /--year-end is a month/,
      "new",
      join(folder, "x.kessan"),
      "--company",
      "A",
      "--year-end",
      "13",
      "--fy-named-by",
      "end",
    );
    await refused(2, /--company is needed/, "new", join(folder, "x.kessan"));
    expect(existsSync(join(folder, "x.kessan"))).toBe(false);
  });
});

describe("export", () => {
  test("a workbook and a table", async () => {
    const xlsx = await asked("export", sample, "out.xlsx");
    expect(xlsx["bytes"]).toBe(statSync(join(folder, "out.xlsx")).size);
    expect(readFileSync(join(folder, "out.xlsx")).subarray(0, 2).toString()).toBe("PK");
    expect(xlsx["sheets"]).not.toEqual([]);
    await asked("export", sample, "out.csv", "--spans", "Q");
    expect(readFileSync(join(folder, "out.csv"), "utf8")).toContain("14007");
  });
  test("wrong usage", async () => {
    await refused(2, /ends in \.xlsx or \.csv/, "export", sample, "out.pdf");
    await refused(2, /--spans takes/, "export", sample, "out.csv", "--spans", "D");
    await refused(1, /folder of .* is not there/, "export", sample, join("nowhere", "out.csv"));
  });
});

describe("books that cannot be had", () => {
  test("missing, not one, damaged", async () => {
    await refused(1, /there is no book at/, "eval", join(folder, "none.kessan"), "revenue", "--period", "2Q06");
    const text = join(folder, "text.kessan");
    writeFileSync(text, "revenue,14007\n");
    await refused(1, /is not a Kessan book; it was left as it is/, "set", text, "revenue", "2Q06", "1");
    expect(readFileSync(text, "utf8")).toBe("revenue,14007\n");
    const damaged = copyOf("damaged.kessan");
    const bytes = readFileSync(damaged);
    writeFileSync(damaged, bytes.subarray(0, bytes.length - 4096));
    await refused(1, /is damaged/, "lines", damaged);
  });
  test("in use by another process", async () => {
    const book = copyOf("held.kessan");
    const holder = spawn(process.execPath, [join(import.meta.dirname, "hold-for-test.ts"), book], {
      env: environment,
      stdio: ["pipe", "pipe", "inherit"],
    });
    await once(holder.stdout, "data");
    await refused(1, /is open in another Kessan \(process \d+\)/, "set", book, "revenue", "2Q06", "1");
    // Reading is still possible: the file is whole at any moment.
    expect(await asked("eval", book, "revenue", "--period", "2Q06")).toMatchObject({ value: 14_007 });
    holder.stdin.end();
    await once(holder, "exit");
    expect(await asked("set", book, "revenue", "2Q06", "1")).toMatchObject({ value: 1 });
  });
  test("read-only", async (context) => {
    if ((process.getuid?.() ?? 0) === 0)
      return context.skip("root may write anything, and Windows has no modes of folders; the store's tests drop root");
    const shelf = join(folder, "shelf");
    mkdirSync(shelf);
    const book = join(shelf, "book.kessan");
    copyFileSync(sample, book);
    chmodSync(shelf, 0o500);
    await refused(1, /cannot be written; nothing was changed/, "set", book, "revenue", "2Q06", "1");
    chmodSync(shelf, 0o700);
  });
});

test("an answer that could not be written is no success", async (context) => {
  if (!existsSync("/dev/full")) return context.skip("there is no device here that is always full");
  const full = openSync("/dev/full", "w");
  const ran = spawn(process.execPath, [ENTRY, "facts", sample], { env: environment, stdio: ["ignore", full, "pipe"] });
  const said: string[] = [];
  ran.stderr?.on("data", (text) => said.push(String(text)));
  const [code] = (await once(ran, "close")) as [number];
  closeSync(full);
  expect(code).toBe(1);
  expect(said.join("")).toMatch(/the disk of standard output is full/);
});

test("wrong usage says what there is", async () => {
  await refused(2, /there is no command frobnicate/, "frobnicate");
  await refused(2, /it takes BOOK EXPR/, "eval", sample);
  await refused(2, /--period is needed/, "eval", sample, "revenue");
  await refused(2, /Unknown option '--perod'/, "eval", sample, "revenue", "--perod", "2Q06");
  await refused(2, /--scope is one of/, "eval", sample, "revenue", "--period", "2Q06", "--scope", "both");
  await refused(2, /--as-of takes a date/, "eval", sample, "revenue", "--period", "2Q06", "--as-of", "yesterday");
  expect(await kessan("eval", sample, "-revenue", "--period", "2Q06")).toMatchObject({
    code: 0,
    out: expect.stringContaining("-14,007") as string,
  });
  const help = await kessan("help");
  expect(help).toMatchObject({ code: 0, err: "" });
  expect(help.out).toContain("eval BOOK EXPR");
});
