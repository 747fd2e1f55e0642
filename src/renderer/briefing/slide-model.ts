/** A briefing's pages as they are drawn: titles, tables, pictures, texts; everything in words and ready to lay out. */
import type { Affiliate } from "#core/book.ts";
import type { BriefingPage, BriefingPageKind } from "#core/pages/briefing.ts";
import type { Missing } from "#core/pages/page-cell.ts";
import type { ShownFigure } from "../pages/figure-words.ts";
import type { PageTable } from "../pages/page-model.ts";
import type { PictureWords } from "../trends/option-parts.ts";
import type { TrendPlot } from "../trends/trend-plot.ts";

/** A table with its figures as they are written, by their keys. */
export interface TableBlock {
  readonly kind: "table";
  readonly table: PageTable;
  /** Rows that there is no room for; the view that the page is like has them. */
  readonly more: number;
  /** Which figures are not comparable, and why; empty where all are. */
  readonly note: string;
  readonly figures: ReadonlyMap<string, ShownFigure>;
  /** A few rows are set larger than many. */
  readonly isRoomy: boolean;
  /** Whether the title stands over it; it is its name in any case. */
  readonly hasTitle: boolean;
}

export interface ChartBlock {
  readonly kind: "chart";
  /** Unique in the briefing, and the same for the same picture of another period. */
  readonly key: string;
  /** Null: there is nothing to draw. */
  readonly plot: TrendPlot | null;
  readonly words: PictureWords;
  /** The picture in words. */
  readonly described: string;
}

export interface HeadlinesBlock {
  readonly kind: "headlines";
  readonly title: string;
  readonly sentences: readonly { readonly key: string; readonly text: string; readonly isFlagged: boolean }[];
}

export interface EventRow {
  readonly key: string;
  readonly date: string;
  readonly title: string;
  readonly field: string;
  readonly text: string;
}

export interface EventsBlock {
  readonly kind: "events";
  /** Over the column of their names. */
  readonly heading: string;
  /** Their names alone; else with what is said of each. */
  readonly isBrief: boolean;
  readonly rows: readonly EventRow[];
}

export interface OverviewBlock {
  readonly kind: "overview";
  readonly title: string;
  readonly rows: readonly { readonly key: string; readonly label: string; readonly text: string }[];
}

export interface GroupBlock {
  readonly kind: "group";
  readonly affiliates: readonly Affiliate[];
}

export interface DocumentBlock {
  readonly kind: "document";
  readonly about: readonly string[];
  readonly rounding: readonly string[];
  readonly sources: readonly {
    readonly key: string;
    readonly title: string;
    readonly kind: string;
    readonly published: string;
    readonly rounding: string;
  }[];
}

export interface CommentsBlock {
  readonly kind: "comments";
  readonly comments: readonly { readonly key: string; readonly about: string; readonly text: string }[];
}

export type SlideBlock =
  | TableBlock
  | ChartBlock
  | HeadlinesBlock
  | EventsBlock
  | OverviewBlock
  | CommentsBlock
  | GroupBlock
  | DocumentBlock;

export interface Slide {
  readonly kind: BriefingPageKind;
  readonly number: number;
  readonly page: BriefingPage;
  readonly title: string;
  /** The period's calendar months; empty for a page that tells of none. */
  readonly range: string;
  /** Blocks stand below one another; those of one row beside one another. */
  readonly rows: readonly (readonly SlideBlock[])[];
  /** It has pictures or many figures, which are set in one size on every slide. */
  readonly isFull: boolean;
  /** What is printed otherwise than it is shown. */
  readonly footnotes: readonly string[];
  /** Empty where the page has something to tell. */
  readonly absent: string;
  readonly missing: readonly Missing[];
  /** Of every page's foot. */
  readonly source: string;
}
