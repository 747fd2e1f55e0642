import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { spanOf, tellBook } from "#core/figures/book-for-test.ts";
import { findTable } from "#core/pasted-markup.ts";
import { parseTable } from "#core/pasted-table.ts";
import { readTyped } from "#core/typed-amount.ts";
import { endOf } from "#core/timeline.ts";
import { AMOUNT_SCALES, unitShown } from "#core/units.ts";
import type { Settings, SheetView } from "#contract/questions.ts";
import type { EditActions, PlaceEntry } from "../state/edits.ts";
import { withoutEdits } from "../state/edited-book.ts";
import { makeSelectionActions } from "../state/selection-actions.ts";
import { rangeOf } from "../state/selection.ts";
import { createWindowStore, FIRST_SHEET, type CellRange, type WindowStore } from "../state/window-state.ts";
import { WORDS } from "../words/words.ts";
import { AS_SHOWN, makeClipboardActions, type ClipboardActions } from "./clipboard-actions.ts";
import { toldText } from "./clipboard-text.ts";
import { copiedFigure, exactText, statedByCopies } from "./copied-figure.ts";
import type { ClipboardTexts } from "./copied-text.ts";
import { textsOf } from "./copied-text.ts";

/** Quarters from 1Q05, and the rows: income, sales, costs, profit, margin, staff. 2Q05 of sales is derived. */
const BOOK = tellBook(
  {
    sales: {},
    costs: {},
    profit: { formula: "sales - costs" },
    margin: { kind: "ratio", unit: "%", formula: "profit / sales" },
    staff: { kind: "stock", unit: "people" },
  },
  [
    ["sales", "1Q05", "12,437"],
    ["sales", "1H05", "26,444"],
    ["costs", "1Q05", "13,000.5"],
    ["costs", "2Q05", "-"],
    ["costs", "3Q05", "140.1億"],
    ["margin", "2Q05", "99.9%"],
    ["staff", "2Q05", "5"],
    ["staff", "4Q05", "6"],
  ],
);

interface Desk {
  readonly store: WindowStore;
  readonly clipboard: ClipboardActions;
  /** What pastes entered since the desk was laid. */
  readonly entered: PlaceEntry[];
}

function desk(ranges: readonly CellRange[], sheet: Partial<SheetView> = {}, style: Partial<Settings> = {}): Desk {
  const journal = { generation: 0, undo: null, redo: null };
  const opened = { title: "Acme", path: "", readOnly: null, book: BOOK, journal, saved: { at: "file" } } as const;
  const settings: Settings = {
    language: "en",
    theme: "system",
    negatives: "parentheses",
    amounts: "entered",
    periods: "deck",
    ...style,
  };
  const store = createWindowStore(opened, settings, { year: 2006, month: 11 }, { ...FIRST_SHEET, ...sheet });
  store.setState({ ranges, focused: ranges.at(-1)?.anchor ?? null });
  const entered: PlaceEntry[] = [];
  const edits = {
    enterAll: (entries: readonly PlaceEntry[]) => void entered.push(...entries),
    explainBlocked: () => {},
  } as Partial<EditActions> as EditActions;
  return { store, entered, clipboard: makeClipboardActions(store, edits, makeSelectionActions(store, edits)) };
}

const cells = (
  line: string,
  period: string,
  toLine = line,
  toPeriod = period,
  reach: CellRange["reach"] = "cells",
): CellRange => rangeOf({ line, span: spanOf(period) }, { line: toLine, span: spanOf(toPeriod) }, reach);

function copied({ clipboard }: Desk, style = AS_SHOWN): ClipboardTexts {
  const texts = clipboard.copied(style);
  if (texts === null) throw new Error("nothing was copied");
  return texts;
}

const plain = (on: Desk, style = AS_SHOWN): string => copied(on, style).plain;
const only = (text: string): ClipboardTexts => ({ plain: text, markup: "" });

function told({ store }: Desk): string {
  const { notice } = store.getState();
  return notice?.kind === "clipboard" ? toldText(notice.told, WORDS.en) : "";
}

describe("what is copied", () => {
  test("figures as on screen, blanks as blanks, a dash for what does not exist", () => {
    expect(plain(desk([cells("sales", "1Q05", "margin", "3Q05")]))).toBe(
      ["12,437\t14,007\t", "13,000.5\t-\t14,010", "(563.5)\t14,007\t", "-4.5%\t100.0%\t", ""].join("\r\n"),
    );
  });

  test("with all digits: none is grouped, computed ones have as many as are held", () => {
    expect(plain(desk([cells("sales", "1Q05", "margin", "1Q05")]), { digits: "exact", isHeaded: false })).toBe(
      "12437\r\n13000.5\r\n-563.5\r\n-4.53083541046876%\r\n",
    );
  });

  test("where triangles are shown, a minus goes out, and the triangle beside the number", () => {
    const { plain: text, markup } = copied(desk([cells("profit", "1Q05")], {}, { negatives: "triangle" }));
    expect(text).toBe("-563.5");
    expect(markup).toContain('sdval="-563.5" sdnum="1033;0;#,##0.0;&quot;△&quot;#,##0.0"');
    expect(findTable(markup)).toEqual([["△563.5"]]);
  });

  test("whole rows with their labels, also with periods and units", () => {
    const rows = desk([cells("margin", "1Q05", "staff", "2Q05", "rows")]);
    expect(parseTable(plain(rows)).map((row) => row.slice(0, 3))).toEqual([
      ["margin", "-4.5%", "100.0%"],
      ["staff", "", "5"],
    ]);
    const all = parseTable(plain(desk([cells("sales", "1Q05", "sales", "1Q05", "all")])));
    expect(all.map(([label]) => label)).toEqual(["Income", "sales", "costs", "profit", "margin", "staff"]);
    const headed = desk([cells("sales", "1Q05", "sales", "2Q05"), cells("margin", "1Q05", "margin", "2Q05")]);
    expect(plain(headed, { digits: "shown", isHeaded: true })).toBe(
      "JPY million\t1Q05\t2Q05\r\nsales\t12,437\t14,007\r\nmargin (%)\t-4.5%\t100.0%\r\n",
    );
  });

  test("several ranges where they have the same rows or columns, in the order of the grid, else none", () => {
    expect(plain(desk([cells("staff", "2Q05", "staff", "3Q05"), cells("sales", "2Q05", "sales", "3Q05")]))).toBe(
      "14,007\t\r\n5\t\r\n",
    );
    expect(plain(desk([cells("sales", "2Q05"), cells("sales", "1Q05", "sales", "2Q05")]))).toBe("12,437\t14,007\r\n");
    const apart = desk([cells("sales", "1Q05"), cells("costs", "2Q05")]);
    expect(apart.clipboard.copied(AS_SHOWN)).toBeNull();
    expect(told(apart)).toMatch(/same rows or the same columns/);
  });

  test("growth where growth is shown", () => {
    const growth = desk([cells("sales", "1Q05", "sales", "2Q05")], { overlay: "qoq" });
    expect(parseTable(plain(growth))[0]?.[1]).toBe("12.6%");
    expect(plain(growth, { digits: "exact", isHeaded: false })).toMatch(/\t12\.6236230602\d+%/);
  });

  test("a label that a spreadsheet would run stays a text, and markup in it markup for nobody", () => {
    const texts = textsOf(
      [[{ text: "=1+1" }, { text: "＠x" }, { text: '<img onerror="x">&' }, { text: "-" }]],
      "entered",
    );
    expect(texts.plain).toBe(`'=1+1\t'＠x\t"<img onerror=""x"">&"\t-\r\n`);
    expect(texts.markup).not.toContain("<img");
    expect(findTable(texts.markup)).toEqual([["=1+1", "＠x", '<img onerror="x">&', "-"]]);
  });
});

describe("what is pasted", () => {
  /** The corners of a block of every kind of figure. */
  const CORNERS = { Q: ["1Q05", "4Q05"], H: ["1H05", "2H05"], QQQQY: ["1Q05", "FY2005"] } as const;

  test("a block copied out and pasted back changes nothing, in either style, as text or as a table", () => {
    for (const negatives of ["parentheses", "triangle"] as const) {
      for (const layout of ["Q", "H", "QQQQY"] as const) {
        for (const digits of ["shown", "exact"] as const) {
          for (const reach of ["cells", "rows", "all"] as const) {
            const [from, to] = CORNERS[layout];
            const on = desk([cells("sales", from, "staff", to, reach)], { layout }, { negatives });
            const texts = copied(on, { digits, isHeaded: false });
            on.clipboard.paste(texts);
            on.clipboard.paste(only(texts.plain));
            expect(on.entered, `${negatives} ${layout} ${digits} ${reach}`).toEqual([]);
            expect(told(on)).toMatch(/^Nothing entered, \d+ as they were\.$/);
          }
        }
      }
    }
  });

  const copyAmounts = AMOUNT_SCALES.flatMap((amounts) => AMOUNT_SCALES.map((later) => [amounts, later] as const));
  test.each(copyAmounts)("a block copied in %s and pasted back in %s changes nothing", (amounts, later) => {
    for (const digits of ["shown", "exact"] as const) {
      const on = desk([cells("sales", "1Q05", "staff", "4Q05")], {}, { amounts });
      const texts = copied(on, { digits, isHeaded: false });
      on.store.setState(({ settings }) => ({ settings: { ...settings, amounts: later } }));
      on.clipboard.paste(texts);
      // The text beside the table says nothing of its unit: it is read in the one that is shown.
      if (amounts === later && digits === "shown") on.clipboard.paste(only(texts.plain));
      expect(on.entered).toEqual([]);
    }
  });

  test("figures from elsewhere are in the unit that is shown, and keep it in their text", () => {
    const on = desk([cells("sales", "3Q05")], {}, { amounts: "100 million" });
    on.clipboard.paste(only("140.07\t15,000"));
    expect(on.entered.map(({ stated, text }) => [stated, text])).toEqual([
      [{ mantissa: 14007, decimals: 0 }, "140.07億円"],
    ]);
    expect(told(on)).toMatch(/^1 pasted, 1 skipped: a size that fits another unit/);
  });

  test("a figure copied elsewhere keeps its decimals as printed", () => {
    const from = desk([cells("costs", "1Q05", "margin", "1Q05")]);
    const texts = copied(from);
    const to = desk([cells("costs", "4Q05")]);
    to.clipboard.paste(texts);
    expect(to.entered.map(({ place, stated, text }) => [place.line, stated, text])).toEqual([
      ["costs", { mantissa: 130005, decimals: 1 }, "13,000.5"],
      ["profit", { mantissa: -5635, decimals: 1 }, "(563.5)"],
      ["margin", { mantissa: -45, decimals: 1 }, "(4.5%)"],
    ]);
    expect(to.store.getState().ranges).toEqual([cells("costs", "4Q05", "margin", "4Q05")]);
  });

  test("a percentage copied with all its digits is the same percentage elsewhere", () => {
    const texts = copied(desk([cells("margin", "1Q05")]), { digits: "exact", isHeaded: false });
    const to = desk([cells("margin", "4Q05")]);
    to.clipboard.paste(texts);
    expect(to.entered[0]?.stated).toEqual({ mantissa: -453083541046876, decimals: 14 });
  });

  test("what did not go in is told, with the reasons", () => {
    const on = desk([cells("margin", "3Q05")]);
    on.clipboard.paste(only("18.3%\tn.m.\tx\r\n7\t18.3%\t8\t9\t10\t11\r\n"));
    expect(on.entered).toHaveLength(3);
    expect(told(on)).toBe(
      "3 pasted, 3 skipped: not a number (2), a percentage among amounts (1), 3 beyond the edge of the grid.",
    );
  });

  test("a table's markup goes before its text: a footnote's mark is no digit", () => {
    const on = desk([cells("costs", "1Q05")]);
    on.clipboard.paste({ plain: "1401\t5", markup: "<table><tr><td>140<sup>1</sup></td><td>5</td></tr></table>" });
    expect(on.entered.map(({ text }) => text)).toEqual(["5"]);
    expect(told(on)).toBe("1 pasted, 1 skipped: not a number (1).");
  });

  test("nothing is pasted where growth is shown, or where the clipboard has no text, or too much of it", () => {
    const growth = desk([cells("sales", "1Q05")], { overlay: "yoy" });
    growth.clipboard.paste(only("5"));
    expect(growth.store.getState().notice).toEqual({ kind: "overlay" });
    const on = desk([cells("sales", "1Q05")]);
    const refusals: readonly (readonly [string, RegExp])[] = [
      ["", /no text/],
      ["\t\r\n \t", /no text/],
      ["9".repeat(4_000_001), /four million/],
      ["1\t".repeat(24_002), /24,000/],
    ];
    for (const [text, sentence] of refusals) {
      on.clipboard.paste(only(text));
      expect(told(on)).toMatch(sentence);
    }
    const two = desk([cells("sales", "1Q05"), cells("costs", "2Q05")]);
    two.clipboard.paste(only("1\t2"));
    expect(told(two)).toMatch(/one place/);
    expect([...growth.entered, ...on.entered, ...two.entered]).toEqual([]);
  });

  test("in the other language", () => {
    const skipped = new Map([["not-a-number", 2]] as const);
    const whole = { labels: false, periods: false };
    const told = {
      what: "pasted",
      entered: 12,
      unchanged: 1,
      skipped,
      clipped: 0,
      headings: whole,
      hidden: 0,
    } as const;
    expect(toldText(told, WORDS.ja)).toBe("12件を貼り付け、1件は元のまま、2件を除外：数値でない（2件）。");
    const partly = { ...told, headings: { labels: true, periods: false }, hidden: 3 };
    expect(toldText(partly, WORDS.en)).toBe(
      "12 pasted, 1 as they were, 2 skipped: not a number (2). The labels before the figures were left out. " +
        "3 hidden rows in between were not filled.",
    );
  });
});

test("whatever a figure is, its copies are read as themselves", () => {
  const unit = fc.constantFrom("JPY million", "%", "percentage points", "Gbps");
  const negatives = fc.constantFrom("parentheses", "triangle", "minus" as const);
  const scale = fc.constantFrom(...AMOUNT_SCALES);
  const value = fc.oneof(fc.double({ noNaN: true, min: -1e12, max: 1e12 }), fc.integer({ min: -1e6, max: 1e6 }));
  fc.assert(
    fc.property(value, unit, fc.integer({ min: 0, max: 6 }), fc.boolean(), negatives, scale, (...drawn) => {
      const [number, ofUnit, decimals, isPrinted, style, amounts] = drawn;
      const figure = { value: number, unit: ofUnit, decimals, isPrinted };
      const readable = statedByCopies(figure, amounts);
      for (const digits of ["shown", "exact"] as const) {
        const { plain: text, shown } = copiedFigure(figure, digits, { negatives: style, amounts });
        for (const each of [text, shown]) {
          const inUnit = digits === "exact" ? ofUnit : unitShown(figure, amounts);
          const parsed = readTyped(each, { unit: ofUnit, shown: inUnit, near: [] });
          // More digits than are held exactly are refused on the way in, whoever printed them.
          if ("problem" in parsed) expect(parsed.problem.code).toBe("too-long");
          else expect(readable).toContainEqual(parsed.stated);
        }
      }
    }),
    { numRuns: 3000 },
  );
});

test.each([
  [14007, "JPY million", 0, true, "14007"],
  [-1234.5, "JPY million", 1, true, "-1234.5"],
  [1 / 3, "Gbps", 3, false, "0.33333333333333"],
  [0.07, "%", 1, false, "7%"],
  [0.183, "%", 1, true, "18.3%"],
  [2 / 3, "%", 1, false, "66.6666666666667%"],
  [0.015, "percentage points", 1, false, "1.5"],
  [0, "%", 1, false, "0%"],
  [123456789012345.6, "JPY million", 0, false, "123456789012346"],
])("all the digits of %d %s", (value, unit, decimals, isPrinted, text) => {
  expect(exactText({ value, unit, decimals, isPrinted })).toBe(text);
});

test("cutting from a locked quarter copies nothing, and says why", () => {
  const { store, clipboard, entered } = desk([cells("sales", "1Q05")]);
  const boundary = endOf(spanOf("1Q05"));
  const locks = [{ company: "acme", boundary, text: "checked" }];
  store.setState({ edited: withoutEdits({ ...BOOK, locks }), copied: [] });
  clipboard.cut();
  expect(store.getState()).toMatchObject({ copied: [], notice: { kind: "locked", boundary, reason: "checked" } });
  expect(entered).toEqual([]);
});
