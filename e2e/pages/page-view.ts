/** A view that tells of one period: its header, its tables, and each figure with what its headings say. */
import { expect, type Locator } from "@playwright/test";
import type { Words } from "../../src/renderer/words/words.ts";
import type { InWindow } from "./book-window.ts";
import { readFigures, type ReadFigure } from "./read-figures.ts";

export type PageName = "period" | "services" | "balance" | "targets";

export class PageView {
  readonly #window: InWindow;
  readonly #name: PageName;

  constructor(window: InWindow, name: PageName) {
    this.#window = window;
    this.#name = name;
  }

  get root(): Locator {
    return this.#window.page.getByRole("region", { name: this.#title, exact: true });
  }

  /** Opens it from the left pane, and waits until what is printed is known to agree or not. */
  async open(): Promise<void> {
    const { sidebar } = this.#window.words;
    const pane = this.#window.page.getByRole("navigation", { name: sidebar.label });
    // A small window begins without it.
    if (!(await pane.isVisible())) await this.#window.page.keyboard.press("ControlOrMeta+b");
    await pane.getByRole("button", { name: this.#title, exact: true }).click();
    await expect(this.root).toHaveAttribute("aria-busy", "false");
  }

  get period(): Locator {
    return this.root.getByRole("combobox", { name: this.words.period, exact: true });
  }

  get previous(): Locator {
    return this.root.getByRole("button", { name: this.words.previous, exact: true });
  }

  get next(): Locator {
    return this.root.getByRole("button", { name: this.words.next, exact: true });
  }

  get scope(): Locator {
    return this.root.getByRole("combobox", { name: this.#window.words.bar.scope, exact: true });
  }

  kind(kind: keyof Words["pages"]["kinds"]): Locator {
    return this.root.getByRole("radio", { name: this.words.kinds[kind], exact: true });
  }

  async show(kind: keyof Words["pages"]["kinds"], period: string): Promise<void> {
    await this.kind(kind).check();
    await this.period.selectOption({ label: period });
    await this.expectPeriod(period);
  }

  async expectPeriod(period: string): Promise<void> {
    await expect(this.period.locator("option:checked")).toHaveText(period);
  }

  get headlines(): Locator {
    return this.root.getByRole("region", { name: this.words.headlines, exact: true }).getByRole("paragraph");
  }

  get copyAll(): Locator {
    return this.root.getByRole("button", { name: this.words.copyAll, exact: true });
  }

  copyOf(text: string): Locator {
    return this.root.getByRole("button", { name: this.words.copyOf(text), exact: true });
  }

  table(title: string): Locator {
    return this.root.getByRole("table", { name: title, exact: true });
  }

  row(title: string, line: string): Locator {
    const name = this.#window.page.getByRole("rowheader", { name: line, exact: true });
    return this.table(title).getByRole("row").filter({ has: name });
  }

  /** The figure of a row under its so-manieth column. */
  figure(title: string, line: string, column: number): Locator {
    return this.row(title, line).getByRole("cell").nth(column).getByRole("button");
  }

  get focused(): Locator {
    return this.root.locator("button:focus");
  }

  /** The figure that is explained. */
  get chosen(): Locator {
    return this.root.locator('button[aria-current="true"]');
  }

  get missing(): Locator {
    return this.root.locator(".page-missing");
  }

  get linesButton(): Locator {
    return this.root.getByRole("button", { name: this.words.lines, exact: true });
  }

  get linesDialog(): Locator {
    return this.#window.page.getByRole("dialog", { name: this.words.linesTitle(this.#title), exact: true });
  }

  /** The explanation of the figure in hand. */
  get pane(): Locator {
    return this.#window.page.getByRole("region", { name: this.#window.words.explain.label, exact: true });
  }

  get explained(): Locator {
    return this.pane.getByRole("heading", { level: 2 });
  }

  get inputs(): Locator {
    const { inputs } = this.#window.words.explain;
    return this.pane.getByRole("list", { name: inputs, exact: true }).getByRole("listitem");
  }

  /** All figures of the page, in the order in which they stand. */
  read(): Promise<ReadFigure[]> {
    return readFigures(this.root, "button");
  }

  /** What of the page cannot be read: words cut off, buttons beside the window or over each other. */
  unreadable(): Promise<string[]> {
    return this.root.evaluate((root) => {
      const problems: string[] = [];
      const named = (element: Element): string =>
        element.textContent?.trim() || (element.getAttribute("aria-label") ?? "");
      const inner = root.getBoundingClientRect();
      const header = root.querySelector("header");
      const controls = [...(header?.querySelectorAll("button, select, label, .page-range") ?? [])].filter((element) =>
        element.checkVisibility(),
      );
      const boxes = controls.map((element) => ({ element, box: element.getBoundingClientRect() }));
      for (const { element, box } of boxes) {
        if (box.left < inner.left || box.right > inner.right + 0.5) problems.push(`beside: ${named(element)}`);
        for (const other of boxes) {
          if (other.element === element || other.element.contains(element) || element.contains(other.element)) continue;
          const isOver =
            box.left < other.box.right - 1 &&
            other.box.left < box.right - 1 &&
            box.top < other.box.bottom - 1 &&
            other.box.top < box.bottom - 1;
          if (isOver) problems.push(`over: ${named(element)} / ${named(other.element)}`);
        }
      }
      for (const element of root.querySelectorAll("h2, p, li, th, td, td > *, .page-period select")) {
        if (!element.checkVisibility() || element.clientWidth === 0) continue;
        if (element.scrollWidth > element.clientWidth + 1) problems.push(`cut off: ${named(element)}`);
      }
      for (const area of root.querySelectorAll(".page-table-area")) {
        const { left, right } = area.getBoundingClientRect();
        if (left < inner.left || right > inner.right) problems.push("a table stands beside the page");
      }
      return problems;
    });
  }

  /** Tables that are wider, or higher, than the area they stand in: part of them is seen only once they are scrolled. */
  scrolledTables(which: "across" | "at all"): Promise<string[]> {
    return this.root
      .locator(".page-table-area")
      .evaluateAll(
        (areas, isEither) =>
          areas
            .filter(
              (area) =>
                area.scrollWidth > area.clientWidth + 1 || (isEither && area.scrollHeight > area.clientHeight + 1),
            )
            .map((area) => `${area.scrollWidth} × ${area.scrollHeight} in ${area.clientWidth} × ${area.clientHeight}`),
        which === "at all",
      );
  }

  get words(): Words["pages"] {
    return this.#window.words.pages;
  }

  get #title(): string {
    return this.#window.words.bar.views[this.#name];
  }
}
