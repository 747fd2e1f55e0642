/** The columns of the grid: which stand where, how wide they are, what their headers say. */
import { expect, type Locator } from "@playwright/test";
import type { InWindow } from "./book-window.ts";

export class GridColumns {
  readonly #window: InWindow;

  constructor(window: InWindow) {
    this.#window = window;
  }

  get #root(): Locator {
    return this.#window.page.getByRole("grid", { name: this.#window.words.grid.label });
  }

  get #rows(): Locator {
    return this.#root.getByRole("row").filter({ has: this.#window.page.getByRole("columnheader") });
  }

  /** What the headers in sight say, from left to right, without the labels' own. */
  periods(): Promise<string[]> {
    return this.#textsOf(this.#rows.last());
  }

  /** The headings above them. */
  years(): Promise<string[]> {
    return this.#textsOf(this.#rows.first());
  }

  async expectPeriods(...periods: readonly string[]): Promise<void> {
    await expect.poll(() => this.periods()).toEqual(periods);
  }

  async expectYears(...years: readonly string[]): Promise<void> {
    await expect.poll(() => this.years()).toEqual(years);
  }

  async #textsOf(row: Locator): Promise<string[]> {
    const headers = await row.getByRole("columnheader").evaluateAll((elements) =>
      elements
        .map((element) => ({ left: element.getBoundingClientRect().left, text: element.textContent?.trim() ?? "" }))
        .toSorted((a, b) => a.left - b.left)
        .map(({ text }) => text),
    );
    return headers.slice(1);
  }

  /** By what is written in it: while its hint is shown, the header is called by that as well. */
  header(period: string): Locator {
    const written = this.#window.page.getByText(period, { exact: true });
    return this.#rows.last().getByRole("columnheader").filter({ has: written });
  }

  /** Over the labels: the unit, and what is shown instead of figures. */
  get overLabels(): Locator {
    return this.#rows.last().getByRole("columnheader").first();
  }

  /** In the corner: what each column counts. */
  get corner(): Locator {
    return this.#rows.first().getByRole("columnheader").first();
  }

  /** In the corner of the matrix: its line. */
  get line(): Locator {
    return this.#root.getByRole("combobox", { name: this.#window.words.columns.matrixLine });
  }

  get addQuarter(): Locator {
    return this.#root.getByTitle(this.#window.words.columns.nextQuarter, { exact: true });
  }

  /** The mark where columns are hidden, by what it says on hover. */
  hiddenMark(...labels: readonly string[]): Locator {
    return this.#root.getByTitle(this.#window.words.columns.hiddenHere(labels.join(", ")), { exact: true });
  }

  /** In whole pixels: a scrolled header's place has fractions of them. */
  async widthOf(header: Locator): Promise<number> {
    return Math.round((await header.boundingBox())?.width ?? 0);
  }

  /** Drags the right border of a header. */
  async dragBorder(header: Locator, px: number): Promise<void> {
    // Hovering waits until the border stands still: widths are laid a frame after what asked for them.
    await this.#border(header).hover();
    const box = await this.#border(header).boundingBox();
    if (box === null) throw new Error("The header is not on screen.");
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const { mouse } = this.#window.page;
    await mouse.move(x, y);
    await mouse.down();
    await mouse.move(x + px, y, { steps: 5 });
    await mouse.up();
    await this.#border(header).hover();
  }

  async doubleClickBorder(header: Locator): Promise<void> {
    await this.#border(header).dblclick();
  }

  #border(header: Locator): Locator {
    return header.getByTitle(this.#window.words.columns.widthHint);
  }

  /** How high a row of figures is. */
  async rowHeight(): Promise<number> {
    return (await this.#window.page.locator(".ag-cell").first().boundingBox())?.height ?? 0;
  }

  /** Turns the wheel over the grid with Ctrl held. */
  async turnWheel(notches: number): Promise<void> {
    await this.#root.hover();
    await this.#window.page.keyboard.down("ControlOrMeta");
    await this.#window.page.mouse.wheel(0, notches * 100);
    await this.#window.page.keyboard.up("ControlOrMeta");
  }

  /** What a cell says on hover. */
  async hintOf(cell: Locator): Promise<Locator> {
    await this.#window.page.mouse.move(0, 0);
    await cell.hover();
    return this.hint;
  }

  /** The hint of what the pointer is on, also where it has given way. */
  get hint(): Locator {
    return this.#window.page.locator(".ag-tooltip:not(.ag-tooltip-hiding)");
  }

  /** The colour behind a cell or a header. */
  paperOf(part: Locator): Promise<string> {
    return part.evaluate((element) => getComputedStyle(element).backgroundColor);
  }
}
