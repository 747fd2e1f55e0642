/**
 * What a book holds, as plain data. Everything here can be written as JSON without loss, is
 * immutable, and is the one shape that the store, the wire, the window and the workbook share.
 */
import type { Span } from "#core/timeline.ts";

/** Consolidated and non-consolidated figures are never mixed. */
export type Scope = "consolidated" | "non-consolidated";
/** What happened, what the company aims at, what the user expects. */
export type Basis = "actual" | "target" | "estimate";
/** Flows add up over time, stocks stand at a boundary, ratios are re-evaluated on every span. */
export type LineKind = "flow" | "stock" | "ratio";
/** How a source rounds its amounts. Percentages are rounded to nearest in either. */
export type RoundingMode = "nearest" | "truncated";
export type Language = "en" | "ja";

export const SCOPES: readonly Scope[] = ["consolidated", "non-consolidated"];
export const BASES: readonly Basis[] = ["actual", "target", "estimate"];

/** A heading under which lines stand, such as the income statement. */
export interface Section {
  readonly id: string;
  readonly labelEn: string;
  readonly labelJa: string;
  readonly position: number;
}

/** A line item. Belongs to the book; which companies use it is a {@link CompanyLine}. */
export interface Line {
  /** Its name in formulas: `operating_income`. */
  readonly id: string;
  readonly labelEn: string;
  readonly labelJa: string;
  readonly section: string;
  /** The line under which this one is shown. For display alone: it implies nothing. */
  readonly parent: string | null;
  /** `JPY million`, `%`, `contracts`, `Gbps`: see `units.ts`. */
  readonly unit: string;
  readonly kind: LineKind;
  /** One formula for every span, or none. */
  readonly formula: string | null;
  readonly note: string;
  readonly position: number;
}

/** A company whose figures the book follows. */
export interface Company {
  readonly id: string;
  readonly nameEn: string;
  readonly nameJa: string;
  /** 1–12. */
  readonly yearEndMonth: number;
  readonly fyNamedBy: "start" | "end";
  /** ISO 4217. */
  readonly currency: string;
  /** The unit new money lines of this company get: `million`. */
  readonly scale: string;
  readonly position: number;
}

/** That a company uses a line, where, and under what name. */
export interface CompanyLine {
  readonly company: string;
  readonly line: string;
  readonly position: number;
  /** The company's own label; null where the book's serves. */
  readonly labelEn: string | null;
  readonly labelJa: string | null;
}

/** A published document that figures come from, or the user's own hand. */
export interface Source {
  readonly id: string;
  readonly company: string;
  readonly title: string;
  readonly kind: "presentation" | "tanshin" | "report" | "press-release" | "spreadsheet" | "hand";
  /** `2006-11-02`, or `2006-05` where only the month is known (it counts as its end); null: undated, ranked lowest. */
  readonly published: string | null;
  readonly rounding: RoundingMode;
}

/**
 * A number exactly as it was printed: `mantissa` × 10^−`decimals` in the printed unit.
 * 18.3 % is 183 with one decimal; 140.1億円 in a line of JPY million is 1401 with minus one
 * (its last digit stands for ten million). The mantissa is a safe integer.
 */
export interface Printed {
  readonly mantissa: number;
  readonly decimals: number;
}

/** What a source says of a cell: a value, 0 included, or that the item does not exist (printed `-`). */
export type Stated = Printed | "does-not-exist";

/** What makes a fact one: no two facts of a book share all six. */
export interface FactKey {
  readonly company: string;
  readonly scope: Scope;
  readonly basis: Basis;
  readonly line: string;
  /** Flows and ratios: the span. Stocks: the boundary they stand at, as a span of length 0. */
  readonly span: Span;
  readonly source: string;
}

/** One figure of one source. Several sources may state the same cell: these are its vintages. */
export interface Fact extends FactKey {
  readonly stated: Stated;
  /** The source marks this figure as restated, even where the first one is not known. */
  readonly restated: boolean;
  /** Where in the source it stands. */
  readonly page: string;
  /** The characters of the source: `(26,827)`. */
  readonly asPrinted: string;
}

/** A percentage, change or comparison that a source prints: a claim to be held against the facts. */
export interface StatedFigure {
  readonly id: string;
  readonly company: string;
  readonly scope: Scope;
  readonly source: string;
  readonly page: string;
  /** In the formula language, over {@link span}. */
  readonly expression: string;
  readonly span: Span;
  readonly printed: Printed;
  readonly unit: string;
  readonly asPrinted: string;
}

/** Commentary on a line, a span, or both. */
export interface Note {
  readonly id: string;
  readonly company: string;
  readonly line: string | null;
  readonly span: Span | null;
  readonly source: string | null;
  readonly textEn: string;
  readonly textJa: string;
}

/**
 * That a series does not go on as it was: a new accounting standard, other segments. Figures up to
 * the boundary are not comparable with those after it, unless a later source restates them.
 */
export interface Break {
  readonly id: string;
  readonly company: string;
  /** Null: every line of the company. */
  readonly line: string | null;
  readonly boundary: number;
  readonly textEn: string;
  readonly textJa: string;
}

/** Everything in a book but its journal. */
export interface Book {
  readonly sections: readonly Section[];
  readonly lines: readonly Line[];
  readonly companies: readonly Company[];
  readonly companyLines: readonly CompanyLine[];
  readonly sources: readonly Source[];
  readonly facts: readonly Fact[];
  readonly statements: readonly StatedFigure[];
  readonly notes: readonly Note[];
  readonly breaks: readonly Break[];
}

export const EMPTY_BOOK: Book = {
  sections: [],
  lines: [],
  companies: [],
  companyLines: [],
  sources: [],
  facts: [],
  statements: [],
  notes: [],
  breaks: [],
};

/** The text that identifies a fact within a book. */
export const factKey = (fact: FactKey): string =>
  [fact.company, fact.scope, fact.basis, fact.line, fact.span.start, fact.span.length, fact.source].join("|");

/** The facts' home for a line: a stock stands at the span's end, everything else on the span itself. */
export const homeOf = (line: Pick<Line, "kind">, span: Span): Span =>
  line.kind === "stock" ? { start: span.start + span.length, length: 0 } : span;
