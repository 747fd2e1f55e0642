/** How the sheets look: one font by name in every style, blue for what was entered, black for what is calculated. */
import type { CellStyle } from "hucre/xlsx";
import type { Language } from "#core/book.ts";
import { heldDecimals, unitOf } from "#core/units.ts";

/** The conventional colours of a financial model. */
const BLUE = "0000FF";
const BLACK = "000000";
const GREY = "595959";
const BAND = "DCE6F1";
const RULE = "7F7F7F";

/** Fonts that come with Excel in either language. */
const FONTS: Readonly<Record<Language, string>> = { en: "Arial", ja: "Yu Gothic" };

export type Font = NonNullable<CellStyle["font"]>;

export interface Looks {
  readonly font: Font;
  readonly blue: NonNullable<Font["color"]>;
  readonly black: NonNullable<Font["color"]>;
  readonly title: CellStyle & { readonly font: Font };
  readonly remark: CellStyle & { readonly font: Font };
  readonly header: (side: "left" | "center" | "right") => CellStyle;
  /** Over figures: like them it leaves the room of a closing parenthesis. */
  readonly period: (negatives: "parentheses" | "triangle") => CellStyle;
  readonly section: CellStyle;
  readonly label: (depth: number) => CellStyle;
  readonly unit: CellStyle;
  readonly figure: (format: string, entered: boolean) => CellStyle;
  readonly text: CellStyle;
}

export function looksIn(language: Language): Looks {
  // A style with any font at all must name it, or spreadsheets pick one of their own.
  const font: Font = { name: FONTS[language], size: 10, color: { rgb: BLACK } };
  const rule = { style: "thin", color: { rgb: RULE } } as const;
  const band = { type: "pattern", pattern: "solid", fgColor: { rgb: BAND } } as const;
  const header = (horizontal: "left" | "center" | "right"): CellStyle => ({
    font: { ...font, bold: true },
    border: { bottom: rule },
    alignment: { horizontal, vertical: "center" },
  });
  return {
    font,
    blue: { rgb: BLUE },
    black: { rgb: BLACK },
    title: { font: { ...font, size: 14, bold: true } },
    remark: { font: { ...font, size: 9, color: { rgb: GREY } } },
    header,
    period: (negatives) => ({ ...header("right"), ...(negatives === "parentheses" ? { numFmt: "@_)" } : {}) }),
    section: { font: { ...font, bold: true }, fill: band },
    label: (depth) => ({ font, alignment: { horizontal: "left", indent: depth, vertical: "center" } }),
    unit: { font: { ...font, size: 9, color: { rgb: GREY } }, alignment: { horizontal: "left", vertical: "center" } },
    figure: (numFmt, entered) => ({
      font: { ...font, color: { rgb: entered ? BLUE : BLACK } },
      numFmt,
      alignment: { horizontal: "right", vertical: "center" },
    }),
    text: { font, alignment: { horizontal: "left", vertical: "center", wrapText: true } },
  };
}

/**
 * Excel's format for figures with so many decimals. The room of a closing parenthesis follows a
 * positive figure, so that digits stand under digits; a triangle stands in front and needs none.
 */
export function numberFormat(unit: string, decimals: number, negatives: "parentheses" | "triangle"): string {
  // A percentage point is held as 0.01 as a percentage is, and Excel has no other sign that shows it as 1.
  const percent = heldDecimals(0, unit) > 0;
  const digits = `${percent ? "0" : "#,##0"}${decimals > 0 ? `.${"0".repeat(decimals)}` : ""}${percent ? "%" : ""}`;
  return negatives === "parentheses" ? `${digits}_);(${digits})` : `${digits};"△"${digits}`;
}

/** Decimals of a line's cells that hold no figure yet. */
export const decimalsOfEmpty = (unit: string, others: readonly number[]): number =>
  others.length > 0 ? Math.max(...others) : unitOf(unit).kind === "percent" ? 1 : 0;
