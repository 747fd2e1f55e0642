/** A book whose lines use every function of the language over figures with gaps, losses and `-`, for tests. */
import type { Book, Fact, Line, Stated } from "#core/book.ts";
import { EMPTY_BOOK } from "#core/book.ts";
import { homeOf } from "#core/book.ts";

/** 1Q04 of a year that starts in April 2004. */
const FIRST = 4 * 2004;

const printed = (mantissa: number): Stated => ({ mantissa, decimals: 0 });

/** Quarter by quarter; null: not entered; `-`: does not exist. */
const QUARTERS: Readonly<Record<string, readonly (number | "-" | null)[]>> = {
  sales: [100, 120, 130, 150, 110, 138, 141, 170, 121, null, 160, 180],
  costs: [110, 90, 91, 80, 70, 99, 150, 120, 100, 80, 0, 90],
  other: ["-", 5, "-", 7, null, 8, "-", "-", 9, 4, "-", 3],
  extra: ["-", 2, 3, "-", 4, "-", "-", 1, null, 2, 6, "-"],
  cash: [40, 50, null, 60, 70, 65, 80, 90, 95, 0, 99, 120],
};

const FORMULAS: Readonly<Record<string, string>> = {
  total: "sales + other",
  may_be_none: "other + extra",
  profit: "sales - costs",
  margin: "(sales - costs - other) / sales",
  scaled: "other * 2",
  squared: "-sales ^ 2",
  minus_square: "0 - profit ^ 2",
  leading_minus: "-(profit ^ 2) + sales",
  root: "profit ^ 0.5",
  towers: "2 ^ 3 ^ (cash / 100)",
  nested: "sales - (costs - cash) - -cash",
  chained: "sales / (costs / cash) * 5%",
  by_zero: "sales / costs",
  year_on_year: "yoy(profit)",
  year_change: "yoy_change(sales)",
  quarter_on_quarter: "qoq(sales)",
  quarter_change: "qoq_change(cash)",
  last_year: "prior_year(total)",
  lagged: "lag(sales, 2)",
  to_date: "ytd(sales)",
  to_date_profit: "ytd(profit)",
  to_date_change: "ytd_change(cash)",
  twelve_months: "ttm(sales)",
  twelve_months_margin: "ttm(profit) / ttm(sales)",
  opened: "opening(cash)",
  closed: "closing(cash)",
  average: "avg(cash)",
  turnover: "sales / avg(cash)",
  yearly: "cagr(sales, 2)",
  listed: "sum(sales, other, extra)",
  below: "children(sales)",
  size: "abs(profit)",
  least: "min(sales, costs, cash)",
  most: "max(sales, -costs)",
  rounded: "round(sales / 7, 2)",
  hundreds: "round(sales, -2)",
  chosen: "if(sales > costs, profit, cash)",
  chosen_half: "1 + if(costs <> 0, sales / costs, 0) / 2",
  first_there: "sales + coalesce(other, 0)",
  first_of_many: "coalesce(prior_year(sales), qoq(cash), sales / costs)",
  there: "back + costs",
  back: "coalesce(there - 1, sales)",
  round: "coalesce(trip - 1, sales)",
  trip: "round + costs",
};

const CHILDREN = ["other", "extra"];

export function everyFunctionBook(): Book {
  const line = (id: string, kind: Line["kind"], formula: string | null): Line => ({
    id,
    labelEn: id,
    labelJa: id,
    section: "all",
    parent: CHILDREN.includes(id) ? "sales" : null,
    unit: "JPY million",
    kind,
    formula,
    note: "",
    position: 0,
  });
  const entered = Object.keys(QUARTERS).map((id) => line(id, id === "cash" ? "stock" : "flow", null));
  const lines = [...entered, ...Object.entries(FORMULAS).map(([id, formula]) => line(id, "ratio", formula))];
  const facts = entered.flatMap((one) =>
    (QUARTERS[one.id] ?? []).flatMap((value, quarter): Fact[] => {
      if (value === null) return [];
      return [
        {
          company: "acme",
          scope: "consolidated",
          basis: "actual",
          line: one.id,
          span: homeOf(one, { start: FIRST + quarter, length: 1 }),
          source: "report",
          stated: value === "-" ? "does-not-exist" : printed(value),
          restated: false,
          page: "",
          asPrinted: String(value),
        },
      ];
    }),
  );
  return {
    ...EMPTY_BOOK,
    sections: [{ id: "all", labelEn: "All", labelJa: "すべて", position: 0 }],
    lines,
    companies: [
      {
        id: "acme",
        nameEn: "Acme",
        nameJa: "アクメ",
        yearEndMonth: 3,
        fyNamedBy: "start",
        currency: "JPY",
        scale: "million",
        position: 0,
      },
    ],
    companyLines: lines.map(({ id }, position) => ({
      company: "acme",
      line: id,
      position,
      labelEn: null,
      labelJa: null,
    })),
    sources: [
      { id: "report", company: "acme", title: "Report", kind: "report", published: "2007-05-01", rounding: "nearest" },
    ],
    facts,
  };
}
