import { describe, expect, test } from "vitest";
import { MARCH, spanOf, tellBook } from "#core/figures/book-for-test.ts";
import { formatPeriod } from "#core/period-labels.ts";
import type { Span } from "#core/timeline.ts";
import { makeMoves } from "../state/moves.ts";
import { pageSpanIn } from "../state/page-in-view.ts";
import { createWindowStore, type WindowState } from "../state/window-state.ts";
import { makePageActions } from "./page-actions.ts";
import { kindIn, kindOf, nearestSpan, spanBeside, spansIn, spansWithin } from "./page-spans.ts";

const label = (span: Span): string => formatPeriod(span, MARCH);

const extent = { from: spanOf("3Q04").start, to: spanOf("2Q06").start + 1 };

test.each([
  ["quarter", "3Q04 4Q04 1Q05 2Q05 3Q05 4Q05 1Q06 2Q06"],
  ["half", "2H04 1H05 2H05 1H06"],
  ["nine", "9M05"],
  ["year", "FY2005"],
  ["twelve", "LTM 2Q05 LTM 3Q05 FY2005 LTM 1Q06 LTM 2Q06"],
] as const)("every %s that lies within the figures, and none that only begins there", (kind, labels) => {
  const spans = spansWithin(extent, kind);
  expect(spans.map(label).join(" ")).toBe(labels);
  for (const span of spans) expect(kindOf(span)).toBe(label(span) === "FY2005" ? "year" : kind);
});

test("two quarters across a half, and more than a year, have no name of their own", () => {
  expect(kindOf({ start: spanOf("2Q06").start, length: 2 })).toBeNull();
  expect(kindOf({ start: spanOf("1Q06").start, length: 5 })).toBeNull();
});

describe("from one kind to another", () => {
  const to = (kind: Parameters<typeof spansWithin>[1], from: string): string | null => {
    const span = nearestSpan(spansWithin(extent, kind), spanOf(from));
    return span === null ? null : label(span);
  };

  test("the same end stays, where the kind has one that ends there", () => {
    expect(to("half", "2Q06")).toBe("1H06");
    expect(to("quarter", "1H06")).toBe("2Q06");
    expect(to("twelve", "1Q06")).toBe("LTM 1Q06");
  });

  test("else the one it lies in, the last before it, and at the beginning the first", () => {
    expect(to("year", "3Q05")).toBe("FY2005");
    expect(to("half", "1Q06")).toBe("1H06");
    expect(to("year", "2Q06")).toBe("FY2005");
    expect(to("nine", "1H06")).toBe("9M05");
    expect(to("year", "3Q04")).toBe("FY2005");
    expect(nearestSpan([], spanOf("2Q06"))).toBeNull();
  });
});

describe("in a window", () => {
  const book = tellBook({ revenue: {} }, [
    ["revenue", "1Q05", "9,880"],
    ["revenue", "2Q06", "14,007"],
    ["revenue", "FY2006", "56,000", { basis: "target" }],
  ]);
  const windowOf = (): ReturnType<typeof createWindowStore> => {
    const journal = { generation: 0, undo: null, redo: null };
    const opened = { title: "Acme", path: "", readOnly: null, book, journal, saved: { at: "file" } } as const;
    const settings = {
      language: "en",
      theme: "system",
      negatives: "parentheses",
      amounts: "entered",
      periods: "deck",
    } as const;
    return createWindowStore(opened, settings, { year: 2006, month: 11 });
  };
  const stateOf = (pageSpan: Span | null): WindowState => ({ ...windowOf().getState(), pageSpan });

  test("going round the kinds leads back to the quarter that it began with", () => {
    const store = windowOf();
    const moves = makeMoves(store);
    const pages = makePageActions(store, moves);
    const shown = (): string => label(pageSpanIn(store.getState()));
    moves.showPeriod(spanOf("1Q06"));
    const round = (["year", "twelve", "half", "quarter"] as const).map((kind) => {
      pages.showKind(kind);
      return shown();
    });
    expect(round).toEqual(["FY2005", "LTM 1Q06", "1H06", "1Q06"]);
    pages.showKind("year");
    moves.showPeriod(spanOf("2Q05"));
    pages.showKind("quarter");
    expect(shown()).toBe("2Q05");
  });

  test("among twelve months to every quarter's end a fiscal year is one of them, under its own name", () => {
    const store = windowOf();
    const moves = makeMoves(store);
    const pages = makePageActions(store, moves);
    const shown = (): string => `${kindIn(store.getState())} ${label(pageSpanIn(store.getState()))}`;
    moves.showPeriod(spanOf("2Q06"));
    pages.showKind("twelve");
    const way = ([-1, -1, 1] as const).map((step) => {
      pages.stepPeriod(step);
      return shown();
    });
    expect(way).toEqual(["twelve LTM 1Q06", "twelve FY2005", "twelve LTM 1Q06"]);
    pages.stepPeriod(-1);
    pages.showKind("year");
    expect(shown()).toBe("year FY2005");
  });

  test("a target is aimed at, not reached: the year it is for is not offered", () => {
    expect(spansIn(stateOf(null)).year.map(label)).toEqual(["FY2005"]);
  });

  test("the period that is shown is offered wherever it lies", () => {
    expect(spansIn(stateOf(spanOf("FY2006"))).year.map(label)).toEqual(["FY2005", "FY2006"]);
  });

  test("one step leads to the next of the same kind, and none beyond the last", () => {
    const beside = (from: string, step: 1 | -1): string | null => {
      const span = spanBeside(stateOf(spanOf(from)), step);
      return span === null ? null : label(span);
    };
    expect(beside("2Q06", -1)).toBe("1Q06");
    expect(beside("2Q06", 1)).toBeNull();
    expect(beside("1H06", -1)).toBe("2H05");
    expect(beside("LTM 1Q06", 1)).toBe("LTM 2Q06");
  });
});
