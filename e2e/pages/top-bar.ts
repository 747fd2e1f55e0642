/** The bar over the panes: the book, the view, undo, export, appearance. */
import { expect, type Locator } from "@playwright/test";
import type { Layout } from "#core/layout.ts";
import type { PeriodStyle } from "#core/period-labels.ts";
import type { AmountScale } from "#core/units.ts";
import type { Words } from "../../src/renderer/words/words.ts";
import type { InWindow } from "./book-window.ts";

export class TopBar {
  readonly #window: InWindow;

  constructor(window: InWindow) {
    this.#window = window;
  }

  get root(): Locator {
    return this.#window.page.getByRole("banner", { name: this.#window.words.bar.label });
  }

  get company(): Locator {
    return this.root.getByRole("heading", { level: 1 });
  }

  get undo(): Locator {
    return this.#button(this.#window.words.bar.undo);
  }

  get redo(): Locator {
    return this.#button(this.#window.words.bar.redo);
  }

  get export(): Locator {
    return this.#button(this.#window.words.bar.export);
  }

  /** Named in its own language. */
  get otherLanguage(): Locator {
    return this.#button(this.#window.words.bar.otherLanguage);
  }

  get scope(): Locator {
    return this.root.getByRole("combobox", { name: this.#window.words.bar.scope });
  }

  /** A view in the left pane. */
  view(view: keyof Words["bar"]["views"]): Locator {
    const { sidebar, bar } = this.#window.words;
    const pane = this.#window.page.getByRole("navigation", { name: sidebar.label });
    return pane.getByRole("button", { name: bar.views[view], exact: true });
  }

  /** The key that leads to a view, as the left pane says it. */
  async keyOf(view: keyof Words["bar"]["views"]): Promise<string> {
    const hint = (await this.view(view).getAttribute("title")) ?? "";
    return /\((?<key>Alt\+\d)\)$/u.exec(hint)?.groups?.["key"] ?? "";
  }

  /** The choice of what stands side by side: quarters, halves, years and so on. */
  get layout(): Locator {
    return this.root.getByRole("combobox", { name: this.#window.words.bar.periods, exact: true });
  }

  async show(layout: Layout): Promise<void> {
    await this.layout.selectOption(layout);
  }

  /** What is shown instead of figures; a click shows the figures again. */
  get overlayBadge(): Locator {
    const { overlays } = this.#window.words.columns;
    return this.root
      .getByRole("button")
      .filter({ hasText: "×" })
      .filter({ hasText: new RegExp(Object.values(overlays).join("|"), "u") });
  }

  get columns(): Locator {
    return this.#button(this.#window.words.columns.menu);
  }

  get columnsMenu(): Locator {
    return this.#window.page.getByRole("dialog", { name: this.#window.words.columns.menu, exact: true });
  }

  /** A button of the menu of columns. */
  columnsButton(name: string): Locator {
    return this.columnsMenu.getByRole("button", { name, exact: true });
  }

  /** A choice of the menu of columns: what is shown, or where the newest stands. */
  columnsChoice(name: string): Locator {
    return this.columnsMenu.getByRole("radio", { name });
  }

  /** Opens the menu of columns, does something in it, and closes it. */
  async inColumnsMenu(act: () => Promise<void>): Promise<void> {
    await this.columns.click();
    await act();
    if (await this.columnsMenu.isVisible()) await this.columns.click();
    await expect(this.columnsMenu).toBeHidden();
  }

  async chooseScope(scope: keyof Words["bar"]["scopes"]): Promise<void> {
    await this.scope.selectOption({ label: this.#window.words.bar.scopes[scope] });
  }

  async chooseTheme(theme: keyof Words["display"]["themes"]): Promise<void> {
    await this.#choose(this.#window.words.display.themes[theme]);
  }

  async chooseNegatives(style: keyof Words["display"]["negativeStyles"]): Promise<void> {
    await this.#choose(this.#window.words.display.negativeStyles[style]);
  }

  /** What amounts are shown in. */
  async chooseAmounts(amounts: AmountScale): Promise<void> {
    await this.#chooseFrom(this.#window.words.display.amounts, amounts);
  }

  /** How periods are named. */
  async choosePeriods(style: PeriodStyle): Promise<void> {
    await this.#chooseFrom(this.#window.words.display.periods, style);
  }

  async #chooseFrom(name: string, value: string): Promise<void> {
    await this.openDisplayMenu();
    await this.displayMenu.getByRole("combobox", { name, exact: true }).selectOption(value);
    await this.#window.page.keyboard.press("Escape");
    await expect(this.displayMenu).toBeHidden();
  }

  async openDisplayMenu(): Promise<void> {
    await this.display.click();
  }

  get display(): Locator {
    return this.#button(this.#window.words.bar.display);
  }

  get displayMenu(): Locator {
    return this.#window.page.getByRole("dialog", { name: this.#window.words.bar.display });
  }

  /** Hides the panes at the right, or shows them. */
  get panes(): Locator {
    const { hidePane, showPane } = this.#window.words.bar;
    return this.#button(hidePane).or(this.#button(showPane));
  }

  /** Hides the pane at the left, or shows it. */
  get sidebar(): Locator {
    const { hideSidebar, showSidebar } = this.#window.words.bar;
    return this.#button(hideSidebar).or(this.#button(showSidebar));
  }

  /** Both panes away: the whole width for the figures. */
  async hidePanes(): Promise<void> {
    await this.panes.click();
    await this.sidebar.click();
  }

  async #choose(choice: string): Promise<void> {
    await this.openDisplayMenu();
    await this.displayMenu.getByRole("radio", { name: choice, exact: true }).check();
    await this.#window.page.keyboard.press("Escape");
  }

  #button(name: string): Locator {
    return this.root.getByRole("button", { name, exact: true });
  }
}
