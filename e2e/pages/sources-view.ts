/** The view of sources and notes. */
import type { Locator } from "@playwright/test";
import type { Words } from "../../src/renderer/words/words.ts";
import type { InWindow } from "./book-window.ts";

export class SourcesView {
  readonly #window: InWindow;

  constructor(window: InWindow) {
    this.#window = window;
  }

  get view(): Locator {
    return this.#window.page.getByRole("region", { name: this.words.label, exact: true });
  }

  async show(part: keyof Words["sources"]["parts"]): Promise<void> {
    await this.view.getByRole("radio", { name: this.words.parts[part], exact: true }).check();
  }

  /** A row of the table, by all that its cells say. */
  row(...texts: readonly (string | RegExp)[]): Locator {
    return texts.reduce<Locator>((rows, text) => rows.filter({ hasText: text }), this.view.locator("tbody tr"));
  }

  get rows(): Locator {
    return this.view.locator("tbody tr");
  }

  /** Starts what the part adds: a source, a claim, a comment. */
  async add(): Promise<void> {
    await this.view.locator(".sources-add").click();
  }

  async open(...texts: readonly (string | RegExp)[]): Promise<void> {
    await this.row(...texts)
      .getByRole("button")
      .first()
      .click();
  }

  filter(label: string): Locator {
    return this.view.getByLabel(label);
  }

  /** Events on the line of time, the latest first. */
  get events(): Locator {
    return this.view.getByRole("list", { name: this.words.parts.events }).getByRole("listitem");
  }

  /** The companies of the group's chart. */
  get groupBoxes(): Locator {
    return this.view.locator(".group-box");
  }

  /** The line that leads to a company: solid, dashed or dotted. */
  async lineTo(name: string): Promise<"solid" | "dashed"> {
    const index = await this.groupBoxes.allTextContents();
    // The company itself has a box and no line.
    const line = this.view.locator(".group-chart g path").nth(index.indexOf(name) - 1);
    const dashes = await line.evaluate((element) => getComputedStyle(element).strokeDasharray);
    return dashes === "none" ? "solid" : "dashed";
  }

  get words(): Words["sources"] {
    return this.#window.words.sources;
  }
}
