/** What a person makes of a book besides figures: sources, claims, restatements, breaks, background, commentary. */
import { describe, expect, test } from "vitest";
import type { Affiliate, Book, Event, Fact, Source } from "#core/book.ts";
import {
  holdersFor,
  particularsOf,
  planAffiliate,
  planEvent,
  planParticular,
  planRemoveAffiliate,
  planRemoveEvent,
} from "#core/background-plans.ts";
import { breakAt, planBreak, planRemoveBreak } from "#core/break-plans.ts";
import { objectionTo } from "#core/change-rules.ts";
import { applyChanges, inverse } from "#core/changes.ts";
import { planComment, refusalsOfComment, type CommentDraft } from "#core/comment-plans.ts";
import { claim, MARCH, spanOf, tellBook } from "#core/figures/book-for-test.ts";
import { figuresOf } from "#core/figures/figures.ts";
import { planRestated, planRestatedMark, wouldBeInForce } from "#core/restatement-plans.ts";
import { newId, planStep, type RowPlan } from "#core/row-plans.ts";
import { isDate, planRemoveSource, planSource, refusalsOfSource, usesOfSource } from "#core/source-plans.ts";
import { planClaim, readClaim, unitOfClaim, type ClaimFields } from "#core/statement-plans.ts";

const BOOK: Book = tellBook(
  { sales: {}, margin: { kind: "ratio", unit: "%" }, cash: { kind: "stock" } },
  [
    ["sales", "1Q05", "100", { source: "first" }],
    ["sales", "1Q06", "110", { source: "first" }],
    ["cash", "1Q06", "50", { source: "first" }],
  ],
  { first: "2006-08-01", later: "2006-11-02", unused: null },
);

/** The book after a plan; it holds together, and turning the plan round brings back what was there. */
const after = (book: Book, plan: RowPlan | null): Book => {
  if (plan === null) throw new Error("nothing is planned");
  expect(objectionTo(book, plan.changes)).toBeNull();
  const made = applyChanges(book, plan.changes);
  expect(sorted(applyChanges(made, inverse(plan.changes)))).toEqual(sorted(book));
  return made;
};
/** Rows that came back stand last; their order in a book means nothing. */
const sorted = (book: Book) =>
  Object.entries(book).map(([of, rows]) => [of, rows.map((row: object) => JSON.stringify(row)).toSorted()]);
const sourceOf = (book: Book, id: string): Source => {
  const found = book.sources.find((source) => source.id === id);
  if (found === undefined) throw new RangeError(id);
  return found;
};

describe("sources", () => {
  test.each([
    ["2006-11-02", true],
    ["2006-11", true],
    ["2006-02-30", false],
    ["2006-13", false],
    ["2006", false],
    ["2 November 2006", false],
    ["", false],
  ])("%s is a date: %s", (text, expected) => expect(isDate(text)).toBe(expected));

  test("one is made and changed, and needs a title of its own and a date", () => {
    const draft = { title: " Tanshin 3Q06 ", kind: "tanshin", published: "2007-02-08", rounding: "truncated" } as const;
    const made = after(BOOK, planSource(BOOK, "acme", null, draft));
    const source = sourceOf(made, "acme-source-001");
    expect(source).toMatchObject({ title: "Tanshin 3Q06", rounding: "truncated", company: "acme" });
    expect(planSource(made, "acme", source.id, draft)).toBeNull();
    const corrected = after(made, planSource(made, "acme", source.id, { ...draft, published: "2007-02-09" }));
    expect(sourceOf(corrected, source.id).published).toBe("2007-02-09");
    expect(refusalsOfSource(made, "acme", null, draft)).toEqual(["title-is-taken"]);
    expect(refusalsOfSource(made, "acme", source.id, draft)).toEqual([]);
    expect(refusalsOfSource(BOOK, "acme", null, { ...draft, title: " ", published: "soon" })).toEqual([
      "no-title",
      "no-date",
    ]);
  });

  test("one goes only while no figure and no claim comes from it; what else names it stays without one", () => {
    const note = planComment(BOOK, "acme", null, { ...COMMENT, source: "unused" });
    const book = after(BOOK, note);
    expect(usesOfSource(book, "unused")).toEqual({ facts: 0, claims: 0, notes: 1, events: 0 });
    expect(planRemoveSource(book, sourceOf(book, "first"))).toBeNull();
    const made = after(book, planRemoveSource(book, sourceOf(book, "unused")));
    expect(made.sources.map(({ id }) => id)).toEqual(["first", "later"]);
    expect(made.notes).toMatchObject([{ source: null, textEn: "Grew" }]);
  });
});

const COMMENT: CommentDraft = {
  line: "sales",
  span: spanOf("1Q06"),
  source: null,
  textEn: "Grew",
  textJa: "",
  scope: null,
  basis: null,
};

describe("printed claims", () => {
  const company = { id: "acme", ...MARCH };
  const typed: ClaimFields = {
    expression: "＝yoy(sales)",
    period: "1Q06",
    printed: "+10.0%",
    unit: "",
    scope: "consolidated",
    source: "first",
    page: " 3 ",
  };

  test("one is read as typed, a plus and full-width characters included", () => {
    const read = readClaim(BOOK, company, null, typed);
    expect(read).toMatchObject({
      claim: {
        expression: "yoy(sales)",
        unit: "%",
        printed: { mantissa: 100, decimals: 1 },
        page: "3",
        asPrinted: "+10.0%",
      },
    });
    if ("problems" in read) throw new Error("it could not be read");
    const made = after(BOOK, planClaim(BOOK, read.claim));
    expect(planClaim(made, read.claim)).toBeNull();
  });

  test("a change of a percentage is in points, a quotient of two amounts in percent, an amount in its own unit", () => {
    expect(unitOfClaim(BOOK, "yoy_change(margin)")).toBe("percentage points");
    expect(unitOfClaim(BOOK, "sales / cash")).toBe("%");
    expect(unitOfClaim(BOOK, "qoq_change(sales)")).toBe("JPY million");
    const points = readClaim(BOOK, company, null, { ...typed, expression: "yoy_change(margin)", printed: "1.5" });
    expect(points).toMatchObject({ claim: { unit: "percentage points", printed: { mantissa: 15, decimals: 1 } } });
  });

  test("what is wrong is said of its field, with the place in the formula", () => {
    const wrong = { ...typed, expression: "yoy(sale)", period: "5Q06", printed: "-", source: "" };
    expect(readClaim(BOOK, company, null, wrong)).toEqual({
      problems: {
        expression: { code: "unknown-line", word: "sale", from: 4, to: 8 },
        period: "not-a-period",
        printed: "does-not-exist",
        source: "no-source",
      },
    });
  });

  test("the book takes none that cannot be read", () => {
    const broken = claim("yoy(", "1Q06", 1, 1, "%", "first");
    expect(objectionTo(BOOK, [{ in: "statements", before: null, after: broken }])).toMatchObject({
      why: "bad-formula",
    });
  });
});

describe("restatements", () => {
  const [, fact] = BOOK.facts;
  if (fact === undefined) throw new Error("no fact");

  test("a figure is marked, and the mark taken off again", () => {
    const marked = after(BOOK, planRestatedMark(fact));
    const now = marked.facts.find((each) => each.line === "sales" && each.restated);
    expect(now).toEqual({ ...fact, restated: true });
    expect(after(marked, planRestatedMark(now as Fact)).facts).toEqual(BOOK.facts);
  });

  test("a later source states it anew; the first figure stays and is what was known before", () => {
    const stated = { mantissa: 112, decimals: 0 };
    const plan = planRestated(BOOK, fact, { source: "later", stated, text: "112", page: "7" });
    const book = after(BOOK, plan);
    const value = (asOf: string | null): number =>
      figuresOf(book, { company: "acme", scope: "consolidated", basis: "actual", asOf }).value("sales", spanOf("1Q06"));
    expect([value("2006-09-30"), value(null)]).toEqual([110, 112]);
    expect(planRestated(book, fact, { source: "later", stated, text: "112", page: "7" })).toBeNull();
    const [change] = planRestated(book, fact, { source: "later", stated, text: "112", page: "8" })?.changes ?? [];
    expect(change).toMatchObject({ before: { page: "7" }, after: { page: "8", restated: true } });
    expect(wouldBeInForce(BOOK, fact, "later")).toBe(true);
    expect(wouldBeInForce(BOOK, fact, "unused")).toBe(false);
  });
});

test("a break is made, found, changed and taken out; growth over it is not comparable", () => {
  const draft = { line: null, boundary: spanOf("1Q06").start, textEn: "New standard", textJa: "" };
  const book = after(BOOK, planBreak(BOOK, "acme", null, draft));
  const there = breakAt(book, "acme", null, draft.boundary);
  if (there === null) throw new Error("no break");
  const view = { company: "acme", scope: "consolidated", basis: "actual", asOf: null } as const;
  const growth = (of: Book) =>
    figuresOf(of, view).evaluate(
      { kind: "call", name: "yoy", args: [{ kind: "line", id: "sales", from: 4, to: 9 }], from: 0, to: 10 },
      spanOf("1Q06"),
    );
  expect(growth(BOOK)).toBeCloseTo(0.1);
  expect(growth(book)).toMatchObject({ gap: "not-comparable" });
  expect(planBreak(book, "acme", there, draft)).toBeNull();
  expect(after(book, planBreak(book, "acme", there, { ...draft, line: "sales" })).breaks).toHaveLength(1);
  expect(after(book, planRemoveBreak(there)).breaks).toEqual([]);
});

describe("background", () => {
  const EVENT: Omit<Event, "id" | "company"> = {
    date: "2006-10-01",
    kind: "service",
    titleEn: "Secure mail",
    titleJa: "",
    fieldEn: "",
    fieldJa: "",
    textEn: "",
    textJa: "",
    source: null,
  };
  const firm = (nameEn: string, holder: string | null): Omit<Affiliate, "id" | "company" | "position"> => ({
    nameEn,
    nameJa: "",
    holder,
    share: { mantissa: 721, decimals: 1 },
    kind: "consolidated",
  });
  const parent = after(BOOK, planAffiliate(BOOK, "acme", null, firm("Holding", null)));
  const group = after(parent, planAffiliate(parent, "acme", null, firm("Daughter", "acme-affiliate-001")));
  const [holding, daughter] = group.affiliates;
  if (holding === undefined || daughter === undefined) throw new Error("no group");

  test("an event is made, changed and taken out", () => {
    const book = after(BOOK, planEvent(BOOK, "acme", null, EVENT));
    const [event] = book.events;
    if (event === undefined) throw new Error("no event");
    expect(planEvent(book, "acme", event, EVENT)).toBeNull();
    expect(after(book, planEvent(book, "acme", event, { ...EVENT, date: "2006-10" })).events[0]?.date).toBe("2006-10");
    expect(after(book, planRemoveEvent(event)).events).toEqual([]);
  });

  test("nobody is held by itself, not even over others", () => {
    expect(holdersFor(group, "acme", holding.id)).toEqual([]);
    expect(holdersFor(group, "acme", daughter.id)).toEqual([holding]);
    const circle = planAffiliate(group, "acme", holding, { ...firm("Holding", daughter.id) });
    expect(objectionTo(group, circle?.changes ?? [])).toMatchObject({ why: "circle-of-holders" });
  });

  test("a company that goes takes its facts along; what it held moves up", () => {
    const of = { company: "acme", affiliate: holding.id };
    const draft = { labelEn: "Seat", labelJa: "", textEn: "Tokyo", textJa: "" };
    const book = after(group, planParticular(group, of, null, draft));
    const gone = after(book, planRemoveAffiliate(book, holding));
    expect(gone.particulars).toEqual([]);
    expect(gone.affiliates).toEqual([{ ...daughter, holder: null }]);
  });

  test("facts stand in their order and move one place at a time", () => {
    const of = { company: "acme", affiliate: null };
    const labelled = (labelEn: string) => ({ labelEn, labelJa: "", textEn: "x", textJa: "" });
    let book = after(BOOK, planParticular(BOOK, of, null, labelled("Seat")));
    book = after(book, planParticular(book, of, null, labelled("Capital")));
    const labels = (now: Book): string[] => particularsOf(now, "acme", null).map(({ labelEn }) => labelEn);
    const own = particularsOf(book, "acme", null);
    const moved = after(book, planStep("particulars", own, own[1]?.id ?? "", -1, "group"));
    expect([labels(book), labels(moved)]).toEqual([
      ["Seat", "Capital"],
      ["Capital", "Seat"],
    ]);
    expect(planStep("particulars", own, own[0]?.id ?? "", -1, "group")).toBeNull();
  });
});

describe("commentary", () => {
  test("needs a text in one language, and a subject", () => {
    expect(refusalsOfComment({ ...COMMENT, textEn: " " })).toEqual(["no-text"]);
    expect(refusalsOfComment({ ...COMMENT, line: null, span: null })).toEqual(["no-subject"]);
    expect(refusalsOfComment({ ...COMMENT, line: null })).toEqual([]);
  });

  test("on a balance stands at its boundary, so that it is with the figure in every layout", () => {
    const { start } = spanOf("1Q06");
    const book = after(BOOK, planComment(BOOK, "acme", null, { ...COMMENT, line: "cash" }));
    expect(book.notes).toMatchObject([{ id: "note-001", span: { start: start + 1, length: 0 } }]);
    const [note] = book.notes;
    if (note === undefined) throw new Error("no note");
    expect(planComment(book, "acme", note, { ...COMMENT, line: "cash" })).toBeNull();
  });
});

test("a new id is one more than the greatest among its kind", () => {
  expect(newId("acme-event", [])).toBe("acme-event-001");
  expect(newId("acme-event", [{ id: "acme-event-9" }, { id: "acme-event-x" }, { id: "other-44" }])).toBe(
    "acme-event-010",
  );
});
