/** Companies side by side: who is compared on what, the table, the picture over it, and what is explained of a figure. */
import { expect, type Locator } from "@playwright/test";
import type { Words } from "../../src/renderer/words/words.ts";
import type { InWindow } from "./book-window.ts";

type Measure = keyof Words["compare"]["measures"];

export class CompareView {
  readonly #window: InWindow;

  constructor(window: InWindow) {
    this.#window = window;
  }

  get root(): Locator {
    return this.#window.page.getByRole("region", { name: this.#window.words.bar.views.compare, exact: true });
  }

  /** Opens it from the left pane. */
  async open(): Promise<void> {
    const pane = this.#window.page.getByRole("navigation", { name: this.#window.words.sidebar.label });
    await pane.getByRole("button", { name: this.#window.words.bar.views.compare, exact: true }).click();
    await expect(this.root).toBeVisible();
  }

  /** One of a few choices that are all in sight. */
  choice(of: "layout" | "alignment" | "kind" | "drawn" | "drawnAs", name: string): Locator {
    return this.root
      .getByRole("group", { name: this.words[of], exact: true })
      .getByRole("radio", { name, exact: true });
  }

  measure(measure: Measure): Locator {
    return this.root.getByRole("checkbox", { name: this.words.measures[measure], exact: true });
  }

  get period(): Locator {
    return this.root.getByRole("combobox", { name: this.words.period, exact: true });
  }

  get line(): Locator {
    return this.root.getByRole("combobox", { name: this.words.line, exact: true });
  }

  get add(): Locator {
    return this.root.getByRole("button", { name: this.words.add, exact: true });
  }

  get copy(): Locator {
    return this.root.getByRole("button", { name: this.words.copy, exact: true });
  }

  /** Opens the list of companies or of lines, changes it, and closes it with Esc. */
  async choose(list: "companies" | "lines", names: readonly string[]): Promise<void> {
    await this.openList(list);
    for (const name of names) await this.listed(name).click();
    await this.#window.page.keyboard.press("Escape");
    await expect(this.list).toBeHidden();
  }

  async openList(list: "companies" | "lines"): Promise<void> {
    const [before = ""] = this.words[list](0).split("0");
    const name = new RegExp(`^${before.replace(/[()]/gu, "\\$&")}\\d`, "u");
    await this.root.getByRole("button", { name }).click();
    await expect(this.list).toBeVisible();
  }

  get list(): Locator {
    return this.root.locator(".ordered-choice:popover-open");
  }

  listed(name: string): Locator {
    return this.list.getByRole("checkbox", { name, exact: true });
  }

  get table(): Locator {
    return this.root.getByRole("table");
  }

  /** The companies with their periods, in their order. */
  async headings(): Promise<string[]> {
    const texts = await this.table.locator('th[scope="colgroup"]').allInnerTexts();
    return texts.map((text) => text.replace(/\s+/gu, " ").trim());
  }

  /** The labels of the rows with what stands beside them, in their order. */
  async labels(): Promise<string[]> {
    const texts = await this.table.getByRole("rowheader").allInnerTexts();
    return texts.map((text) => text.replace(/\s+/gu, " ").trim());
  }

  /** What a row shows, cell by cell. */
  async row(label: string): Promise<string[]> {
    const texts = await this.#row(label).getByRole("cell").allInnerTexts();
    return texts.map((text) => text.trim());
  }

  /** A figure of a row, the so-manieth of its cells. */
  figure(label: string, cell: number): Locator {
    return this.#row(label).getByRole("cell").nth(cell).getByRole("button");
  }

  cell(label: string, cell: number): Locator {
    return this.#row(label).getByRole("cell").nth(cell);
  }

  /** The heading over a company's figures: a click puts the rows in their order. */
  heading(company: string, measure: Measure): Locator {
    return this.table.getByTitle(this.words.sortRows(company, this.words.measures[measure]), { exact: true });
  }

  /** The label of a row: a click puts the companies in the order of its figures. */
  label(label: string): Locator {
    return this.#row(label).getByRole("rowheader").getByRole("button");
  }

  get remarks(): Locator {
    return this.root.locator(".compare-remarks").getByRole("listitem");
  }

  /** The picture; its accessible name says in words what it shows. */
  get picture(): Locator {
    return this.root.getByTestId("compare-chart");
  }

  get focused(): Locator {
    return this.root.locator("button:focus");
  }

  get pane(): Locator {
    return this.#window.page.getByRole("region", { name: this.#window.words.explain.label, exact: true });
  }

  /** What of the view cannot be read: words cut off, controls beside the window or over each other. */
  unreadable(): Promise<string[]> {
    return this.root.evaluate((root) => {
      const problems: string[] = [];
      const inner = root.getBoundingClientRect();
      const boxes = [...root.querySelectorAll("header button, header select, header label")]
        .filter((element) => element.checkVisibility())
        .map((element) => ({ element, box: element.getBoundingClientRect() }));
      for (const { element, box } of boxes) {
        if (box.left < inner.left || box.right > inner.right + 0.5) problems.push(`beside: ${element.textContent}`);
        for (const other of boxes) {
          const isOver =
            element !== other.element &&
            box.left < other.box.right - 1 &&
            other.box.left < box.right - 1 &&
            box.top < other.box.bottom - 1 &&
            other.box.top < box.bottom - 1;
          if (isOver) problems.push(`over: ${element.textContent} / ${other.element.textContent}`);
        }
      }
      for (const element of root.querySelectorAll("h2, p, li, th, td, td > *, select")) {
        if (!element.checkVisibility() || element.clientWidth === 0) continue;
        if (element.scrollWidth > element.clientWidth + 1) problems.push(`cut off: ${element.textContent}`);
      }
      return problems;
    });
  }

  get words(): Words["compare"] {
    return this.#window.words.compare;
  }

  #row(label: string): Locator {
    const button = this.#window.page.getByRole("button", { name: label, exact: true });
    return this.table
      .getByRole("row")
      .filter({ has: this.#window.page.getByRole("rowheader").filter({ has: button }) });
  }
}
