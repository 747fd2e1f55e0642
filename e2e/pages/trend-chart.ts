/**
 * The chart, read as a person reads it: a series has the colour of its mark in the legend, a value stands
 * where its bar or its point does between the numbers of its axis.
 */
import type { Locator } from "@playwright/test";
import type { InWindow } from "./book-window.ts";

export interface Axis {
  /** The vertical place of zero on the page, in pixels. */
  readonly zero: number;
  readonly unitsPerPixel: number;
}

interface Mark {
  readonly centre: number;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
}

interface Label {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** Wider marks are bars, narrower ones the points of a line. */
const WIDEST_POINT_PX = 8;

export class TrendChart {
  readonly #window: InWindow;

  constructor(window: InWindow) {
    this.#window = window;
  }

  get pane(): Locator {
    return this.#window.page.getByRole("region", { name: this.#window.words.chart.label, exact: true });
  }

  /** The title of the picture. */
  get heading(): Locator {
    return this.pane.getByRole("heading");
  }

  /** The picture; its accessible name says in words what it shows. */
  get picture(): Locator {
    return this.pane.getByTestId("chart");
  }

  get drawing(): Locator {
    return this.picture.locator("svg");
  }

  get legend(): Locator {
    return this.pane.getByRole("listitem");
  }

  /** Leaves the chosen lines for the company's own picture. */
  async backToServices(): Promise<void> {
    await this.pane.getByRole("button", { name: this.#window.words.chart.clear }).click();
  }

  /** A series' value in a quarter, off the drawing; null where nothing is drawn. */
  async drawn(series: string, quarter: string): Promise<number | null> {
    const { labels, marks } = await this.#read(series);
    const [first, last] = ends(labels.filter(({ text }) => quarterNumber(text) !== null));
    const pxPerQuarter = (last.x - first.x) / (number(last.text) - number(first.text));
    const x = last.x + (number(quarter) - number(last.text)) * pxPerQuarter;
    const mark = marks.find(({ centre }) => Math.abs(centre - x) < pxPerQuarter / 2);
    if (mark === undefined) return null;
    if (mark.width <= WIDEST_POINT_PX) {
      const { zero, unitsPerPixel } = axis(labels, "right");
      return (zero - (mark.top + mark.bottom) / 2) * unitsPerPixel;
    }
    const { zero, unitsPerPixel } = axis(labels, "left");
    const isBelow = mark.top + mark.bottom > 2 * zero;
    return (mark.bottom - mark.top) * unitsPerPixel * (isBelow ? -1 : 1);
  }

  /** How many pieces the line of a series is in: a gap divides it. */
  pieces(series: string): Promise<number> {
    return this.#colour(series).then((colour) =>
      this.drawing.evaluate((svg, wanted) => {
        const lines = [...svg.querySelectorAll("path")].filter((path) => getComputedStyle(path).stroke === wanted);
        return lines.reduce((sum, line) => sum + (line.getAttribute("d")?.match(/M/g)?.length ?? 0), 0);
      }, colour),
    );
  }

  async axes(): Promise<{ left: Axis; right: Axis }> {
    const labels = await this.#labels();
    return { left: axis(labels, "left"), right: axis(labels, "right") };
  }

  async #read(series: string): Promise<{ labels: Label[]; marks: Mark[] }> {
    const colour = await this.#colour(series);
    const marks = await this.drawing.evaluate((svg, wanted) => {
      const paths = [...svg.querySelectorAll("path")].filter((path) => getComputedStyle(path).fill === wanted);
      return paths.map((path) => {
        const { left, width, top, bottom } = path.getBoundingClientRect();
        // A bar's edge belongs to its height, and half of it stands outside the rectangle.
        const { stroke, strokeWidth } = getComputedStyle(path);
        const outside = stroke === "none" ? 0 : Number.parseFloat(strokeWidth) / 2;
        return { centre: left + width / 2, width, top: top - outside, bottom: bottom + outside };
      });
    }, colour);
    return { labels: await this.#labels(), marks };
  }

  /** The texts of the drawing, each at the point it is set by. */
  #labels(): Promise<Label[]> {
    return this.drawing.evaluate((svg) =>
      [...svg.querySelectorAll("text")].map((text) => {
        const at = text.getScreenCTM();
        return { text: text.textContent ?? "", x: at?.e ?? 0, y: at?.f ?? 0 };
      }),
    );
  }

  #colour(series: string): Promise<string> {
    const swatch = this.legend.filter({ has: this.#window.page.getByText(series, { exact: true }) }).locator(".swatch");
    return swatch.evaluate((element) => getComputedStyle(element).color);
  }
}

/** The scale of the numbers at one side of the drawing: amounts at the left, percentages at the right. */
function axis(labels: readonly Label[], side: "left" | "right"): Axis {
  const isOnSide = ({ text }: Label): boolean =>
    quarterNumber(text) === null && text.includes("%") === (side === "right");
  const [first, last] = ends(labels.filter(isOnSide));
  const unitsPerPixel = (amount(last.text) - amount(first.text)) / (first.y - last.y);
  return { zero: first.y + amount(first.text) / unitsPerPixel, unitsPerPixel };
}

function ends(labels: readonly Label[]): readonly [Label, Label] {
  const [first, last] = [labels[0], labels.at(-1)];
  if (first === undefined || last === undefined || first === last) throw new Error("The drawing has too few labels.");
  return [first, last];
}

/** `(1,000)` and `20%` as numbers; percentages as they are printed. */
function amount(text: string): number {
  const digits = Number(text.replace(/[(),%△-]/g, ""));
  return /^[(△-]/.test(text) ? -digits : digits;
}

/** Quarters counted on from any beginning; null for what is not a quarter. */
function quarterNumber(text: string): number | null {
  const parts = /^([1-4])Q(\d\d)$/.exec(text);
  return parts === null ? null : Number(parts[2]) * 4 + Number(parts[1]);
}

function number(quarter: string): number {
  const found = quarterNumber(quarter);
  if (found === null) throw new RangeError(`not a quarter: ${quarter}`);
  return found;
}
