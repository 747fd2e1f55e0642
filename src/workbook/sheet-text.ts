/** Text in cells and comments. */
import type { Cell as SheetCell } from "hucre/xlsx";
import type { Font } from "#workbook/looks.ts";

export type Cells = Map<string, Partial<SheetCell>>;

/** Text of the book. As a plain value a label that reads `#N/A` would be written as that error. */
export const textCell = (text: string, font: Font): Partial<SheetCell> =>
  text.startsWith("#") ? { richText: [{ text, font }] } : { value: text };

export const commented = (lines: readonly string[]): Pick<Partial<SheetCell>, "comment"> =>
  lines.length === 0 ? {} : { comment: { author: "Kessan", text: lines.join("\n") } };

export const cellKey = (row: number, column: number): string => `${row},${column}`;
