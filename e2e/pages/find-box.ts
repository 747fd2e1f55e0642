/** The bar over the grid's corner in which something is looked for. */
import type { Locator } from "@playwright/test";
import type { InWindow } from "./book-window.ts";

export class FindBox {
  readonly #window: InWindow;

  constructor(window: InWindow) {
    this.#window = window;
  }

  get root(): Locator {
    return this.#window.page.getByRole("search", { name: this.#window.words.find.label, exact: true });
  }

  get input(): Locator {
    return this.root.getByRole("textbox", { name: this.#window.words.find.label, exact: true });
  }

  /** How often it is there, and which of them one is at. */
  get count(): Locator {
    return this.root.getByRole("status");
  }

  /** Where the match is, and what it says there. */
  says(text: string | RegExp): Locator {
    return this.root.getByRole("paragraph").filter({ hasText: text });
  }

  /** Opens it with its key and types. */
  async lookFor(text: string): Promise<void> {
    await this.#window.page.keyboard.press("ControlOrMeta+f");
    await this.input.fill(text);
  }

  /** Everything in the grid that is marked as found and in sight. */
  get marked(): Locator {
    return this.#window.page.locator('.results-grid [data-found="true"]');
  }
}
