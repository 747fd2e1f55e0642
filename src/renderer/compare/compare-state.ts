/** What the view of companies side by side shows besides what is kept of it. */
import type { CompareView } from "#contract/questions.ts";
import type { Check } from "#core/checks/check.ts";
import type { Book } from "#core/book.ts";
import type { Direction, Measure } from "#core/pages/compare-page.ts";

/** Rows in the order of a company's figures. */
export interface RowOrder {
  readonly company: string;
  readonly measure: Measure;
  readonly direction: Direction;
}

/** Companies in the order of their figures in a row. */
export interface CompanyOrder {
  /** The `key` of the row. */
  readonly row: string;
  readonly measure: Measure;
  readonly direction: Direction;
}

/** What the checks of a compared company found. While they run again, `book` is older than the one shown. */
export interface PeerFindings {
  readonly book: Book;
  readonly asOf: string | null;
  readonly checks: readonly Check[];
}

export interface CompareState {
  /** Null: in the order in which they were chosen. */
  readonly rowOrder: RowOrder | null;
  readonly companyOrder: CompanyOrder | null;
  /** Companies taken out of the picture. */
  readonly hidden: ReadonlySet<string>;
  /** Of companies other than the one that the window shows. */
  readonly findings: ReadonlyMap<string, PeerFindings>;
}

export const FIRST_COMPARED: CompareState = {
  rowOrder: null,
  companyOrder: null,
  hidden: new Set(),
  findings: new Map(),
};

export const FIRST_COMPARE: CompareView = {
  companies: null,
  lines: null,
  line: null,
  layout: "lines",
  alignment: "calendar",
  kind: "quarter",
  measures: ["value", "share", "yoy"],
  drawnAs: "bar",
  drawn: "value",
};
