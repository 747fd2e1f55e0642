/** What the view of trends shows besides the book: which chart, changed how, and what of it is in sight. */
import type { Picture } from "#core/charts/picture.ts";

export const PANELS = ["setup", "figures", "none"] as const;

/** What stands below the chart. */
export type Panel = (typeof PANELS)[number];

/** A point of the chart: a series, or a bar of a bridge, in a column. */
export interface PlotPlace {
  readonly series: string;
  readonly column: number;
}

export interface TrendsState {
  /** A saved chart's id or a default picture's; null, or one that is not there: the first. */
  readonly chosen: string | null;
  /** Charts as they were changed and not saved, by `draftKey`. */
  readonly drafts: ReadonlyMap<string, Picture>;
  /** Series switched off in the legend, by their ids; a chart that is chosen begins with all of them. */
  readonly hidden: ReadonlySet<string>;
  readonly panel: Panel;
}

export const FIRST_TRENDS: TrendsState = { chosen: null, drafts: new Map(), hidden: new Set(), panel: "setup" };

/** Charts of the same kind stand ready for every company. */
export const draftKey = (company: string, chart: string): string => `${company} ${chart}`;
