/** Small books for tests, written the way one would tell them. */
import type { Basis, Book, Fact, Line, LineKind, Source, StatedFigure } from "#core/book.ts";
import { EMPTY_BOOK, homeOf } from "#core/book.ts";
import { parseAmount } from "#core/parse-amount.ts";
import { parsePeriod } from "#core/period-labels.ts";
import type { Span } from "#core/timeline.ts";

export const MARCH = { yearEndMonth: 3, fyNamedBy: "start" } as const;

/** The span of a label. @throws RangeError for a label that is none. */
export function spanOf(label: string): Span {
  const period = parsePeriod(label, MARCH);
  if ("problem" in period) throw new RangeError(label);
  return period.span;
}

interface ToldLine {
  readonly kind?: LineKind;
  readonly unit?: string;
  readonly formula?: string;
  readonly parent?: string;
}

interface ToldFact {
  readonly basis?: Basis;
  readonly source?: string;
  readonly restated?: boolean;
}

/** A company called `acme` with a March year-end, its lines, and `line period` → printed figure. */
export function tellBook(
  lines: Readonly<Record<string, ToldLine>>,
  facts: readonly (readonly [line: string, period: string, printed: string, more?: ToldFact])[],
  sources: Readonly<Record<string, string | null>> = { report: "2006-11-02" },
  more: Partial<Pick<Book, "statements" | "breaks">> = {},
): Book {
  const told: Line[] = Object.entries(lines).map(
    ([id, { kind = "flow", unit = "JPY million", formula = null, parent = null }], position) => ({
      id,
      labelEn: id,
      labelJa: id,
      section: "income",
      parent,
      unit,
      kind,
      formula,
      note: "",
      position,
    }),
  );
  const byId = new Map(told.map((line) => [line.id, line]));
  return {
    ...EMPTY_BOOK,
    ...more,
    sections: [{ id: "income", labelEn: "Income", labelJa: "損益", position: 0 }],
    lines: told,
    companies: [
      { id: "acme", nameEn: "Acme", nameJa: "アクメ", ...MARCH, currency: "JPY", scale: "million", position: 0 },
    ],
    companyLines: told.map(({ id, position }) => ({
      company: "acme",
      line: id,
      position,
      labelEn: null,
      labelJa: null,
    })),
    sources: Object.entries(sources).map(([id, published]): Source => ({
      id,
      company: "acme",
      title: id,
      kind: "report",
      published,
      rounding: "nearest",
    })),
    facts: facts.map(([id, period, printed, more = {}]): Fact => {
      const line = byId.get(id);
      if (line === undefined) throw new RangeError(id);
      const parsed = parseAmount(printed, line.unit);
      if ("problem" in parsed) throw new RangeError(printed);
      const { basis = "actual", source = Object.keys(sources)[0] ?? "", restated = false } = more;
      const span = homeOf(line, spanOf(period));
      return {
        company: "acme",
        scope: "consolidated",
        basis,
        line: id,
        span,
        source,
        stated: parsed.stated,
        restated,
        page: "",
        asPrinted: printed,
      };
    }),
  };
}

/** A printed claim of the first source: `claim("yoy(income)", "2Q06", 59.9, 1)`. */
export function claim(
  expression: string,
  period: string,
  printed: number,
  decimals = 0,
  unit = "%",
  source = "report",
): StatedFigure {
  return {
    id: `${expression} ${period}`,
    company: "acme",
    scope: "consolidated",
    source,
    page: "",
    expression,
    span: spanOf(period),
    printed: { mantissa: Math.round(printed * 10 ** decimals), decimals },
    unit,
    asPrinted: String(printed),
  };
}
