/** The explanation of the cell in focus. */
import type { Locator } from "@playwright/test";
import type { InWindow } from "./book-window.ts";

export class ExplanationPane {
  readonly #window: InWindow;

  constructor(window: InWindow) {
    this.#window = window;
  }

  get pane(): Locator {
    return this.#window.page.getByRole("region", { name: this.#window.words.explain.label, exact: true });
  }

  /** The line that is explained. */
  get heading(): Locator {
    return this.pane.getByRole("heading", { level: 2 });
  }

  /** A paragraph: the period with its months, the figure with its unit, why there is none. */
  says(text: string | RegExp): Locator {
    return this.pane.getByRole("paragraph").filter({ hasText: text });
  }

  /** What stands beside a word such as `Formula`, in this window's language. */
  fact(
    word: "route" | "way" | "worked" | "unrounded" | "formula" | "source" | "published" | "page" | "asPrinted",
  ): Locator {
    return this.pane.locator(
      `xpath=.//dt[normalize-space()="${this.#window.words.explain[word]}"]/following-sibling::dd[1]`,
    );
  }

  /** The printed figure that another is shown instead of, and how it stands to that one. */
  get alsoPrinted(): Locator {
    return this.pane.getByRole("heading", { level: 3 }).filter({ hasText: this.#window.words.explain.alsoPrinted });
  }

  /** The figures it was made of, one line each: sign, label, period, value. */
  get inputs(): Locator {
    const list = this.pane.getByRole("list", { name: this.#window.words.explain.inputs, exact: true });
    return list.getByRole("listitem").filter({ has: this.#window.page.getByRole("button") });
  }

  input(line: string, period: string): Locator {
    return this.inputs.filter({ hasText: line }).filter({ hasText: period });
  }
}
