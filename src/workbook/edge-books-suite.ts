/** Small books in which every formula meets what is no number: dashes, blanks, losses, breaks, for tests. */
import type { Book } from "#core/book.ts";
import { claim, spanOf, tellBook } from "#core/figures/book-for-test.ts";

type Told = Parameters<typeof tellBook>;
type ToldLines = Told[0];
type ToldFacts = Told[1];

/** Quarter by quarter from 1Q04, `-` a dash, `.` not entered. */
const quarters = (line: string, printed: string): ToldFacts =>
  printed
    .split(" ")
    .flatMap((text, index) => (text === "." ? [] : [[line, `${(index % 4) + 1}Q0${4 + Math.floor(index / 4)}`, text]]));

/** Lines that are their formula, each under its name. */
const ratios = (formulas: Readonly<Record<string, string>>): ToldLines =>
  Object.fromEntries(Object.entries(formulas).map(([id, formula]) => [id, { kind: "ratio", formula }]));

const nested = (call: string, times: number, of: string): string => `${call}(`.repeat(times) + of + ")".repeat(times);

/** Every position in which a dash can stand: a member of a sum, an operand, an argument, a branch, on this line or the next. */
export const dashes = tellBook(
  {
    amount: {},
    dashed: {},
    never: {},
    level: { kind: "stock" },
    ...ratios({
      product: "amount * dashed",
      quotient: "amount / dashed",
      divided: "dashed / amount",
      power: "dashed ^ 2",
      compared: "if(dashed > 3, amount, 2)",
      size: "abs(dashed)",
      least: "min(amount, dashed)",
      rounded: "round(dashed, 0)",
      growth: "yoy(amount * dashed)",
      change: "yoy_change(dashed)",
      annual: "cagr(dashed, 1)",
      mean: "avg(level)",
      on_the_quarter: "qoq_change(level)",
      since_year_end: "ytd_change(level)",
      sum_over_product: "amount + product",
      sum_over_quotient: "quotient - amount",
      sum_over_divided: "sum(amount, divided, dashed)",
      sum_over_growth: "growth + 1",
      sum_over_size: "amount + size",
      sum_over_rounded: "rounded + amount",
      sum_over_mean: "mean - amount",
      last_quotient: "dashed / prior_year(dashed)",
      growth_by_hand: "last_quotient - 1",
      growth_at_once: "dashed / prior_year(dashed) - 1",
      product_of_sum: "(dashed + never) * 2",
      sum_of_products: "product + never * 2",
      negated: "-dashed",
      negated_sum: "-(dashed + never)",
      less_negated: "amount - -dashed",
      less_negated_product: "amount - -(dashed * 2)",
      negated_power: "-dashed ^ 2",
      alone: "sum(dashed)",
      only_least: "min(dashed)",
      only_most: "max(dashed + never)",
      only_least_summed: "amount + min(dashed)",
      none_of_both: "dashed + never",
      same_twice: "dashed - dashed",
      with_number: "dashed + 0",
      earlier: "lag(dashed, 1)",
      year_before: "prior_year(dashed)",
      to_date: "ytd(dashed)",
      twelve: "ttm(dashed)",
      twelve_never: "ttm(never)",
      twelve_summed: "amount + ttm(never)",
      twelve_product: "ttm(never) * 2",
      opened: "opening(level)",
      closed: "closing(level)",
      chosen: "if(amount > 115, dashed, amount)",
      chosen_none: "if(amount > 115, dashed, never)",
      chosen_product: "if(amount > 115, product, dashed)",
      sum_over_chosen: "amount + if(amount > 115, dashed, never)",
      all_chosen: "dashed + if(amount > 115, dashed, never)",
      chosen_doubled: "2 * if(amount > 115, dashed, amount)",
      chosen_twice: "if(amount > 105, if(amount > 125, never, dashed), product)",
      first_there: "coalesce(dashed, amount)",
      first_number: "coalesce(never, dashed, 7)",
      last_is_dash: "coalesce(product, dashed)",
      last_is_product: "coalesce(dashed, product)",
      last_is_nothing: "coalesce(dashed, qoq(half_year_only))",
      last_is_sum: "coalesce(product, dashed + never)",
      sum_over_first: "amount + coalesce(never, dashed)",
      sum_over_product_first: "amount + coalesce(dashed, product)",
      product_over_first: "amount * coalesce(never, dashed)",
      childless: "children(never)",
      sum_over_childless: "amount + children(never)",
      of_children: "children(family)",
      sum_over_children: "amount + children(family)",
    }),
    half_year_only: {},
    family: {},
    child: { parent: "family", kind: "ratio", formula: "dashed" },
    child_product: { parent: "family", kind: "ratio", formula: "never * dashed" },
  },
  [
    ...quarters("amount", "100 110 120 130 140 - . 150 160 0"),
    ...quarters("dashed", "- - 5 - . 7 - 0 - 4"),
    ...quarters("never", "- - - - - - - - - -"),
    ...quarters("level", "- 50 - . 60 70 - 0 - 80"),
    ["half_year_only", "1H04", "10"],
  ],
);

/** Lines of other kinds than ratios: they are derived, added up and implied beside their formulas. */
const routes = tellBook(
  {
    amount: {},
    dashed: {},
    // Dashes were printed for its quarters: they make up the half, whatever the formula comes to.
    printed: { formula: "amount + dashed" },
    product: { formula: "amount * dashed" },
    chosen: { formula: "if(amount > 105, dashed, amount)" },
    derived: {},
    level: { kind: "stock" },
    level_before: { kind: "stock", formula: "lag(level, 1)" },
    level_opened: { kind: "stock", formula: "opening(level)" },
    level_mean: { kind: "stock", formula: "avg(level)" },
    level_sum: { kind: "stock", formula: "level + coalesce(opening(level), 1000)" },
    whole: { formula: "known + unknown" },
    known: {},
    unknown: {},
    // Firmly a dash, so that it adds nothing to `rest`; its cell shows what `twice_known` implies.
    guessed: { formula: "nothing" },
    nothing: {},
    twice_known: { formula: "guessed + amount" },
    half_known: { formula: "guessed + rest" },
    rest: {},
    share: { unit: "%" },
    share_again: { unit: "%", formula: "ytd(share)" },
    ...ratios({
      half_shown: "product + amount",
      ttm_product: "ttm(product)",
      ttm_mixed: "amount + ttm(chosen)",
      share_to_date: "coalesce(ytd(share), 9)",
      from_derived: "derived * 2",
      sum_over_derived: "amount + derived",
    }),
  },
  [
    ...quarters("amount", "100 110 120 130 140 150 160 170"),
    ...quarters("dashed", "- 3 - - 4 - 5 -"),
    ...quarters("printed", "- - . 7 - - - -"),
    ...quarters("level", "- 50 60 - 70 . 80 90"),
    ...quarters("known", "- 5 6 -"),
    ...quarters("whole", "20 30 40 50"),
    ...quarters("nothing", "- - - -"),
    ...quarters("twice_known", "170 180 190 200"),
    ...quarters("half_known", "90 90 90 90"),
    ...quarters("share", "10% 20% - 30% 15% . 25% 5%"),
    ["derived", "1H04", "-"],
    ["derived", "1Q04", "-"],
    ["derived", "FY2004", "40"],
    ["derived", "9M05", "25"],
    ["derived", "1H05", "-"],
  ],
);

const losses = tellBook(
  {
    income: {},
    ...ratios({
      growth: "yoy(income)",
      on_the_quarter: "qoq(income)",
      above: "growth + 1",
      annual: "cagr(income, 1)",
      cube_root: "income ^ (1 / 3)",
      root: "income ^ 0.5",
      square: "income ^ 2",
      inverse: "income ^ -1",
    }),
  },
  quarters("income", "(50) (50) (50) 0 (50) 0 20 0 (50) (60) 0 - 0 5 (1) 7"),
);

/** Nine comparisons within one another are a gap, eight a figure where there are cells enough. */
const deep = tellBook(
  {
    level: { kind: "stock" },
    ...ratios({
      eight: nested("qoq_change", 8, "level"),
      nine: nested("qoq_change", 9, "level"),
      beside_nine: `coalesce(${nested("qoq_change", 9, "level")}, level)`,
      nine_means: nested("avg", 9, "level"),
      sixty: nested("yoy_change", 60, "level"),
      sixty_sizes: nested("yoy_change", 8, nested("abs", 60, "level")),
    }),
  },
  quarters("level", "3 1 4 1 5 9 2 6 5 3 5 8"),
);

const unlike = tellBook(
  {
    parent: {},
    amount: { parent: "parent" },
    contracts: { parent: "parent", unit: "contracts" },
    ...ratios({
      below: "children(parent)",
      above: "amount + children(parent)",
      or: "coalesce(children(parent), amount)",
    }),
  },
  [...quarters("amount", "10 20 - 40"), ...quarters("contracts", "1 2 3 4")],
);

const targets = tellBook(
  {
    income: {},
    loss: {},
    none: {},
    ...ratios({
      progress_to_loss: "progress(loss)",
      remains_of_loss: "remainder(loss)",
      progress_made: "progress(income)",
      remains: "remainder(income)",
      remains_of_none: "remainder(none)",
      sum_over_progress: "income + progress(loss)",
    }),
  },
  [
    ...quarters("income", "- - - -"),
    ...quarters("loss", "5 (5) - -"),
    ...quarters("none", "5 6 7 8"),
    ["income", "FY2004", "100", { basis: "target" }],
    ["loss", "FY2004", "(100)", { basis: "target" }],
    ["none", "FY2004", "-", { basis: "target" }],
  ],
);

/** Figures of before a break stand beside later ones only where they were restated since. */
const broken = tellBook(
  {
    amount: {},
    level: { kind: "stock" },
    whole: {},
    ...ratios({
      growth: "yoy(amount)",
      earlier: "lag(amount, 1)",
      or: "coalesce(yoy(amount), 9)",
      mean: "avg(level)",
      inner: "yoy_change(coalesce(amount, whole))",
      ratio: "amount / whole",
      growth_of_ratio: "qoq_change(ratio)",
      growth_of_whole: "yoy(whole)",
    }),
  },
  [
    ...quarters("amount", "100 110 120 130 140 150 160 170"),
    ...quarters("level", "10 20 30 40 50 60 70 80"),
    ...quarters("whole", "200 220 240 260 280 300 320 340"),
    ["amount", "1Q04", "101", { source: "later", restated: true }],
    ["level", "4Q04", "41", { source: "later", restated: true }],
  ],
  { report: "2005-05-01", later: "2006-11-02" },
  {
    breaks: [
      { id: "a", company: "acme", line: "amount", boundary: spanOf("1Q05").start, textEn: "", textJa: "" },
      { id: "l", company: "acme", line: "level", boundary: spanOf("1Q05").start, textEn: "", textJa: "" },
    ],
    statements: [claim("yoy_change(whole)", "1Q05", 80, 0, "JPY million")],
  },
);

/** Formulas that Excel would refuse the file for: too many arguments, too many levels. */
const members = Array.from({ length: 300 }, (_, index) => `m${index}`);
const vast = tellBook(
  {
    ...Object.fromEntries(members.map((id) => [id, {}])),
    ...ratios({
      sum_of_many: members.join(" + "),
      sum_of_fewer: members.slice(0, 250).join(" + "),
      sizes_of_sizes: nested("abs", 70, "m0"),
      sizes_of_fewer: nested("abs", 50, "m0"),
    }),
  },
  members.map((id) => [id, "1Q04", "1"]),
);

/** The non-consolidated figures begin two quarters before the consolidated ones. */
const begun: Book = ((): Book => {
  const book = tellBook(
    { amount: {}, ...ratios({ or: "coalesce(amount, 0)", number: "2 * 3" }) },
    quarters("amount", "1 2 . 4 5 -"),
  );
  return { ...book, facts: book.facts.map((fact, at) => (at < 2 ? { ...fact, scope: "non-consolidated" } : fact)) };
})();

/** Nine months, which have no column, are restated to be nothing, though a quarter of them stands as a number. */
const denied: Book = tellBook(
  { amount: {}, level: { kind: "stock" }, ...ratios({ first: "ytd(coalesce(amount, level))" }) },
  [
    ...quarters("amount", "(1) - -"),
    ["level", "3Q04", "5", { source: "report" }],
    ["amount", "9M04", "-", { source: "later", restated: true }],
  ],
  { report: "2005-05-01", later: "2006-11-02" },
);

export const EDGE_BOOKS: Readonly<Record<string, Book>> = {
  dashes,
  routes,
  losses,
  deep,
  unlike,
  targets,
  broken,
  begun,
  denied,
  vast,
};
