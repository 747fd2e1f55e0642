/** The grid of results: cells by line and period, edited with real keys. */
import { expect, type Locator } from "@playwright/test";
import type { InWindow } from "./book-window.ts";

/** How a figure came to be, as its mark in the cell says it. */
export type Mark = "reported" | "derived" | "computed" | "implied" | "summed" | "gap";

/** Further than any grid here reaches, either way. */
const WHOLE_GRID_PX = 5000;
const A_FEW_ROWS_PX = 150;
/** Outside of the cells, and still within the window. */
const PAST_PX = 40;

export class ResultsGrid {
  readonly #window: InWindow;

  constructor(window: InWindow) {
    this.#window = window;
  }

  get root(): Locator {
    return this.#window.page.getByRole("grid", { name: this.#window.words.grid.label });
  }

  /** The cell with the focus. */
  get focused(): Locator {
    return this.root.locator('[role="gridcell"]:focus');
  }

  /** A header: a period, a fiscal year, or the unit over the labels. */
  header(text: string): Locator {
    return this.root.getByRole("columnheader", { name: text, exact: true });
  }

  get headers(): Locator {
    return this.root.getByRole("columnheader");
  }

  section(label: string): Locator {
    return this.root.getByRole("row", { name: label, exact: true });
  }

  label(line: string): Locator {
    return this.root.locator(`xpath=//*[@role="row"]${labelled(line)}//*[@role="gridcell"][@aria-colindex="1"]`);
  }

  /** Where a line and a period meet; found by what the row and the column header say. */
  cell(line: string, period: string): Locator {
    const column = `//*[@role="columnheader"][normalize-space()=${quoted(period)}]/@aria-colindex`;
    // The last row of headers is that of the periods: a year above them spans several columns.
    const inLeaf = `(//*[@role="row"][*//*[@role="columnheader"]])[last()]${column}`;
    return this.root.locator(`xpath=//*[@role="row"]${labelled(line)}//*[@role="gridcell"][@aria-colindex=${inLeaf}]`);
  }

  /** Goes to a cell with the mouse. */
  async goTo(line: string, period: string): Promise<void> {
    await this.#scrollTo(line);
    await this.cell(line, period).click();
    await expect(this.cell(line, period)).toBeFocused();
  }

  /** Goes to a cell, types over what is there, and confirms with Enter. */
  async enter(line: string, period: string, text: string): Promise<void> {
    await this.type(line, period, text);
    await this.press("Enter");
  }

  /** Goes to a cell and types; nothing is confirmed. */
  async type(line: string, period: string, text: string): Promise<void> {
    await this.goTo(line, period);
    await this.#window.page.keyboard.type(text);
  }

  /** Goes to a cell and opens what is there with F2. */
  async open(line: string, period: string): Promise<void> {
    await this.goTo(line, period);
    await this.press("F2");
    await expect(this.editor(line, period)).toBeFocused();
  }

  /** Goes to a cell and deletes what is there. */
  async clear(line: string, period: string): Promise<void> {
    await this.goTo(line, period);
    await this.press("Delete");
  }

  /** A key to whatever has the focus. */
  press(key: string): Promise<void> {
    return this.#window.page.keyboard.press(key);
  }

  /** Types through a Japanese input method into the cell in focus: it composes, converts, and confirms with its own Enter. */
  async compose(text: string): Promise<void> {
    const devtools = await this.#window.page.context().newCDPSession(this.#window.page);
    // 229 is what every key says that an input method has taken.
    const taken = { key: "Process", code: "Unidentified", windowsVirtualKeyCode: 229 };
    const press = async (): Promise<void> => {
      await devtools.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...taken });
      await devtools.send("Input.dispatchKeyEvent", { type: "keyUp", ...taken });
    };
    for (let count = 1; count <= text.length; count++) {
      await press();
      await devtools.send("Input.imeSetComposition", {
        text: text.slice(0, count),
        selectionStart: count,
        selectionEnd: count,
      });
    }
    await press();
    await devtools.send("Input.insertText", { text });
    await devtools.detach();
  }

  /** Presses the mouse on one cell and lets it go on another. */
  async drag(from: readonly [string, string], to: readonly [string, string]): Promise<void> {
    await this.cell(...from).hover();
    await this.#dragTo(this.cell(...to));
  }

  /** Drags from the one label to the other, or from header to header. */
  async dragBeside(from: Locator, to: Locator): Promise<void> {
    await from.hover();
    await this.#dragTo(to);
  }

  /** Presses the mouse on a cell and holds it outside of the grid's cells until something has happened. */
  async dragPast(
    from: readonly [string, string],
    edge: "left" | "right" | "top" | "bottom",
    until: () => Promise<void>,
  ): Promise<void> {
    await this.cell(...from).hover();
    const { mouse } = this.#window.page;
    const sight = await this.root.boundingBox();
    const cell = await this.cell(...from).boundingBox();
    if (sight === null || cell === null) throw new Error("The grid is not on screen.");
    const [x, y] = [cell.x + cell.width / 2, cell.y + cell.height / 2];
    await mouse.down();
    const places = {
      left: [sight.x + PAST_PX, y],
      right: [sight.x + sight.width + PAST_PX, y],
      top: [x, sight.y - PAST_PX],
      bottom: [x, sight.y + sight.height + PAST_PX / 2],
    } as const;
    await mouse.move(...places[edge], { steps: 4 });
    await until();
    await mouse.up();
  }

  /** The small square at the corner of the selection. */
  get fillHandle(): Locator {
    return this.root.locator(".fill-handle");
  }

  async dragFillHandleTo(line: string, period: string): Promise<void> {
    await this.fillHandle.hover();
    await this.#dragTo(this.cell(line, period));
  }

  async #dragTo(target: Locator): Promise<void> {
    const box = await target.boundingBox();
    if (box === null) throw new Error("Where to drag to is not on screen.");
    const { mouse } = this.#window.page;
    await mouse.down();
    await mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 6 });
    await mouse.up();
  }

  /** The selected cells that are drawn, as `line period`, row by row. */
  selected(): Promise<string[]> {
    return this.root.evaluate((grid) => {
      const headers = new Map<string | null, string>();
      for (const header of grid.querySelectorAll('[role="columnheader"]'))
        headers.set(header.getAttribute("aria-colindex"), header.textContent?.trim() ?? "");
      const rows = [...grid.querySelectorAll('[role="row"]')].toSorted(
        (a, b) => Number(a.getAttribute("aria-rowindex")) - Number(b.getAttribute("aria-rowindex")),
      );
      return rows.flatMap((row) => {
        const label = row.querySelector(".line-label-text")?.textContent?.trim();
        const cells = [...row.querySelectorAll('[role="gridcell"][aria-selected="true"]')].toSorted(
          (a, b) => Number(a.getAttribute("aria-colindex")) - Number(b.getAttribute("aria-colindex")),
        );
        return cells.map((cell) => `${label} ${headers.get(cell.getAttribute("aria-colindex"))}`);
      });
    });
  }

  /** Every line with every period, and nothing else, is selected. */
  async expectSelected(lines: readonly string[], periods: readonly string[]): Promise<void> {
    const expected = lines.flatMap((line) => periods.map((period) => `${line} ${period}`));
    await expect.poll(() => this.selected()).toEqual(expected);
  }

  editor(line: string, period: string): Locator {
    return this.root.getByRole("textbox", { name: this.#window.words.grid.edit(line, period), exact: true });
  }

  /** What is said at the cell whose text cannot be read. */
  get problem(): Locator {
    return this.#window.page.getByRole("alert");
  }

  /** What kind of figure the cell shows. */
  async expectMark(line: string, period: string, mark: Mark): Promise<void> {
    await expect(this.cell(line, period).locator("[data-route]")).toHaveAttribute("data-route", mark);
  }

  /** Whether the cell's mark says that an implied figure is behind one that is not implied itself. */
  async expectRestsOnImplied(line: string, period: string, rests: boolean): Promise<void> {
    await expect(this.cell(line, period).locator("[data-route]")).toHaveAttribute("data-rests", String(rests));
  }

  /** The small printed figure beside a computed one, or none where it is empty; drawn, and no part of the cell's text. */
  async expectPrinted(line: string, period: string, printed: string): Promise<void> {
    const beside = this.cell(line, period).locator(`.figure-printed:not([data-text=""])`);
    if (printed === "") await expect(beside).toHaveCount(0);
    else await expect(beside).toHaveAttribute("data-text", printed);
  }

  /** Whether the cell's figure is underlined with dots, as derived figures are. */
  async isDotted(line: string, period: string): Promise<boolean> {
    const figures = this.cell(line, period).locator("*");
    const styles = await figures.evaluateAll((elements) =>
      elements.map((element) => getComputedStyle(element).textDecoration),
    );
    return styles.some((style) => style.includes("underline") && style.includes("dotted"));
  }

  /** Clicks a line's label: the chart shows the line. */
  async select(line: string, modifiers: ("Shift" | "ControlOrMeta")[] = []): Promise<void> {
    await this.#scrollTo(line);
    await this.label(line).click({ modifiers });
  }

  /** Turns the wheel until a line is near; the grid has only the rows around those on screen. */
  async #scrollTo(line: string): Promise<void> {
    if ((await this.label(line).count()) > 0) return;
    const { mouse } = this.#window.page;
    await this.root.hover();
    await mouse.wheel(0, -WHOLE_GRID_PX);
    await expect(async () => {
      if ((await this.label(line).count()) === 0) await mouse.wheel(0, A_FEW_ROWS_PX);
      expect(await this.label(line).count()).toBe(1);
    }).toPass();
  }

  async scrollToOldest(): Promise<void> {
    await this.root.hover();
    await this.#window.page.mouse.wheel(-WHOLE_GRID_PX, 0);
  }
}

/** The row of a line: the label's own text, without the unit beside it. */
const labelled = (line: string): string =>
  `[.//*[@role="gridcell"][@aria-colindex="1"]//*[normalize-space()=${quoted(line)}]]`;

/** XPath has no escapes: a text with both kinds of quotes cannot be written in one piece. */
function quoted(text: string): string {
  if (!text.includes('"')) return `"${text}"`;
  if (!text.includes("'")) return `'${text}'`;
  throw new RangeError(`no label with both kinds of quotes: ${text}`);
}
