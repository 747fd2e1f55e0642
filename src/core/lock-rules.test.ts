import { describe, expect, test } from "vitest";
import type { Book, Fact, QuarterLock, Source } from "#core/book.ts";
import { objectionTo } from "#core/change-rules.ts";
import { applyChanges, inverse, type RowChange } from "#core/changes.ts";
import { lockOnEntry, planEntry, type Entered } from "#core/entry.ts";
import { claim, spanOf, tellBook } from "#core/figures/book-for-test.ts";
import { planEditLine, planRemoveLine } from "#core/line-plans.ts";
import { lockInTheWay, lockOn, planLock, planUnlock } from "#core/lock-rules.ts";
import { planRestatedMark } from "#core/restatement-plans.ts";
import { endOf } from "#core/timeline.ts";

const Q2 = endOf(spanOf("2Q06"));
const OPEN: Book = tellBook(
  { sales: {}, cash: { kind: "stock" } },
  [
    ["sales", "2Q06", "110"],
    ["sales", "1H06", "210"],
    ["sales", "1Q06", "100"],
    ["cash", "2Q06", "50"],
    ["sales", "FY2006", "450", { basis: "target" }],
  ],
  { report: "2006-11-02" },
  { statements: [claim("yoy(sales)", "2Q06", 3.2, 1)] },
);
const LOCK: QuarterLock = { company: "acme", boundary: Q2, text: "checked" };
const LOCKED: Book = { ...OPEN, locks: [LOCK] };

const entered = (line: string, period: string, mantissa: number | null): Entered => ({
  company: "acme",
  scope: "consolidated",
  basis: "actual",
  source: null,
  way: "typed",
  entries: [
    {
      line,
      span: spanOf(period),
      stated: mantissa === null ? null : { mantissa, decimals: 0 },
      text: String(mantissa),
    },
  ],
});
const factOf = (line: string, period: string): Fact => {
  const span = spanOf(period);
  const found = OPEN.facts.find(
    (fact) => fact.line === line && endOf(fact.span) === endOf(span) && fact.span.length === span.length,
  );
  if (found === undefined) throw new RangeError(line);
  return found;
};

describe("a locked quarter", () => {
  test.each([
    ["the quarter itself", "sales", "2Q06", 1],
    ["the half that ends with it", "sales", "1H06", 1],
    ["twelve months that end with it", "sales", "LTM 2Q06", 1],
    ["a balance at its end", "cash", "2Q06", 1],
    ["a figure taken away", "sales", "2Q06", null],
  ])("takes no entry: %s", (_, line, period, mantissa) => {
    const entry = entered(line, period, mantissa);
    expect(lockOnEntry(LOCKED, entry)).toEqual(LOCK);
    expect(() => planEntry(LOCKED, entry)).toThrow("quarter-locked period=2Q06 reason=checked");
    expect(lockOnEntry(OPEN, entry)).toBeNull();
  });

  test("takes no other day and no other rounding of a source that its figures come from", () => {
    const [source] = LOCKED.sources;
    if (source === undefined) throw new RangeError("a source");
    const change = (draft: Partial<Source>): RowChange[] => [
      { in: "sources", before: source, after: { ...source, ...draft } },
    ];
    expect(lockInTheWay(LOCKED, change({ published: "2006-12-01" }))).toEqual(LOCK);
    expect(lockInTheWay(LOCKED, change({ rounding: "truncated" }))).toEqual(LOCK);
    expect(objectionTo(LOCKED, change({ rounding: "truncated" }))?.why).toBe("quarter-locked");
    expect(lockInTheWay(LOCKED, change({ title: "Tanshin 2Q06" }))).toBeNull();
    const elsewhere = { ...LOCKED, facts: [], statements: [] };
    expect(lockInTheWay(elsewhere, change({ rounding: "truncated" }))).toBeNull();
    const claimed = { ...LOCKED, facts: [] };
    expect(lockInTheWay(claimed, change({ rounding: "truncated" }))).toEqual(LOCK);
  });

  test.each([
    ["the quarter before", "1Q06", 1],
    ["the year that only runs through it", "FY2006", 1],
    ["what is there already", "2Q06", 110],
  ])("leaves open: %s", (_, period, mantissa) => {
    expect(lockOnEntry(LOCKED, entered("sales", period, mantissa))).toBeNull();
    expect(() => planEntry(LOCKED, entered("sales", period, mantissa))).not.toThrow();
  });

  test("refuses a paste whole where one cell of it is locked", () => {
    const open = entered("sales", "1Q06", 1);
    const both = { ...open, entries: [...open.entries, ...entered("sales", "2Q06", 2).entries] };
    expect(() => planEntry(LOCKED, both)).toThrow("quarter-locked");
  });

  test("is of one company", () => {
    expect(lockOn([{ ...LOCK, company: "other" }], "acme", spanOf("2Q06"))).toBeNull();
  });
});

describe("a change of rows", () => {
  const [stated] = OPEN.statements;
  if (stated === undefined) throw new Error("no claim");
  const restated = planRestatedMark(factOf("sales", "2Q06")).changes;
  const claimGone: RowChange[] = [{ in: "statements", before: stated, after: null }];

  test.each([
    ["a restatement", restated],
    ["a printed claim of it", claimGone],
    ["a line that goes with its figures", planRemoveLine(OPEN, "cash").changes],
  ])("is refused: %s", (_, changes) => {
    expect(objectionTo(LOCKED, changes)).toMatchObject({ why: "quarter-locked" });
    expect(objectionTo(OPEN, changes)).toBeNull();
  });

  test("may rename the line of a locked figure, which stays what it is", () => {
    const [sales] = OPEN.lines;
    if (sales === undefined) throw new Error("no line");
    const renamed = planEditLine(LOCKED, "sales", { ...sales, id: "revenue" }).changes;
    expect(renamed.some((change) => change.in === "facts")).toBe(true);
    expect(objectionTo(LOCKED, renamed)).toBeNull();
    const moved = factOf("sales", "2Q06");
    const otherLine: RowChange[] = [{ in: "facts", before: moved, after: { ...moved, line: "other" } }];
    expect(lockInTheWay(LOCKED, otherLine)).toEqual(LOCK);
  });
});

describe("locking", () => {
  test("keeps the reasons, and does nothing twice", () => {
    const plan = planLock(OPEN, "acme", Q2, " checked ");
    expect(plan).toMatchObject({
      changes: [{ in: "locks", after: LOCK }],
      deed: { kind: "lock", span: spanOf("2Q06"), reason: "checked" },
    });
    expect(planLock(LOCKED, "acme", Q2, "")).toBeNull();
    expect(planUnlock(LOCK, "misprint")).toMatchObject({ deed: { kind: "unlock", reason: "misprint" } });
    expect(planLock(OPEN, "acme", Q2, "")?.deed).not.toHaveProperty("reason");
  });

  test("an edit from before a lock is undone after the lock is, and the book is as it was", () => {
    const edit = planEntry(OPEN, entered("sales", "2Q06", 111)).changes;
    const lock = planLock(OPEN, "acme", Q2, "")?.changes ?? [];
    const locked = applyChanges(applyChanges(OPEN, edit), lock);
    expect(lockOnEntry(locked, entered("sales", "2Q06", 112))).not.toBeNull();
    const back = applyChanges(applyChanges(locked, inverse(lock)), inverse(edit));
    expect(back.facts).toEqual(OPEN.facts);
    expect(back.locks).toEqual([]);
  });
});
