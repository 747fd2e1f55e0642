/** How wide the columns of figures are: wide enough for the longest, and so that whole columns fill the view. */

/** Six digits, separators and a hanging parenthesis; also the header `FY2006`. */
const LEAST_PX = 88;
/** A tabular digit of the grid's font, a little generously: a figure cut off would be read as another. */
const CHARACTER_PX = 7.6;
/** Beside the digits: the cell's padding, a mark before them and a hanging parenthesis behind. */
const BESIDE_PX = 34;

/**
 * One width for all columns. Scrolled to its end, the view then begins with a whole column: half a
 * figure at the edge, 870 of 11,870, reads as a figure.
 * @param longest characters of the longest figure
 * @param viewPx room for columns beside the labels; 0 while nothing is laid out
 */
export function columnWidth(longest: number, columns: number, viewPx: number): number {
  const needed = Math.max(LEAST_PX, Math.ceil(BESIDE_PX + longest * CHARACTER_PX));
  const fit = Math.floor(viewPx / needed);
  return fit < 1 || columns <= fit ? needed : Math.floor(viewPx / fit);
}
