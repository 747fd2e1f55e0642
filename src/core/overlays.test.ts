import { describe, expect, test } from "vitest";
import type { Book } from "#core/book.ts";
import { figuresOf } from "#core/figures/figures.ts";
import { spanOf, tellBook } from "#core/figures/book-for-test.ts";
import type { Gap } from "#core/gaps.ts";
import type { Overlay } from "#core/layout.ts";
import { overlaid, overlayRules, revenueOf } from "#core/overlays.ts";

const BOOK = tellBook(
  {
    sales: {},
    profit: {},
    tax: { unit: "JPY thousand" },
    margin: { kind: "ratio", unit: "%", formula: "profit / sales" },
    share_of_tax: { kind: "ratio", unit: "%", formula: "tax / sales" },
    effective: { kind: "ratio", unit: "%", formula: "tax / profit" },
    cash: { kind: "stock" },
    contracts: { kind: "stock", unit: "contracts" },
  },
  [
    ["sales", "2Q05", "800"],
    ["sales", "1Q06", "900"],
    ["sales", "2Q06", "1,000"],
    ["profit", "2Q05", "(20)"],
    ["profit", "1Q06", "60"],
    ["profit", "2Q06", "90"],
    ["tax", "2Q06", "30,000"],
    ["cash", "4Q05", "500"],
    ["cash", "2Q06", "480"],
    ["contracts", "2Q06", "70"],
  ],
);

function shown(overlay: Overlay, line: string, period: string, book: Book = BOOK, isRolling = false): number | string {
  const rule = overlayRules(book.lines, overlay, isRolling).get(line);
  if (rule === undefined || typeof rule === "string") return rule ?? "unknown";
  const view = { company: "acme", scope: "consolidated", basis: "actual", asOf: null } as const;
  const answer = overlaid(figuresOf(book, view), rule, spanOf(period));
  return typeof answer === "number" ? Number(answer.toFixed(6)) : wordOf(answer);
}
const wordOf = ({ gap, growth }: Gap): string => growth ?? gap;

describe("the line that shares are taken of", () => {
  test("is the one by which most percentages divide", () => {
    expect(revenueOf(BOOK.lines)?.id).toBe("sales");
  });

  test("of several equally often, the one called revenue; without ratios it as well", () => {
    const even = tellBook(
      {
        costs: {},
        revenue: {},
        a: { kind: "ratio", unit: "%", formula: "revenue / costs" },
        b: { kind: "ratio", unit: "%", formula: "costs / revenue" },
      },
      [],
    );
    expect(revenueOf(even.lines)?.id).toBe("revenue");
    expect(revenueOf(tellBook({ other: {}, revenue: {} }, []).lines)?.id).toBe("revenue");
  });

  test("is none in a book that does not say, nor a balance or a count", () => {
    expect(revenueOf(tellBook({ other: {} }, []).lines)).toBeNull();
    const stocks = { assets: { kind: "stock" }, debt: { kind: "ratio", unit: "%", formula: "1 / assets" } } as const;
    expect(revenueOf(tellBook(stocks, []).lines)).toBeNull();
    expect(revenueOf(tellBook({ revenue: { unit: "contracts" } }, []).lines)).toBeNull();
  });
});

test("a share is one of total revenues, also of an amount in thousands; percentages are shares themselves", () => {
  expect(shown("share", "profit", "2Q06")).toBe(0.09);
  expect(shown("share", "tax", "2Q06")).toBe(0.03);
  expect(shown("share", "margin", "2Q06")).toBe("itself");
});

test("a balance and a count are no part of revenues", () => {
  expect(shown("share", "cash", "2Q06")).toBe("none");
  expect(shown("share", "contracts", "2Q06")).toBe("none");
  expect(shown("share", "other", "2Q06", tellBook({ other: {} }, [["other", "2Q06", "1"]]))).toBe("none");
});

test("growth on the year; of a percentage points; of a loss how it turned", () => {
  expect(shown("yoy", "sales", "2Q06")).toBe(0.25);
  expect(shown("yoy", "margin", "2Q06")).toBe(0.115);
  expect(shown("yoy", "profit", "2Q06")).toBe("turned-to-profit");
  expect(shown("yoy", "sales", "1Q06")).toBe("needs");
});

describe("growth on the quarter", () => {
  test("of quarters, of twelve months, of balances anywhere", () => {
    expect(shown("qoq", "sales", "2Q06")).toBe(0.111111);
    expect(shown("qoq", "sales", "LTM 2Q06", BOOK, true)).toBe("needs");
    expect(shown("qoq", "cash", "1H06")).toBe("needs");
  });

  test("a half and a fiscal year have no quarter before them", () => {
    expect(shown("qoq", "sales", "1H06")).toBe("no-such-span");
    expect(shown("qoq", "sales", "FY2006")).toBe("no-such-span");
    expect(shown("qoq", "sales", "FY2006", BOOK, true)).toBe("needs");
  });
});

test("changes are against the year before, of balances against the last year-end", () => {
  expect(shown("change", "sales", "2Q06")).toBe(200);
  expect(shown("change", "profit", "2Q06")).toBe(110);
  expect(shown("change", "cash", "2Q06")).toBe(-20);
  expect(overlayRules(BOOK.lines, "change", false).get("cash")).toMatchObject({ unit: "JPY million" });
  const rule = overlayRules(BOOK.lines, "change", false).get("cash");
  expect(typeof rule === "object" && rule.against(spanOf("2Q06"))).toEqual({ line: "cash", span: spanOf("4Q05") });
});
