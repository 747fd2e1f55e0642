/** The group around a company as a drawing: who stands where, and which line leads to whom. */
import type { Affiliate, Printed } from "#core/book.ts";

/** A box of the chart. The company itself is the one without an affiliate. */
export interface GroupBox {
  readonly affiliate: Affiliate | null;
  /** Of its left upper corner. */
  readonly x: number;
  readonly y: number;
}

/** The end of the way from a holder to what it holds: straight down to its box. */
export interface GroupLine {
  readonly to: Affiliate;
  readonly path: string;
  /** Where the share is written. */
  readonly at: { readonly x: number; readonly y: number };
}

export interface GroupChart {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly GroupBox[];
  readonly lines: readonly GroupLine[];
  /** From a holder down and across a row of what it holds: the part of the way that a row shares. */
  readonly trunks: readonly string[];
}

/** Room for a name of two lines at the size of the window's text. */
export const BOX = { width: 128, height: 54 } as const;
const GAP_X = 16;
/** The share stands beside the line, over the box it leads to. */
const GAP_Y = 58;
/** From the box to where the lines turn. */
const TURN = 18;

/** `72.1` as it is printed. */
export const printedText = ({ mantissa, decimals }: Printed): string =>
  (mantissa / 10 ** decimals).toFixed(Math.max(0, decimals));

/**
 * Lays the group out: every company over what it holds, in their order. A row that is wider than `width`
 * goes on in the next one, so that a group of many companies still fits a page.
 */
export function groupChart(affiliates: readonly Affiliate[], width: number): GroupChart {
  const held = Map.groupBy(
    affiliates.toSorted((a, b) => a.position - b.position),
    ({ holder }) => holder,
  );
  const boxes: GroupBox[] = [];
  const lines: GroupLine[] = [];
  const trunks: string[] = [];
  const perRow = Math.max(1, Math.floor((width + GAP_X) / (BOX.width + GAP_X)));
  const widest = widthOf(Math.min(perRow, Math.max(1, ...[...held.values()].map(({ length }) => length))));
  let bottom = 0;

  const place = (holder: Affiliate | null, x: number, y: number): void => {
    boxes.push({ affiliate: holder, x, y });
    bottom = Math.max(bottom, y + BOX.height);
  };
  place(null, (widest - BOX.width) / 2, 0);

  // Level by level, so that no row of one holder lies over that of another.
  let level: readonly (Affiliate | null)[] = [null];
  while (level.length > 0) {
    const next: Affiliate[] = [];
    for (const holder of level) {
      const own = held.get(holder?.id ?? null) ?? [];
      const above = boxes.find(({ affiliate }) => affiliate === holder);
      if (above === undefined) continue;
      for (let from = 0; from < own.length; from += perRow) {
        const row = own.slice(from, from + perRow);
        const y = bottom + GAP_Y;
        const left = (widest - widthOf(row.length)) / 2;
        for (const [index, affiliate] of row.entries()) {
          const x = left + index * (BOX.width + GAP_X);
          place(affiliate, x, y);
          lines.push(lineTo(affiliate, x, y));
        }
        trunks.push(trunkTo(above, left + BOX.width / 2, left + widthOf(row.length) - BOX.width / 2, y));
      }
      next.push(...own);
    }
    level = next;
  }
  return { width: widest, height: bottom, boxes, lines, trunks };
}

const widthOf = (count: number): number => count * (BOX.width + GAP_X) - GAP_X;

function lineTo(to: Affiliate, x: number, y: number): GroupLine {
  const end = x + BOX.width / 2;
  return { to, path: `M${end} ${y - GAP_Y + TURN}V${y}`, at: { x: end, y: y - 8 } };
}

/** Down from a holder and across its row; past the rows between by the gutter, so that it crosses no box. */
function trunkTo(above: GroupBox, first: number, last: number, y: number): string {
  const start = { x: above.x + BOX.width / 2, y: above.y + BOX.height };
  const turn = y - GAP_Y + TURN;
  const across = `M${Math.min(first, start.x)} ${turn}H${Math.max(last, start.x)}`;
  if (y - start.y <= GAP_Y) return `M${start.x} ${start.y}V${turn}${across}`;
  const gutter = -GAP_X / 2;
  return `M${start.x} ${start.y}V${start.y + TURN}H${gutter}V${turn}H${last}`;
}
