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
  /** The figures it speaks of, such as the non-consolidated ones; null: of all. */
  readonly scope: Scope | null;
  /** `target`: the reason why a target is what it is; null: of all. */
  readonly basis: Basis | null;
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

/** Something that happened on a day: a service introduced, a company founded. It stands on the time axis. */
export interface Event {
  readonly id: string;
  readonly company: string;
  /** `2006-10-01`, or `2006-10` where only the month is known. */
  readonly date: string;
  readonly kind: "service" | "group" | "other";
  readonly titleEn: string;
  readonly titleJa: string;
  /** The area of business, such as security; empty where none is named. */
  readonly fieldEn: string;
  readonly fieldJa: string;
  readonly textEn: string;
  readonly textJa: string;
  readonly source: string | null;
}

/** A company of the group around a company of the book. */
export interface Affiliate {
  readonly id: string;
  readonly company: string;
  readonly nameEn: string;
  readonly nameJa: string;
  /** The affiliate that holds it; null: the company itself. */
  readonly holder: string | null;
  /** The share held, in percent as printed; null where it is not known. */
  readonly share: Printed | null;
  readonly kind: "consolidated" | "equity-method" | "other";
  readonly position: number;
}

/** A line of a company's overview, or of an affiliate's: its seat, its capital. Words, not figures of a line. */
export interface Particular {
  readonly id: string;
  readonly company: string;
  /** Null: of the company itself. */
  readonly affiliate: string | null;
  readonly labelEn: string;
  readonly labelJa: string;
  readonly textEn: string;
  readonly textJa: string;
  readonly position: number;
}

/** A chart somebody made and kept. */
export interface SavedChart {
  readonly id: string;
  readonly company: string;
  readonly titleEn: string;
  readonly titleJa: string;
  /** What is drawn, as `core/charts` reads it: JSON. */
  readonly drawing: string;
  readonly position: number;
}

/** That a quarter's figures are closed: until it is opened again, nothing in it can be entered or changed. */
export interface QuarterLock {
  readonly company: string;
  /** The end of the quarter. */
  readonly boundary: number;
  /** Why it was locked; empty where nobody said. */
  readonly text: string;
}

/** That a company's page shows a line, where the company chose its own. */
export interface PageLine {
  readonly company: string;
  readonly page: Page;
  readonly line: string;
  readonly position: number;
}

/** The pages on which a company may choose its lines. */
export const PAGES = ["period", "services", "balance", "targets"] as const;

export type Page = (typeof PAGES)[number];

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
  readonly events: readonly Event[];
  readonly affiliates: readonly Affiliate[];
  readonly particulars: readonly Particular[];
  readonly charts: readonly SavedChart[];
  readonly locks: readonly QuarterLock[];
  readonly pageLines: readonly PageLine[];
}

/** Characters of the longest id, name, label or title that a book takes. */
export const LONGEST_NAME = 200;

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
  events: [],
  affiliates: [],
  particulars: [],
  charts: [],
  locks: [],
  pageLines: [],
};

/** The text that identifies a fact within a book. */
export const factKey = (fact: FactKey): string =>
  [fact.company, fact.scope, fact.basis, fact.line, fact.span.start, fact.span.length, fact.source].join("|");

/** The facts' home for a line: a stock stands at the span's end, everything else on the span itself. */
export const homeOf = (line: Pick<Line, "kind">, span: Span): Span =>
  line.kind === "stock" ? { start: span.start + span.length, length: 0 } : span;
