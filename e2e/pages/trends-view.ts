/** The view of charts: the list, the chosen chart, how it is made, and the figures below it. */
import { expect, type Locator } from "@playwright/test";
import type { Words } from "../../src/renderer/words/words.ts";
import type { InWindow } from "./book-window.ts";

type TrendWords = Words["trends"];

/** A bar or a point as it is drawn, measured on its axis. */
export interface DrawnMark {
  readonly value: number;
  /** An outline: what the figure rests on was not printed. */
  readonly isHollow: boolean;
  /** The middle, across the page. */
  readonly x: number;
}

export interface DrawnAxis {
  /** The height of zero on the page, in pixels. */
  readonly zero: number;
  readonly unitsPerPixel: number;
}

/** Wider marks are bars, narrower ones the points of a line. */
const WIDEST_POINT_PX = 10;

export class TrendsView {
  readonly #window: InWindow;

  constructor(window: InWindow) {
    this.#window = window;
  }

  get root(): Locator {
    return this.#window.page.getByRole("region", { name: this.#words.label, exact: true });
  }

  /** The chart with the keyboard's focus in it; named by its title. */
  get chart(): Locator {
    return this.root.getByRole("application");
  }

  /** The picture; its accessible name says in words what it shows. */
  get picture(): Locator {
    return this.root.getByTestId("trend");
  }

  get drawing(): Locator {
    return this.picture.locator("svg");
  }

  /** What is told under the pointer or by the arrow keys. */
  get tip(): Locator {
    return this.root.getByTestId("trend-tip");
  }

  /** What a screen reader says as the arrow keys go about. */
  get spoken(): Locator {
    return this.root.getByRole("status");
  }

  get listed(): Locator {
    return this.#list.getByRole("button");
  }

  get saved(): Locator {
    return this.#list.getByRole("region", { name: this.#words.saved, exact: true }).getByRole("button");
  }

  listedChart(title: string): Locator {
    return this.#list.getByRole("button", { name: title });
  }

  async choose(title: string): Promise<void> {
    await this.listedChart(title).click();
    await expect(this.chart).toHaveAccessibleName(title);
  }

  action(
    name: keyof Pick<
      TrendWords,
      "save" | "saveAs" | "discard" | "rename" | "remove" | "moveUp" | "moveDown" | "copy" | "png" | "svg"
    >,
  ): Locator {
    return this.root
      .getByRole("group", { name: this.#words.actions })
      .getByRole("button", { name: this.#words[name], exact: true });
  }

  /** Answers what the chart is to be called. */
  async name(title: string): Promise<void> {
    await this.root.getByRole("textbox", { name: this.#words.name }).fill(title);
    await this.#window.page.keyboard.press("Enter");
  }

  async showPanel(panel: keyof TrendWords["panels"]): Promise<void> {
    await this.root.getByRole("radio", { name: this.#words.panels[panel], exact: true }).check();
  }

  async showKind(kind: keyof TrendWords["kinds"]): Promise<void> {
    await this.root.getByRole("radio", { name: this.#words.kinds[kind], exact: true }).check();
  }

  /** A menu by its label, such as `Periods`. */
  menu(label: keyof Pick<TrendWords, "spans" | "range" | "result" | "from" | "to">): Locator {
    return this.root.getByRole("combobox", { name: this.#words[label], exact: true });
  }

  tick(label: "labels" | "marks"): Locator {
    return this.root.getByRole("checkbox", { name: this.#words[label], exact: true });
  }

  /** The lines of the chart, each with how it is drawn. */
  get lines(): Locator {
    return this.root.getByRole("table", { name: this.#words.lines, exact: true }).getByRole("rowheader");
  }

  show(line: string): Locator {
    return this.root.getByRole("checkbox", { name: this.#words.show(line), exact: true });
  }

  async drawAs(line: string, as: keyof TrendWords["asNames"]): Promise<void> {
    await this.root.getByRole("combobox", { name: this.#words.asOf(line), exact: true }).selectOption(as);
  }

  async putOn(line: string, from: "left" | "right", to: "left" | "right"): Promise<void> {
    const name = this.#words.onAxis(this.#words.axisNames[from], line);
    await this.root.getByRole("combobox", { name, exact: true }).selectOption(to);
  }

  async drawOf(line: string, transform: keyof TrendWords["transformNames"]): Promise<void> {
    await this.root.getByRole("combobox", { name: this.#words.transformOf(line), exact: true }).selectOption(transform);
  }

  lineButton(name: "up" | "down" | "takeOut", line: string): Locator {
    return this.root.getByRole("button", { name: this.#words[name](line), exact: true });
  }

  /** Adds a line as a person does by keyboard: looks for it by a piece of its name and takes the first. */
  async addLine(typed: string): Promise<void> {
    await this.root.getByRole("button", { name: this.#words.addLine, exact: true }).click();
    await this.#window.page.getByRole("combobox", { name: this.#words.addLabel }).fill(typed);
    await this.#window.page.keyboard.press("Enter");
  }

  /** The figures below the chart, row by row, its label first. */
  async figures(): Promise<string[][]> {
    const rows = await this.root.locator(".trend-table tr").all();
    return Promise.all(rows.map((row) => row.locator("th, td").allInnerTexts()));
  }

  /** The periods over the figures that are seen whole, those that are cut off at an edge, and the last of either. */
  headingsInSight(): Promise<{ readonly whole: string[]; readonly cut: string[]; readonly last: string | undefined }> {
    return this.root.locator(".trend-table-scroll").evaluate((area) => {
      const [labels, ...columns] = [...area.querySelectorAll("thead th")].map((cell) => ({
        name: cell.textContent,
        box: cell.getBoundingClientRect(),
      }));
      if (labels === undefined) throw new Error("there are no figures");
      const [from, to] = [labels.box.right, area.getBoundingClientRect().right];
      const seen = columns.filter(({ box }) => box.right > from + 1 && box.left < to - 1);
      const isWhole = ({ box }: (typeof seen)[number]): boolean => box.left >= from - 1 && box.right <= to + 1;
      const texts = [...area.querySelectorAll("td p")].filter((text) => {
        const { left, right } = text.getBoundingClientRect();
        return left < from - 1 || right > to + 1;
      });
      const names = seen.filter((each) => !isWhole(each)).map(({ name }) => name);
      return {
        whole: seen.filter(isWhole).map(({ name }) => name),
        cut: [...names, ...texts.map(({ textContent }) => textContent)],
        last: seen.at(-1)?.name,
      };
    });
  }

  /** The texts of the drawing: title, legend, axes, figures. */
  texts(): Promise<string[]> {
    return this.drawing.locator("text").allTextContents();
  }

  /** A series as it is drawn, from left to right; nothing stands for a gap. */
  async drawn(line: string, side: "left" | "right" = "left"): Promise<DrawnMark[]> {
    const colour = await this.#colour(line);
    const { zero, unitsPerPixel } = await this.axis(side);
    const marks = await this.drawing.evaluate((svg, wanted) => {
      // Below the numbers of the axes stand labels, above them the legend.
      const heights = [...svg.querySelectorAll('text[text-anchor="end"], text[text-anchor="start"]')]
        .filter((text) => /^[(△]?[\d,.]+%?\)?$/u.test(text.textContent ?? ""))
        .map((text) => text.getBoundingClientRect());
      const top = Math.min(...heights.map((rect) => rect.top));
      const bottom = Math.max(...heights.map((rect) => rect.bottom));
      return [...svg.querySelectorAll("path")].flatMap((path) => {
        const { fill, stroke, strokeWidth } = getComputedStyle(path);
        const rect = path.getBoundingClientRect();
        const isHollow = stroke === wanted && fill !== wanted && fill !== "none";
        if ((fill !== wanted && !isHollow) || rect.bottom < top || rect.top > bottom) return [];
        // An edge belongs to a bar's height, and half of it stands outside the rectangle.
        const edge = stroke === "none" ? 0 : Number.parseFloat(strokeWidth) / 2;
        return [{ isHollow, left: rect.left, width: rect.width, top: rect.top - edge, bottom: rect.bottom + edge }];
      });
    }, colour);
    return marks
      .toSorted((a, b) => a.left - b.left)
      .map(({ isHollow, left, width, top, bottom }) => {
        const x = left + width / 2;
        if (width <= WIDEST_POINT_PX) return { isHollow, x, value: (zero - (top + bottom) / 2) * unitsPerPixel };
        const sign = top + bottom > 2 * zero ? -1 : 1;
        return { isHollow, x, value: sign * (bottom - top) * unitsPerPixel };
      });
  }

  /** The scale of the numbers at one side of the drawing. */
  async axis(side: "left" | "right"): Promise<DrawnAxis> {
    const labels = await this.drawing.evaluate(
      (svg, anchor) => {
        const middle = svg.getBoundingClientRect().left + svg.getBoundingClientRect().width / 2;
        return [...svg.querySelectorAll<SVGTextElement>(`text[text-anchor="${anchor}"]`)].flatMap((text) => {
          const at = text.getScreenCTM();
          const printed = text.textContent ?? "";
          const isOnSide = (at?.e ?? 0) < middle === (anchor === "end");
          return isOnSide && /^[(△]?[\d,.]+%?\)?$/u.test(printed) ? [{ printed, x: at?.e ?? 0, y: at?.f ?? 0 }] : [];
        });
      },
      side === "left" ? "end" : "start",
    );
    // The numbers of an axis stand under one another; those of the marks below the chart do not.
    const columns = [...Map.groupBy(labels, ({ x }) => Math.round(x)).values()];
    const axis = columns.toSorted((a, b) => b.length - a.length)[0];
    const [first, last] = [axis?.[0], axis?.at(-1)];
    if (first === undefined || last === undefined || first === last) throw new Error(`No axis at the ${side}.`);
    const unitsPerPixel = (amount(last.printed) - amount(first.printed)) / (first.y - last.y);
    return { zero: first.y + amount(first.printed) / unitsPerPixel, unitsPerPixel };
  }

  /** The middle of a period's column, across the page. */
  async columnOf(period: string): Promise<number> {
    const text = this.drawing.locator("text").filter({ hasText: new RegExp(`^${period}$`, "u") });
    const box = await text.first().boundingBox();
    if (box === null) throw new Error(`There is no ${period} below the chart.`);
    return box.x + box.width / 2;
  }

  /** Puts the pointer over a period. */
  async pointAt(period: string): Promise<void> {
    const box = await this.drawing.boundingBox();
    if (box === null) throw new Error("There is no chart.");
    await this.#window.page.mouse.move(await this.columnOf(period), box.y + box.height / 2);
  }

  #colour(line: string): Promise<string> {
    const row = this.lines.filter({ has: this.#window.page.getByText(line, { exact: true }) });
    return row.locator(".swatch").evaluate((element) => getComputedStyle(element).color);
  }

  get #list(): Locator {
    return this.root.getByRole("navigation", { name: this.#words.charts, exact: true });
  }

  get #words(): TrendWords {
    return this.#window.words.trends;
  }
}

/** `(1,000)` and `20%` as numbers; percentages as they are printed. */
function amount(text: string): number {
  const digits = Number(text.replace(/[(),%△]/gu, ""));
  return /^[(△]/u.test(text) ? -digits : digits;
}
