/**
 * The made-up company of the calculation bench: `inputs` lines of `quarters` quarters in groups of
 * ten, each group with its subtotal, and for every input its share of revenue, its growth on the
 * year and on the quarter and its twelve months; half years and years of every input besides.
 * All three engines compute exactly these cells.
 */
import type { Book, Fact, Line } from "#core/book.ts";
import { EMPTY_BOOK } from "#core/book.ts";

export interface Size {
  readonly inputs: number;
  readonly quarters: number;
}

/** Lines in a group: as many as a segment table has rows. */
export const GROUP = 10;
export const FIRST_BOUNDARY = 4 * 2000;
export const VIEW = { company: "c", scope: "consolidated", basis: "actual", asOf: null } as const;

export const inputId = (input: number): string => `input_${input}`;
export const subtotalId = (group: number): string => `subtotal_${group}`;
/** Computed lines of every input. The first group is revenue. */
export const COMPUTED: Readonly<Record<string, (input: string) => string>> = {
  share: (input) => `${input} / ${subtotalId(0)}`,
  yoy: (input) => `yoy(${input})`,
  qoq: (input) => `qoq(${input})`,
  ttm: (input) => `ttm(${input})`,
};

/** Whole numbers that differ and repeat from run to run; never zero, so that every growth is a number. */
export const amountAt = (input: number, quarter: number): number => 1000 + ((input * 7919 + quarter * 104_729) % 9000);

/** The company as a book. */
export function bookOf({ inputs, quarters }: Size): Book {
  const lines: Line[] = [];
  const add = (id: string, kind: Line["kind"], unit: string, formula: string | null): void => {
    lines.push({
      id,
      labelEn: id,
      labelJa: id,
      section: "s",
      parent: null,
      unit,
      kind,
      formula,
      note: "",
      position: lines.length,
    });
  };
  for (let input = 0; input < inputs; input += 1) {
    add(inputId(input), "flow", "JPY million", null);
    for (const [name, formula] of Object.entries(COMPUTED))
      add(`${name}_${input}`, "ratio", name === "ttm" ? "JPY million" : "%", formula(inputId(input)));
  }
  for (let group = 0; group * GROUP < inputs; group += 1) {
    const members = Array.from({ length: Math.min(GROUP, inputs - group * GROUP) }, (_, at) =>
      inputId(group * GROUP + at),
    );
    add(subtotalId(group), "flow", "JPY million", members.join(" + "));
  }
  const facts: Fact[] = [];
  for (let input = 0; input < inputs; input += 1)
    for (let quarter = 0; quarter < quarters; quarter += 1)
      facts.push({
        company: VIEW.company,
        scope: VIEW.scope,
        basis: VIEW.basis,
        line: inputId(input),
        span: { start: FIRST_BOUNDARY + quarter, length: 1 },
        source: "s",
        stated: { mantissa: amountAt(input, quarter), decimals: 0 },
        restated: false,
        page: "",
        asPrinted: "",
      });
  return {
    ...EMPTY_BOOK,
    sections: [{ id: "s", labelEn: "s", labelJa: "s", position: 0 }],
    lines,
    companies: [
      {
        id: "c",
        nameEn: "c",
        nameJa: "c",
        yearEndMonth: 3,
        fyNamedBy: "start",
        currency: "JPY",
        scale: "million",
        position: 0,
      },
    ],
    sources: [{ id: "s", company: "c", title: "s", kind: "report", published: "2020-01-01", rounding: "nearest" }],
    facts,
  };
}
