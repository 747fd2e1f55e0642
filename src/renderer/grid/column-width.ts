/** How wide columns are, in pixels at 100 %: wide enough for what stands in them, and so that whole columns fill the view. */

/** Six digits, separators and a hanging parenthesis; also the header `FY2006`. */
const LEAST_PX = 88;
/** A tabular digit of the grid's font, a little generously: a figure cut off would be read as another. */
const CHARACTER_PX = 7.6;
/** Beside the digits: the cell's padding, a mark before them and a hanging parenthesis behind. */
const BESIDE_PX = 34;

const LABEL_WIDTH_PX = { narrow: 232, wide: 284 };
/** Below this the labels would leave room for three periods beside the explanation. */
const WIDE_WINDOW_PX = 1280;

/** Narrower than this a label says nothing, wider there is no room for figures on the smallest screen. */
export const LEAST_LABELS_PX = 120;
const WIDEST_LABELS_PX = 640;
/** Wider than this, two columns would not fit beside the labels. */
const WIDEST_FIGURES_PX = 400;

/** How wide the labels are in a window of this width, where nobody chose. */
export const labelsPxIn = (windowPx: number): number =>
  windowPx < WIDE_WINDOW_PX ? LABEL_WIDTH_PX.narrow : LABEL_WIDTH_PX.wide;

/** However far it is zoomed in, the labels leave this part of the grid to the figures. */
const MOST_LABELS = 0.5;

/** The width of the labels at a zoom, in a grid of this width; 0: it is not laid out. */
export const labelsAt = (zoom: number, px: number, gridPx: number): number =>
  zoom <= 100 || gridPx === 0 ? sizeAt(zoom, px) : Math.min(sizeAt(zoom, px), Math.round(gridPx * MOST_LABELS));

/** A measure at 100 % as it is at a zoom in percent. */
export const sizeAt = (zoom: number, px: number): number => Math.round((px * zoom) / 100);

/** What decides how wide the columns of figures are. */
export interface Fitting {
  /** Characters of the longest figure. */
  readonly longest: number;
  /** What the longest header takes. */
  readonly headerPx: number;
  readonly columns: number;
  /** Room for columns beside the labels; 0 while nothing is laid out. */
  readonly viewPx: number;
  /** What a person chose; null: automatic. */
  readonly chosen: number | null;
}

/**
 * One width for all columns. Scrolled to its end, the view then begins with a whole column: half a
 * figure at the edge, 870 of 11,870, reads as a figure. A chosen width is kept as long as the figures fit.
 */
export function columnWidth({ longest, headerPx, columns, viewPx, chosen }: Fitting): number {
  const needed = Math.max(headerPx, Math.ceil(BESIDE_PX + longest * CHARACTER_PX));
  if (chosen !== null) return Math.max(chosen, needed);
  const least = Math.max(LEAST_PX, needed);
  const fit = Math.floor(viewPx / least);
  return fit < 1 || columns <= fit ? least : Math.floor(viewPx / fit);
}

/** A width that somebody dragged to, within what is of use. */
export const widthWithin = (of: "labels" | "figures", px: number): number =>
  of === "labels"
    ? Math.round(Math.min(Math.max(px, LEAST_LABELS_PX), WIDEST_LABELS_PX))
    : Math.round(Math.min(Math.max(px, BESIDE_PX), WIDEST_FIGURES_PX));

/** The header's padding on both sides. */
const HEADER_BESIDE_PX = 28;
/** A character of a header, in bold; those of Chinese and Japanese are as wide as high. */
const HEADER_CHARACTER_PX = { narrow: 7, wide: 12 };

/** About what a header's text takes. */
export const headerPxOf = (text: string): number =>
  HEADER_BESIDE_PX +
  [...text].reduce(
    (sum, character) => sum + (character > "\u2e80" ? HEADER_CHARACTER_PX.wide : HEADER_CHARACTER_PX.narrow),
    0,
  );
