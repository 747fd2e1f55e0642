import { describe, expect, test } from "vitest";
import type { Book } from "#core/book.ts";
import { objectionTo } from "#core/change-rules.ts";
import { applyChanges, inverse } from "#core/changes.ts";
import { claim, tellBook } from "#core/figures/book-for-test.ts";
import { rowsOf } from "#core/layout.ts";
import {
  planAddLine,
  planEditLine,
  planMoveLine,
  planOwnLabels,
  planRemoveLine,
  planTakeOut,
  planUseLines,
  spotBeside,
  type LineDraft,
  type LinePlan,
} from "#core/line-plans.ts";

/** Acme and Bolt use the same lines; equity stands under its parts. */
function told(): Book {
  const book = tellBook(
    {
      sales: { formula: "goods + services" },
      goods: { parent: "sales" },
      services: { parent: "sales" },
      costs: {},
      margin: { formula: "sales - costs" },
      rate: { kind: "ratio", unit: "%", formula: "margin / sales" },
      stock: { kind: "stock", parent: "equity" },
      deficit: { kind: "stock", parent: "equity" },
      equity: { kind: "stock", formula: "stock + deficit" },
    },
    [
      ["sales", "1Q06", "100"],
      ["sales", "2Q06", "120"],
      ["costs", "2Q06", "80"],
    ],
    undefined,
    { statements: [claim("yoy(sales)", "2Q06", 5), claim("yoy(costs)", "2Q06", 5)] },
  );
  const acme = book.companies[0]!;
  return {
    ...book,
    sections: [...book.sections, { id: "balance", labelEn: "Balance", labelJa: "残高", position: 1 }],
    companies: [acme, { ...acme, id: "bolt", position: 1 }],
    companyLines: [...book.companyLines, ...book.companyLines.map((use) => ({ ...use, company: "bolt" }))],
    notes: [
      {
        id: "n",
        company: "acme",
        line: "sales",
        span: null,
        source: null,
        textEn: "strong",
        textJa: "",
        scope: null,
        basis: null,
      },
    ],
    breaks: [{ id: "b", company: "acme", line: "sales", boundary: 8024, textEn: "", textJa: "" }],
  };
}

const order = (book: Book, company = "acme"): string =>
  rowsOf(book, company)
    .map((row) => (row.kind === "section" ? `${row.labelEn}:` : `${"-".repeat(row.depth)}${row.id}`))
    .join(" ");

const START = "Income: sales -goods -services costs margin rate -stock -deficit equity";

const draftOf = (book: Book, id: string): LineDraft => {
  const { position: _, ...draft } = book.lines.find((line) => line.id === id)!;
  return draft;
};

/** What a book holds, in no order: rows that come back are written last. */
const rowSets = (book: Book) =>
  Object.values(book).map((rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).toSorted());

/** The book after a plan that holds together, is one deed of lines, and comes back whole by undo. */
function after(book: Book, plan: LinePlan | null): Book {
  if (plan === null) throw new Error("nothing planned");
  expect(objectionTo(book, plan.changes)).toBeNull();
  expect(plan.deed.kind).toBe("lines");
  const changed = applyChanges(book, plan.changes);
  expect(rowSets(applyChanges(changed, inverse(plan.changes)))).toEqual(rowSets(book));
  for (const company of ["acme", "bolt"]) {
    const places = changed.companyLines.flatMap((use) => (use.company === company ? [use.position] : []));
    expect(new Set(places).size, "no two lines in one place").toBe(places.length);
  }
  return changed;
}

describe("adding", () => {
  const add = (parent: string | null, after_: string | null, section = "income"): string => {
    const book = told();
    const draft = { ...draftOf(book, "costs"), id: "fees", parent, section };
    const changed = after(book, planAddLine(book, "acme", draft, after_));
    expect(order(changed, "bolt")).toBe(START);
    return order(changed);
  };
  test.each([
    ["after a sibling", null, "costs", "Income: sales -goods -services costs fees margin rate -stock -deficit equity"],
    [
      "below a parent's own",
      null,
      "sales",
      "Income: sales -goods -services fees costs margin rate -stock -deficit equity",
    ],
    [
      "among the children",
      "sales",
      "goods",
      "Income: sales -goods -fees -services costs margin rate -stock -deficit equity",
    ],
    ["under a line", "sales", "sales", "Income: sales -goods -services -fees costs margin rate -stock -deficit equity"],
    [
      "over a total",
      "equity",
      "equity",
      "Income: sales -goods -services costs margin rate -stock -deficit -fees equity",
    ],
    [
      "first under a line",
      "costs",
      "costs",
      "Income: sales -goods -services costs -fees margin rate -stock -deficit equity",
    ],
    ["last", null, null, "Income: sales -goods -services costs margin rate -stock -deficit equity fees"],
  ] as const)("%s", (_, parent, beside, expected) => {
    expect(add(parent, beside)).toBe(expected);
  });

  test("into a section that was empty, and into an empty book", () => {
    expect(add(null, "costs", "balance")).toBe(`${START} Balance: fees`);
    const empty: Book = { ...told(), lines: [], companyLines: [], facts: [], statements: [], notes: [], breaks: [] };
    const draft = { ...draftOf(told(), "costs"), id: "fees" };
    expect(order(after(empty, planAddLine(empty, "acme", draft, null)))).toBe("Income: fees");
  });
});

describe("moving", () => {
  const move = (id: string, parent: string | null, before: string | null, section = "income"): string => {
    const book = told();
    return order(after(book, planMoveLine(book, "acme", id, { section, parent, before })));
  };
  test("among siblings takes what is under a line along and leaves the other company alone", () => {
    const book = told();
    const changed = after(
      book,
      planMoveLine(book, "acme", "sales", { section: "income", parent: null, before: "margin" }),
    );
    expect(order(changed)).toBe("Income: costs sales -goods -services margin rate -stock -deficit equity");
    expect(order(changed, "bolt")).toBe(START);
    expect(changed.lines).toBe(book.lines);
  });
  test.each([
    ["goods", null, null, "Income: sales -services costs margin rate -stock -deficit equity goods"],
    ["costs", "sales", "services", "Income: sales -goods -costs -services margin rate -stock -deficit equity"],
    ["costs", "equity", null, "Income: sales -goods -services margin rate -stock -deficit -costs equity"],
    ["sales", "costs", null, "Income: costs -sales --goods --services margin rate -stock -deficit equity"],
    ["equity", null, "sales", "Income: -stock -deficit equity sales -goods -services costs margin rate"],
  ] as const)("%s under %s before %s", (id, parent, before, expected) => {
    expect(move(id, parent, before)).toBe(expected);
  });

  test("into another section takes the children along", () => {
    expect(move("sales", null, null, "balance")).toBe(
      "Income: costs margin rate -stock -deficit equity Balance: sales -goods -services",
    );
  });

  test("a parent that the company does not use is kept", () => {
    const book = after(told(), planTakeOut(told(), "acme", "sales"));
    const spot = spotBeside(book, "acme", "services", -1);
    expect(spot).toEqual({ section: "income", parent: null, before: "goods" });
    const changed = after(book, planMoveLine(book, "acme", "services", spot!));
    expect(order(changed)).toBe("Income: services goods costs margin rate -stock -deficit equity");
    expect(changed.lines).toBe(book.lines);
  });

  test("nowhere: where it stands, and under itself", () => {
    const book = told();
    expect(planMoveLine(book, "acme", "goods", { section: "income", parent: "sales", before: "services" })).toBeNull();
    expect(planMoveLine(book, "acme", "sales", { section: "income", parent: "goods", before: null })).toBeNull();
    expect(planMoveLine(book, "acme", "sales", { section: "income", parent: "sales", before: null })).toBeNull();
  });

  test("step by step up and down, ending at either end", () => {
    let book = told();
    const steps: string[] = [];
    for (
      let spot = spotBeside(book, "acme", "margin", -1);
      spot !== null;
      spot = spotBeside(book, "acme", "margin", -1)
    ) {
      book = after(book, planMoveLine(book, "acme", "margin", spot));
      steps.push(order(book));
    }
    expect(steps).toEqual([
      "Income: sales -goods -services margin costs rate -stock -deficit equity",
      "Income: margin sales -goods -services costs rate -stock -deficit equity",
    ]);
    for (const _ of steps)
      book = after(book, planMoveLine(book, "acme", "margin", spotBeside(book, "acme", "margin", 1)!));
    expect(order(book)).toBe(START);
    expect(spotBeside(book, "acme", "services", 1)).toBeNull();
    expect(spotBeside(book, "acme", "nothing", 1)).toBeNull();
  });
});

describe("editing", () => {
  test("a new id is written into every row and formula that names the old one", () => {
    const book = told();
    const changed = after(book, planEditLine(book, "sales", { ...draftOf(book, "sales"), id: "revenue" }));
    expect(order(changed)).toBe("Income: revenue -goods -services costs margin rate -stock -deficit equity");
    expect(changed.lines.flatMap(({ formula }) => formula ?? [])).toEqual([
      "goods + services",
      "revenue - costs",
      "margin / revenue",
      "stock + deficit",
    ]);
    expect(changed.statements.map(({ expression }) => expression)).toEqual(["yoy(revenue)", "yoy(costs)"]);
    const rows = [changed.companyLines, changed.facts, changed.notes, changed.breaks].flat();
    expect(new Set(rows.map(({ line }) => line))).not.toContain("sales");
  });

  test("what is under a line goes with it into another section; saying the same changes nothing", () => {
    const book = told();
    const changed = after(book, planEditLine(book, "sales", { ...draftOf(book, "sales"), section: "balance" }));
    expect(order(changed, "bolt")).toBe(
      "Income: costs margin rate -stock -deficit equity Balance: sales -goods -services",
    );
    expect(planEditLine(book, "sales", draftOf(book, "sales")).changes).toEqual([]);
  });

  test("a company's own names", () => {
    const book = told();
    const labels = { labelEn: "Turnover", labelJa: null };
    const changed = after(book, planOwnLabels(book, "bolt", "sales", labels));
    expect(rowsOf(changed, "bolt")[1]).toMatchObject({ labelEn: "Turnover", labelJa: "sales" });
    expect(rowsOf(changed, "acme")[1]).toMatchObject({ labelEn: "sales" });
    expect(planOwnLabels(changed, "bolt", "sales", labels)).toBeNull();
  });
});

describe("removing", () => {
  test("takes figures, claims, notes and breaks along, shortens sums, and lifts what stood under it", () => {
    const book = told();
    const changed = after(book, planRemoveLine(book, "sales"));
    expect(order(changed)).toBe("Income: goods services costs margin rate -stock -deficit equity");
    expect(changed.facts.map(({ line }) => line)).toEqual(["costs"]);
    expect(changed.statements.map(({ expression }) => expression)).toEqual(["yoy(costs)"]);
    expect(changed.notes).toEqual([]);
    expect(changed.breaks).toEqual([]);
    const formulas = Object.fromEntries(changed.lines.map(({ id, formula }) => [id, formula]));
    expect(formulas).toMatchObject({ margin: "-costs", rate: null, equity: "stock + deficit" });
  });
});

describe("what a company uses", () => {
  test("taken out: figures stay, the other company keeps the line", () => {
    const book = told();
    const plan = planTakeOut(book, "acme", "sales");
    expect(plan?.deed).toEqual({ kind: "lines", count: 1, line: "sales" });
    const changed = after(book, plan);
    expect(order(changed)).toBe("Income: goods services costs margin rate -stock -deficit equity");
    expect(order(changed, "bolt")).toBe(START);
    expect(changed.facts).toBe(book.facts);
    expect(planTakeOut(changed, "acme", "sales")).toBeNull();
  });

  test("another selection in another order, and the first again", () => {
    const book = told();
    const changed = after(book, planUseLines(book, "acme", ["margin", "costs", "sales"]));
    expect(order(changed)).toBe("Income: margin costs sales");
    const back = planUseLines(
      changed,
      "acme",
      rowsOf(book, "acme").flatMap((row) => (row.kind === "line" ? [row.id] : [])),
    );
    expect(order(after(changed, back))).toBe(START);
    expect(planUseLines(changed, "acme", ["margin", "costs", "sales"])).toBeNull();
  });
});
