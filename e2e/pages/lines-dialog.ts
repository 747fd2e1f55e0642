/** The dialogs about lines: one line, its removal, its move, and the lines of the company. */
import type { Locator } from "@playwright/test";
import type { Words } from "../../src/renderer/words/words.ts";
import type { InWindow } from "./book-window.ts";

export class LinesDialog {
  readonly #window: InWindow;

  constructor(window: InWindow) {
    this.#window = window;
  }

  /** The one that is open. */
  get root(): Locator {
    return this.#window.page.locator("dialog[open]");
  }

  titled(title: string): Locator {
    return this.#window.page.getByRole("dialog", { name: title, exact: true });
  }

  field(name: "labelEn" | "labelJa" | "id" | "unit" | "formula" | "note"): Locator {
    return this.root.getByLabel(this.words.dialog[name], { exact: true });
  }

  get section(): Locator {
    return this.root.getByRole("combobox", { name: this.words.dialog.section, exact: true });
  }

  get parent(): Locator {
    return this.root.getByRole("combobox", { name: this.words.dialog.parent, exact: true });
  }

  kind(kind: "flow" | "stock" | "ratio"): Locator {
    return this.root.getByRole("radio", { name: new RegExp(`^${this.words.dialog.kinds[kind]}`) });
  }

  /** What the change brings besides. */
  effect(text: string | RegExp): Locator {
    return this.root.getByRole("listitem").filter({ hasText: text });
  }

  /** What speaks against it. */
  problem(text: string | RegExp): Locator {
    return this.root.getByRole("paragraph").filter({ hasText: text });
  }

  button(name: string): Locator {
    return this.root.getByRole("button", { name, exact: true });
  }

  /** A line in the list of the company's lines. */
  listed(line: string): Locator {
    return this.root.getByRole("checkbox", { name: line });
  }

  get words(): Words["lines"] {
    return this.#window.words.lines;
  }
}
