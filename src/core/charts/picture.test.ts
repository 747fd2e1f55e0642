import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Book, Event, Note, SavedChart } from "#core/book.ts";
import { applyChanges } from "#core/changes.ts";
import { spanOf, tellBook } from "#core/figures/book-for-test.ts";
import { bridgeOf } from "#core/pages/bridge.ts";
import { bridgeBars } from "./bridge-bars.ts";
import {
  chartsOf,
  chartTitle,
  planMovedChart,
  planNewChart,
  planRedrawnChart,
  planRemovedChart,
  planRenamedChart,
  type ChartPlan,
} from "./chart-plans.ts";
import { defaultPictures } from "./default-pictures.ts";
import type { Drawing } from "./drawing.ts";
import { readPicture, samePicture, writePicture, type Picture } from "./picture.ts";
import { resolveDrawing } from "./resolve-drawing.ts";
import { timeMarks } from "./time-marks.ts";

const DRAWING: Drawing = {
  lines: [{ line: "sales", as: "bar", axis: "left", transform: "value" }],
  spans: "Q",
  range: "all",
};
const TREND: Picture = { kind: "trend", drawing: DRAWING, labels: true, marks: false };
const BRIDGE: Picture = {
  kind: "bridge",
  line: "operating_income",
  from: { start: 4, length: 1 },
  to: { start: 8, length: 1 },
  labels: false,
};

const BOOK = tellBook(
  {
    sales: {},
    costs: {},
    fees: {},
    operating_income: { formula: "sales - costs - fees" },
  },
  [
    ["sales", "1Q05", "100"],
    ["costs", "1Q05", "120"],
    ["fees", "1Q05", "10"],
    ["operating_income", "1Q05", "-30"],
    ["sales", "1Q06", "150"],
    ["costs", "1Q06", "125"],
    ["fees", "1Q06", "11"],
    ["operating_income", "1Q06", "15"],
  ],
);
const OF = { company: "acme", scope: "consolidated", asOf: null } as const;

describe("a kept chart's text", () => {
  test.each([TREND, BRIDGE])("reads back as what was written", (picture) => {
    expect(readPicture(writePicture(picture))).toEqual({ picture });
    expect(samePicture(picture, { ...picture })).toBe(true);
    expect(samePicture(picture, { ...picture, labels: !picture.labels })).toBe(false);
  });

  test("is read without an exception, whatever it is", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        readPicture(text);
      }),
    );
  });

  const trend = JSON.parse(writePicture(TREND)) as object;
  const bridge = JSON.parse(writePicture(BRIDGE)) as { readonly bridge: object };
  test.each([
    ["not-an-object", []],
    ["missing-key trend", { labels: true, marks: true }],
    ["unknown-key title", { ...trend, title: "x" }],
    ["bad-value labels", { ...trend, labels: 1 }],
    ["bad-value trend.spans", { ...trend, trend: { ...DRAWING, spans: "M" } }],
    ["bad-value trend.lines[0].as", { ...trend, trend: { ...DRAWING, lines: [{ ...DRAWING.lines[0], as: "pie" }] } }],
    ["bad-value bridge.line", { ...bridge, bridge: { ...bridge.bridge, line: "" } }],
    ["bad-value bridge.to.length", { ...bridge, bridge: { ...bridge.bridge, to: { start: 0, length: 5 } } }],
    ["bad-value bridge.from.start", { ...bridge, bridge: { ...bridge.bridge, from: { start: 0.5, length: 1 } } }],
  ])("%s", (expected, data) => {
    const read = readPicture(JSON.stringify(data));
    expect("problem" in read ? `${read.problem.code} ${read.problem.at}`.trim() : "read").toBe(expected);
  });
});

describe("keeping charts", () => {
  const after = (book: Book, plan: ChartPlan | null): Book => applyChanges(book, plan?.changes ?? []);
  const titles = (book: Book): string[] => chartsOf(book, "acme").map((chart) => chartTitle(chart, "en"));
  const keep = (book: Book, title: string): Book => after(book, planNewChart(book, "acme", title, "en", TREND));
  const three = ["A", "B", "C"].reduce(keep, BOOK);
  const chart = (book: Book, title: string): SavedChart => {
    const found = book.charts.find(({ titleEn }) => titleEn === title);
    if (found === undefined) throw new RangeError(title);
    return found;
  };

  test("puts new ones last, under ids of their own", () => {
    expect(titles(three)).toEqual(["A", "B", "C"]);
    expect(new Set(three.charts.map(({ id }) => id)).size).toBe(3);
    expect(titles(keep(after(three, planRemovedChart(chart(three, "B"))), "D"))).toEqual(["A", "C", "D"]);
  });

  test("moves one by a step, and not beyond the ends", () => {
    const moved = after(three, planMovedChart(three, chart(three, "C"), -1));
    expect(titles(moved)).toEqual(["A", "C", "B"]);
    expect(titles(after(moved, planMovedChart(moved, chart(moved, "A"), 1)))).toEqual(["C", "A", "B"]);
    expect(planMovedChart(three, chart(three, "A"), -1)).toBeNull();
    expect(planMovedChart(three, chart(three, "C"), 1)).toBeNull();
  });

  test("renames in one language, and the other stands in where there is none", () => {
    const renamed = after(three, planRenamedChart(chart(three, "A"), " い ", "ja"));
    expect(chartsOf(renamed, "acme").map((each) => chartTitle(each, "ja"))).toEqual(["い", "B", "C"]);
    expect(titles(renamed)).toEqual(["A", "B", "C"]);
    expect(planRenamedChart(chart(three, "A"), "A", "en")).toBeNull();
  });

  test("writes what is drawn, and nothing where that is kept already", () => {
    const redrawn = after(three, planRedrawnChart(chart(three, "A"), BRIDGE));
    expect(readPicture(chart(redrawn, "A").drawing)).toEqual({ picture: BRIDGE });
    expect(planRedrawnChart(chart(three, "A"), TREND)).toBeNull();
  });
});

describe("the bars of a bridge", () => {
  const bars = (from: string, to: string) => {
    const bridge = bridgeOf(BOOK, { ...OF, from: spanOf(from), to: spanOf(to), line: "operating_income" });
    if (bridge === null) throw new Error("There is a bridge.");
    return bridgeBars(bridge).map(({ kind, extent }) => [kind, extent?.start ?? null, extent?.end ?? null]);
  };

  test("hang where the one before ends, also across zero", () => {
    expect(bars("1Q05", "1Q06")).toEqual([
      ["from", 0, -30],
      ["step", -30, 20],
      ["step", 20, 15],
      ["step", 15, 14],
      ["rest", 14, 15],
      ["to", 0, 15],
    ]);
  });

  test("are nowhere behind a gap", () => {
    expect(bars("2Q05", "1Q06")).toEqual([
      ["from", null, null],
      ["step", null, null],
      ["step", null, null],
      ["step", null, null],
      ["to", 0, 15],
    ]);
  });
});

describe("the time axis", () => {
  const event = (id: string, date: string): Event => ({
    id,
    company: "acme",
    date,
    kind: "other",
    titleEn: id,
    titleJa: "",
    fieldEn: "",
    fieldJa: "",
    textEn: "",
    textJa: "",
    source: null,
  });
  const note = (id: string, line: string | null, span: string | null, more: Partial<Note> = {}): Note => ({
    id,
    company: "acme",
    line,
    span: span === null ? null : spanOf(span),
    source: null,
    textEn: id,
    textJa: "",
    scope: null,
    basis: null,
    ...more,
  });
  const book: Book = {
    ...BOOK,
    events: [
      event("june", "2005-06-30"),
      event("july", "2005-07"),
      event("april", "2005-04-01"),
      event("old", "2001-01"),
    ],
    notes: [
      note("cell", "sales", "1Q05"),
      note("half", "sales", "1H05"),
      note("all lines", null, "2Q05"),
      note("other line", "fees", "1Q05"),
      note("a target's", "sales", "1Q05", { basis: "target" }),
      note("other scope", "sales", "1Q05", { scope: "non-consolidated" }),
      note("no period", "sales", null),
    ],
  };
  const marks = (spans: Drawing["spans"], asOf: string | null = null) => {
    const chart = resolveDrawing(book, { ...OF, until: null }, { ...DRAWING, spans });
    return timeMarks(book, { ...OF, asOf }, chart).map(({ events, notes }, index) => [
      chart.columns[index]?.label,
      ...[...events, ...notes].map(({ id }) => id),
    ]);
  };

  test("has events in their months and notes where their periods end", () => {
    expect(marks("Q").slice(0, 3)).toEqual([
      ["1Q05", "april", "june", "cell"],
      ["2Q05", "july", "half", "all lines"],
      ["3Q05"],
    ]);
  });

  test("leaves out what happened and was written after the day shown", () => {
    expect(marks("Q", "2005-05-31").slice(0, 2)).toEqual([
      ["1Q05", "april", "cell"],
      ["2Q05", "half", "all lines"],
    ]);
    const [first] = book.sources;
    const later = book.notes.map((note) => ({ ...note, source: first?.id ?? null }));
    const chart = resolveDrawing(book, { ...OF, until: null }, DRAWING);
    const notes = timeMarks({ ...book, notes: later }, { ...OF, asOf: "2005-05-31" }, chart).flatMap(
      (each) => each.notes,
    );
    expect(notes).toEqual([]);
  });

  test("counts each mark once where periods run on, and under its quarter where years stand side by side", () => {
    expect(
      marks("YTD")
        .flat()
        .filter((mark) => mark === "june"),
    ).toEqual(["june"]);
    expect(marks("YTD")[1]).toEqual(["1H05", "july", "half", "all lines"]);
    expect(marks("same-quarter").slice(0, 2)).toEqual([
      ["1Q", "april", "june", "cell"],
      ["2Q", "july", "half", "all lines"],
    ]);
    expect(marks("FY")[0]).toEqual(["FY2005", "april", "june", "july", "cell", "half", "all lines"]);
  });
});

test("before anybody has made a chart there are trends, years side by side and a bridge of the newest quarter", () => {
  const pictures = defaultPictures(BOOK, "acme", "consolidated");
  expect(pictures.map(({ kind }) => kind)).toEqual(["profits", "year-by-year", "bridge"]);
  expect(pictures.at(-1)?.picture).toMatchObject({
    line: "operating_income",
    from: spanOf("1Q05"),
    to: spanOf("1Q06"),
  });
  for (const { picture } of pictures) expect(readPicture(writePicture(picture))).toEqual({ picture });
  expect(defaultPictures({ ...BOOK, companyLines: [] }, "acme", "consolidated")).toEqual([]);
});
