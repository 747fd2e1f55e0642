import { describe, expect, test } from "vitest";
import type { Affiliate, Book, Event, Note, Particular } from "#core/book.ts";
import { EMPTY_BOOK } from "#core/book.ts";
import { MARCH, spanOf, tellBook } from "#core/figures/book-for-test.ts";
import { BRIEFING_PAGES, briefing, type BriefingPage, type BriefingPageKind } from "./briefing.ts";
import type { PageAsk } from "./page-cell.ts";

const ask = (label: string, asOf: string | null = null): PageAsk => ({
  company: "acme",
  scope: "consolidated",
  span: spanOf(label),
  asOf,
});

const LINES = {
  revenue: { formula: "access + projects" },
  access: { parent: "revenue" },
  projects: { parent: "revenue" },
  operating_income: {},
  operating_margin: { kind: "ratio", unit: "%", formula: "operating_income / revenue" },
  net_income: {},
  cash: { kind: "stock" },
  cfo: {},
  capex: {},
} as const;

type Facts = Parameters<typeof tellBook>[1];

const FACTS: Facts = [
  ["revenue", "2Q05", "100"],
  ["revenue", "1Q06", "110"],
  ["revenue", "2Q06", "120"],
  ["access", "2Q06", "70"],
  ["projects", "2Q06", "50"],
  ["operating_income", "2Q06", "12"],
  ["net_income", "2Q06", "7", { restated: true }],
  ["cash", "2Q06", "300"],
  ["cash", "4Q05", "280"],
];

const tell = (facts: Facts = FACTS, more: Partial<Book> = {}): Book => ({
  // `cfo` and the like are known to be cash flows by their names alone.
  ...tellBook(LINES, facts, { report: "2006-11-02", plan: "2006-05" }),
  ...more,
});

const pageOf = (book: Book, of: PageAsk, kind: BriefingPageKind): BriefingPage => {
  const found = briefing(book, of).pages.find((page) => page.kind === kind);
  if (found === undefined) throw new RangeError(kind);
  return found;
};

const partsOf = (page: BriefingPage): string[] =>
  page.parts.map((part) => (part.kind === "trend" ? `${part.of} ${part.line?.id ?? ""}`.trim() : part.kind));

const EVERY_SPAN = ["1Q06", "2Q06", "4Q05", "1H06", "2H05", "9M06", "FY2006", "LTM 2Q06"];

describe("fourteen pages in their order", () => {
  const nobody: Book = {
    ...EMPTY_BOOK,
    companies: [
      { id: "acme", nameEn: "Acme", nameJa: "アクメ", ...MARCH, currency: "JPY", scale: "million", position: 0 },
    ],
  };

  test.each(EVERY_SPAN)("%s, whatever the book holds", (label) => {
    for (const book of [tell(), tell([]), nobody]) {
      const { pages } = briefing(book, ask(label));
      expect(pages.map(({ kind }) => kind)).toEqual(BRIEFING_PAGES);
      expect(pages.map(({ number }) => number)).toEqual(BRIEFING_PAGES.map((_, index) => index + 1));
    }
  });

  test("of a company of which nothing is known, each says why it is empty", () => {
    const absent = briefing(nobody, ask("2Q06")).pages.map((page) => page.absent);
    expect(absent).toEqual([
      null,
      "no-lines",
      "no-lines",
      "no-lines",
      "no-lines",
      "no-lines",
      "no-services",
      "no-more-services",
      "no-balances",
      "no-other-data",
      "no-targets",
      "no-new-services",
      "no-group-changes",
      "no-group",
    ]);
  });

  test("a company the book does not have is an error", () => {
    expect(() => briefing(tell(), { ...ask("2Q06"), company: "nobody" })).toThrow(RangeError);
  });
});

describe("the periods it tells of", () => {
  test.each([
    ["2Q06", "2Q06", "1H06"],
    ["1H06", "2Q06", "1H06"],
    ["3Q06", "3Q06", "9M06"],
    ["9M06", "3Q06", "9M06"],
    ["4Q05", "4Q05", "FY2005"],
    ["FY2005", "4Q05", "FY2005"],
    ["2H05", "4Q05", "2H05"],
    ["LTM 2Q06", "2Q06", "LTM 2Q06"],
  ])("%s: the quarter %s and %s", (asked, quarter, toDate) => {
    const made = briefing(tell(), ask(asked));
    expect([made.quarter, made.toDate]).toEqual([spanOf(quarter), spanOf(toDate)]);
    expect(pageOf(tell(), ask(asked), "to-date").span).toEqual(spanOf(toDate));
    expect(pageOf(tell(), ask(asked), "quarter").span).toEqual(spanOf(quarter));
  });

  test("in the first quarter the year to date is the quarter, told once", () => {
    const page = pageOf(tell(), ask("1Q06"), "to-date");
    expect([page.absent, page.parts]).toEqual(["same-as-quarter", []]);
    expect(partsOf(pageOf(tell(), ask("1Q06"), "summary"))).toEqual(["headlines"]);
    expect(partsOf(pageOf(tell(), ask("2Q06"), "summary"))).toEqual(["headlines", "headlines"]);
  });

  test("trends end with the quarter and go ten quarters back, as far as there are figures", () => {
    const rangeOf = (book: Book, label: string): unknown => {
      const [part] = pageOf(book, ask(label), "revenues").parts;
      return part?.kind === "trend" ? part.picture.drawing.range : null;
    };
    const from = spanOf("2Q05").start;
    expect(rangeOf(tell(), "1Q06")).toEqual({ from, to: spanOf("1Q06").start + 1 });
    expect(rangeOf(tell([...FACTS, ["revenue", "1Q00", "9"]]), "2Q06")).toEqual({
      from: spanOf("2Q06").start - 9,
      to: spanOf("2Q06").start + 1,
    });
    // Before any figure the quarter stands alone.
    expect(rangeOf(tell(), "1Q04")).toEqual({ from: spanOf("1Q04").start, to: spanOf("1Q04").start + 1 });
  });

  test("cash flows that are published for the year to date alone are told for it", () => {
    expect(pageOf(tell(), ask("2Q06"), "balance").span).toEqual(spanOf("2Q06"));
    const yearly = tell([...FACTS, ["cfo", "1H06", "40"]]);
    expect(pageOf(yearly, ask("2Q06"), "balance").span).toEqual(spanOf("1H06"));
    expect(pageOf(yearly, ask("2Q06"), "balance").parts.map((part) => "ask" in part && part.ask.span)).toEqual([
      spanOf("1H06"),
      spanOf("1H06"),
    ]);
    // With the first quarter the second one follows.
    const both = tell([...FACTS, ["cfo", "1H06", "40"], ["cfo", "1Q06", "15"]]);
    expect(pageOf(both, ask("2Q06"), "balance").span).toEqual(spanOf("2Q06"));
  });
});

describe("services", () => {
  const withServices = (count: number): Book => {
    const names = ["one", "two", "three", "four", "five"].slice(0, count);
    const services = Object.fromEntries(names.map((name) => [name, { parent: "revenue" }]));
    const facts = names.map((name) => [name, "2Q06", "10"] as const);
    return tellBook({ revenue: { formula: names.join(" + ") }, ...services }, facts);
  };
  const headsOf = (page: BriefingPage): readonly string[] => page.lines.map(({ id }) => id);

  test.each([
    [1, ["one"], []],
    [2, ["one"], ["two"]],
    [3, ["one"], ["two", "three"]],
    [5, ["one", "two"], ["three", "four", "five"]],
  ])("%i of them", (count, first, second) => {
    const book = withServices(count);
    expect(headsOf(pageOf(book, ask("2Q06"), "services"))).toEqual(first);
    const more = pageOf(book, ask("2Q06"), "more-services");
    expect(headsOf(more)).toEqual(second);
    expect(more.absent).toBe(second.length === 0 ? "no-more-services" : null);
  });

  test("sums across them stand with the second half, at most two pictures on a page", () => {
    const lines = {
      revenue: { formula: "a + b" },
      a: { parent: "revenue", formula: "a1 + a2" },
      a1: { parent: "a" },
      a2: { parent: "a" },
      b: { parent: "revenue", formula: "b1 + b2" },
      b1: { parent: "b" },
      b2: { parent: "b" },
      across: { formula: "a1 + b1" },
      b_users: { kind: "stock", unit: "users" },
    } as const;
    const facts: Facts = ["a1", "a2", "b1", "b2"].map((id) => [id, "2Q06", "10"] as const);
    const book = tellBook(lines, [...facts, ["b_users", "2Q06", "5"]]);
    expect(partsOf(pageOf(book, ask("2Q06"), "services"))).toEqual(["segment a", "services"]);
    const more = pageOf(book, ask("2Q06"), "more-services");
    expect(partsOf(more)).toEqual(["segment b", "cross-cut across", "services"]);
    const [part] = more.parts.filter(({ kind }) => kind === "services");
    expect(part).toMatchObject({ heads: ["b", "across"] });
  });
});

test("total revenues are drawn also where nothing breaks them down", () => {
  const book = tellBook({ sales: {} }, [["sales", "2Q06", "10"]]);
  const [part] = pageOf(book, ask("2Q06"), "revenues").parts;
  expect(part).toMatchObject({ kind: "trend", picture: { drawing: { lines: [{ line: "sales", as: "bar" }] } } });
});

describe("what is missing", () => {
  const namesOf = ({ missing }: BriefingPage): string[] => missing.map(({ place }) => place.line);

  test("is said on the page that has a place for it", () => {
    expect(namesOf(pageOf(tell(), ask("2Q06"), "balance"))).toContain("cfo");
    expect(namesOf(pageOf(tell(), ask("2Q06"), "revenues"))).toEqual([]);
    expect(namesOf(pageOf(tell([]), ask("2Q06"), "services"))).toEqual(["access"]);
    expect(namesOf(pageOf(tell([]), ask("2Q06"), "more-services"))).toEqual(["projects"]);
  });

  test("of a trend only at its end", () => {
    const gaps: Facts = [
      ["revenue", "1Q05", "90"],
      ["operating_income", "2Q06", "12"],
    ];
    const { missing } = pageOf(tell(gaps), ask("2Q06"), "revenues");
    expect(missing.map(({ place }) => [place.line, place.span])).toEqual([
      ["access", spanOf("2Q06")],
      ["projects", spanOf("2Q06")],
    ]);
  });
});

describe("sources", () => {
  const sourcesOn = (kind: BriefingPageKind, book = tell(), of = ask("2Q06")): string[] =>
    pageOf(book, of, kind).sources.map(({ id }) => id);

  test("a page names those of its own figures, the first page all of them, in the order of publication", () => {
    const target = ["revenue", "1H06", "210", { basis: "target", source: "plan" }] as const;
    const book = tell([...FACTS, target]);
    expect(sourcesOn("notes", book)).toEqual(["plan", "report"]);
    expect(sourcesOn("quarter", book)).toEqual(["report"]);
    expect(sourcesOn("to-date", book)).toEqual(["plan", "report"]);
    expect(sourcesOn("group", book)).toEqual([]);
  });

  test("as of a day, those that were published", () => {
    expect(sourcesOn("notes", tell(), ask("2Q06", "2006-06-30"))).toEqual(["plan"]);
    expect(sourcesOn("quarter", tell(), ask("2Q06", "2006-06-30"))).toEqual([]);
  });

  test("the first page names what was restated", () => {
    const restated = (of: PageAsk): unknown => {
      const [part] = pageOf(tell(), of, "notes").parts;
      return part?.kind === "document" ? part.restated.map(({ line, spans }) => [line.id, spans]) : null;
    };
    expect(restated(ask("2Q06"))).toEqual([["net_income", [spanOf("2Q06")]]]);
    expect(restated(ask("2Q06", "2006-06-30"))).toEqual([]);
  });
});

describe("targets", () => {
  const target = (period: string, printed: string, source: string): Facts[number] => [
    "revenue",
    period,
    printed,
    { basis: "target", source },
  ];
  const book = tell([...FACTS, target("FY2006", "400", "plan"), target("FY2006", "420", "report")]);

  test("are those of the year, with the day of their last revision", () => {
    const page = pageOf(book, ask("2Q06"), "targets");
    expect([page.parts.length, page.date, page.absent]).toEqual([1, "2006-11-02", null]);
    expect(pageOf(book, ask("2Q06", "2006-06-30"), "targets").date).toBeNull();
  });

  test("at the end of a year those for the next one are told too; earlier they are not", () => {
    expect(pageOf(book, ask("4Q05"), "targets").absent).toBeNull();
    expect(pageOf(book, ask("3Q05"), "targets").absent).toBe("no-targets");
  });
});

describe("comments", () => {
  const note = (id: string, line: string | null, period: string, more: Partial<Note> = {}): Note => ({
    id,
    company: "acme",
    line,
    span: line === "cash" ? { start: spanOf(period).start + 1, length: 0 } : spanOf(period),
    source: null,
    textEn: id,
    textJa: id,
    scope: null,
    basis: null,
    ...more,
  });

  test("each stands once, on the page that is most about it", () => {
    const notes = [
      note("whole", null, "1H06"),
      note("revenue", "revenue", "2Q06"),
      note("profit", "net_income", "2Q06"),
      note("access", "access", "2Q06"),
      note("projects", "projects", "2Q06"),
      note("cash", "cash", "2Q06"),
      note("margin", "operating_margin", "2Q06"),
      note("half", "operating_margin", "1H06"),
    ];
    const told = briefing(tell(FACTS, { notes }), ask("2Q06")).pages.flatMap(({ kind, comments }) =>
      comments.map(({ id }) => `${kind}: ${id}`),
    );
    expect(told).toEqual([
      "summary: whole",
      "summary: revenue",
      "to-date: half",
      "quarter: margin",
      "profits: profit",
      "services: access",
      "more-services: projects",
      "balance: cash",
    ]);
  });

  test("of other periods, scopes, targets and sources not yet published stand nowhere", () => {
    const notes = [
      note("earlier", "revenue", "1Q06"),
      note("other scope", "revenue", "2Q06", { scope: "non-consolidated" }),
      note("reason", "revenue", "2Q06", { basis: "target" }),
      note("later", "revenue", "2Q06", { source: "report" }),
      note("every period", "revenue", "2Q06", { span: null }),
    ];
    const made = briefing(tell(FACTS, { notes }), ask("2Q06", "2006-06-30"));
    expect(made.pages.flatMap(({ comments }) => comments)).toEqual([]);
  });
});

describe("events", () => {
  const event = (date: string, kind: Event["kind"] = "service", titleEn = date): Event => ({
    id: `${date} ${titleEn}`,
    company: "acme",
    date,
    kind,
    titleEn,
    titleJa: "",
    fieldEn: "",
    fieldJa: "",
    textEn: "",
    textJa: "",
    source: null,
  });
  const datesOn = (book: Book, of: PageAsk, kind: BriefingPageKind): string[] =>
    pageOf(book, of, kind).parts.flatMap((part) => (part.kind === "events" ? part.events.map(({ date }) => date) : []));

  test("those from the quarter's first day to the day its figures were published", () => {
    const events = ["2006-06-30", "2006-11-03", "2006-07-01", "2006-11-02", "2006-07"].map((date) => event(date));
    const book = tell(FACTS, { events });
    expect(briefing(book, ask("2Q06")).days).toEqual({ from: "2006-07-01", to: "2006-11-02" });
    expect(datesOn(book, ask("2Q06"), "line-up")).toEqual(["2006-07", "2006-07-01", "2006-11-02"]);
    expect(datesOn(book, ask("2Q06"), "summary")).toEqual(["2006-07", "2006-07-01", "2006-11-02"]);
    expect(pageOf(book, ask("1Q05"), "line-up").absent).toBe("no-new-services");
  });

  test("where they were published much later, or nobody knows when, to the end of the next quarter", () => {
    // 2Q05 is in the book from the report of a year later.
    expect(briefing(tell(), ask("2Q05")).days).toEqual({ from: "2005-07-01", to: "2005-12-31" });
    expect(briefing(tell(), ask("3Q06")).days).toEqual({ from: "2006-10-01", to: "2007-03-31" });
    expect(briefing(tell(), ask("2Q06", "2006-08-15")).days.to).toBe("2006-08-15");
  });

  const affiliate = (id: string, nameEn: string): Affiliate => ({
    id,
    company: "acme",
    nameEn,
    nameJa: "",
    holder: null,
    share: null,
    kind: "consolidated",
    position: 0,
  });
  const particular = (of: string | null): Particular => ({
    id: `fact ${of ?? ""}`,
    company: "acme",
    affiliate: of,
    labelEn: "Seat",
    labelJa: "",
    textEn: "Yokohama",
    textJa: "",
    position: 0,
  });
  const group = {
    affiliates: [affiliate("new", "Newco Inc."), affiliate("old", "Oldco Inc.")],
    particulars: [particular("new"), particular("old"), particular(null)],
  };

  test("a company of the group is introduced when something happened to it", () => {
    const book = tell(FACTS, { ...group, events: [event("2006-08-10", "group", "Newco Inc. founded")] });
    const page = pageOf(book, ask("2Q06"), "group-changes");
    expect(page.parts).toMatchObject([{ kind: "events" }, { kind: "overview", affiliate: { id: "new" } }]);
    expect([page.absent, partsOf(pageOf(book, ask("2Q06"), "group"))]).toEqual([null, ["group"]]);
    expect(datesOn(book, ask("2Q06"), "line-up")).toEqual([]);
  });

  test("where nothing happened that is said, and the company itself is introduced", () => {
    const page = pageOf(tell(FACTS, group), ask("2Q06"), "group-changes");
    expect(page.absent).toBe("no-group-changes");
    expect(page.parts).toMatchObject([{ kind: "overview", affiliate: null }]);
  });
});
