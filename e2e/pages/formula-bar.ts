/** The bar above the grid: the active cell's name, and its text or its line's formula. */
import type { Locator } from "@playwright/test";
import type { InWindow } from "./book-window.ts";

export class FormulaBar {
  readonly #window: InWindow;

  constructor(window: InWindow) {
    this.#window = window;
  }

  get #words() {
    return this.#window.words.formulaBar;
  }

  get root(): Locator {
    return this.#window.page.getByRole("region", { name: this.#words.label });
  }

  /** The button with the active cell's line and period. */
  name(line: string, period: string): Locator {
    return this.root.getByRole("button", { name: this.#words.goTo(this.#window.words.deeds.cell(line, period)) });
  }

  /** A cell's own text. */
  text(line: string, period: string): Locator {
    return this.root.getByRole("textbox", { name: this.#words.text(this.#window.words.grid.edit(line, period)) });
  }

  /** A line's formula, shown and not open. */
  shown(line: string, formula: string): Locator {
    return this.root.getByRole("button", { name: this.#words.shownFormula(line, formula) });
  }

  /** A line's formula, open. */
  formula(line: string): Locator {
    return this.root.getByRole("textbox", { name: this.#words.formula(line), exact: true });
  }

  get edit(): Locator {
    return this.root.getByRole("button", { name: this.#words.edit, exact: true });
  }

  get store(): Locator {
    return this.root.getByRole("button", { name: this.#words.store });
  }

  get giveUp(): Locator {
    return this.root.getByRole("button", { name: this.#words.giveUp });
  }

  /** What is asked before a row's formula is changed. */
  get question(): Locator {
    return this.root.getByRole("alertdialog");
  }

  answer(name: string): Locator {
    return this.question.getByRole("button", { name, exact: true });
  }

  /** Enter in an open formula, and the answer that it is meant for the whole row. */
  async change(way: "changes" | "removes" = "changes"): Promise<void> {
    await this.#window.page.keyboard.press("Enter");
    await this.answer(this.#words.question.agrees[way]).click();
  }

  /** What is offered for the word at the caret. */
  get offered(): Locator {
    return this.root.getByRole("listbox", { name: this.#words.completions }).getByRole("option");
  }

  /** The argument that the caret is in. */
  get argument(): Locator {
    return this.root.locator('.formula-argument[data-current="true"]');
  }

  /** The characters under the wavy line. */
  get wrong(): Locator {
    return this.root.locator(".formula-problem");
  }

  /** What was refused, and why. */
  get refusal(): Locator {
    return this.root.getByRole("alert");
  }

  says(text: string | RegExp): Locator {
    return this.root.getByText(text);
  }

  /** The text as it is coloured: every piece with its kind. */
  colours(): Promise<string[]> {
    return this.root
      .locator('[class^="formula-"]:is(.formula-line, .formula-function, .formula-number, .formula-operator)')
      .evaluateAll((pieces) => pieces.map((piece) => `${piece.className.split("-")[1]} ${piece.textContent}`));
  }
}
