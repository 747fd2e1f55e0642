/** Making and changing what a book is made of: what is shown, the dialogs, the left pane. */
import { expect, type Locator } from "@playwright/test";
import type { Basis } from "#core/book.ts";
import type { Words } from "../../src/renderer/words/words.ts";
import type { InWindow } from "./book-window.ts";
import { Palette } from "./palette.ts";

export class Making {
  readonly #window: InWindow;

  constructor(window: InWindow) {
    this.#window = window;
  }

  /** Has a command done by its name. */
  async run(name: string): Promise<void> {
    const palette = new Palette(this.#window);
    await this.#window.page.keyboard.press("ControlOrMeta+k");
    await palette.input.fill(name);
    await expect(palette.chosen).toContainText(name);
    await palette.input.press("Enter");
    await expect(palette.root).toHaveCount(0);
  }

  /** The dialog that is open. */
  get dialog(): Locator {
    return this.#window.page.locator("dialog[open]");
  }

  titled(title: string): Locator {
    return this.#window.page.getByRole("dialog", { name: title, exact: true });
  }

  field(label: string): Locator {
    return this.dialog.getByLabel(label, { exact: true });
  }

  button(name: string): Locator {
    return this.dialog.getByRole("button", { name, exact: true });
  }

  /** A sentence in the dialog: what is wrong, or what follows. */
  said(text: string | RegExp): Locator {
    return this.dialog.getByText(text);
  }

  /** Does what the dialog is for, and waits until it is gone. */
  async submit(name: string): Promise<void> {
    await this.button(name).click();
    await expect(this.dialog).toHaveCount(0);
  }

  /** A strip over the panes that says what is shown. */
  get banners(): Locator {
    return this.#window.page.locator(".shown-banner");
  }

  get basis(): Locator {
    return this.#window.page.getByRole("combobox", { name: this.words.basis.label, exact: true });
  }

  /** Leads to the day as of which the book is shown. */
  get asOf(): Locator {
    return this.#window.page.getByRole("button", { name: this.words.asOf.button, exact: true });
  }

  async showBasis(basis: Basis): Promise<void> {
    await this.basis.selectOption(basis);
  }

  async showAsOf(day: string): Promise<void> {
    await this.asOf.click();
    await this.field(this.words.asOf.date).fill(day);
    await this.submit(this.words.asOf.show);
  }

  /** Which source new figures go to. */
  get goesTo(): Locator {
    return this.#window.page.getByRole("combobox", { name: this.words.goesTo.label, exact: true });
  }

  /** Makes a source, to which new figures go from then on. */
  async makeSource(title: string, published: string): Promise<void> {
    await this.run(this.words.goesTo.add);
    await this.field(this.words.source.title).fill(title);
    await this.field(this.words.source.published).fill(published);
    await this.submit(this.words.add);
    await expect(this.goesTo.locator("option:checked")).toContainText(title);
  }

  /** A company in the left pane. */
  company(name: string): Locator {
    return this.#companies.getByRole("button", { name, exact: true });
  }

  /** The companies of the left pane, in their order. */
  get companyNames(): Locator {
    return this.#companies.locator(".sidebar-item");
  }

  async companyMenu(name: string, item: string): Promise<void> {
    await this.company(name).hover();
    await this.#companies.getByRole("button", { name: this.words.company.menu(name), exact: true }).click();
    await this.#window.page.getByRole("menuitem", { name: item, exact: true }).click();
  }

  /** A book in the left pane. */
  book(title: string): Locator {
    return this.#pane
      .getByRole("region", { name: this.words.book.heading })
      .getByRole("button", { name: title, exact: true });
  }

  get #pane(): Locator {
    return this.#window.page.getByRole("navigation", { name: this.#window.words.sidebar.label });
  }

  get #companies(): Locator {
    return this.#pane.getByRole("region", { name: this.#window.words.sidebar.companies });
  }

  get words(): Words["making"] {
    return this.#window.words.making;
  }
}
