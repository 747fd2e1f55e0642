/** The view of the checks: the list with its filters and its search, and the pane of the selected check. */
import { expect, type Locator } from "@playwright/test";
import type { Words } from "../../src/renderer/words/words.ts";
import type { InWindow } from "./book-window.ts";

export type Verdict = keyof Words["checks"]["verdicts"];

export class ChecksView {
  readonly #window: InWindow;

  constructor(window: InWindow) {
    this.#window = window;
  }

  /** Under the panes, in either view: how many do not hold, and a way to them. */
  get status(): Locator {
    const { page } = this.#window;
    return page
      .getByRole("contentinfo")
      .getByRole("button")
      .filter({ has: page.getByRole("status") });
  }

  /** Waits until the book as it is now has been checked, with so many outside. */
  async expectOutside(count: number): Promise<void> {
    await expect(this.status).toHaveText(this.#words.outsideCount(count));
    await expect(this.status).toHaveAttribute("aria-busy", "false");
  }

  /** Shows the view with the checks that do not hold. */
  async openOutside(): Promise<void> {
    // While the first run goes on nothing is known to be outside: a click then shows every check.
    await expect(this.status).not.toHaveText(this.#words.running);
    await this.status.click();
    await expect(this.list).toBeVisible();
  }

  get view(): Locator {
    return this.#window.page.getByRole("region", { name: this.#words.label, exact: true });
  }

  get list(): Locator {
    return this.view.getByRole("grid", { name: this.#words.label, exact: true });
  }

  /** One a check, the header left out. */
  get rows(): Locator {
    return this.list.getByRole("row").filter({ has: this.#window.page.getByRole("gridcell") });
  }

  /** The rows that have these texts, each as the whole of a cell. */
  row(...texts: readonly string[]): Locator {
    return texts.reduce(
      (rows, text) => rows.filter({ has: this.#window.page.getByRole("gridcell", { name: text, exact: true }) }),
      this.rows,
    );
  }

  get selected(): Locator {
    return this.list.getByRole("row", { selected: true });
  }

  /** Named by its word and how many it leaves. */
  filter(verdict: Verdict | "all"): Locator {
    const word = verdict === "all" ? this.#words.all : this.#words.verdicts[verdict];
    const choices = this.view.getByRole("group", { name: this.#words.filter });
    return choices.getByRole("radio", { name: new RegExp(String.raw`^${word} \d+$`) });
  }

  async show(verdict: Verdict | "all"): Promise<void> {
    await this.filter(verdict).check();
  }

  /** What the filters say they leave. */
  async expectCounts(counts: Readonly<Record<Verdict | "all", number>>): Promise<void> {
    const { all, verdicts } = this.#words;
    for (const choice of ["all", "outside", "not-computable", "within", "exact"] as const) {
      const word = choice === "all" ? all : verdicts[choice];
      await expect(this.filter(choice)).toHaveAccessibleName(`${word} ${counts[choice]}`);
    }
  }

  get search(): Locator {
    return this.view.getByRole("searchbox", { name: this.#words.search });
  }

  /** What is said of the selected check. */
  get pane(): Locator {
    return this.#window.page.getByRole("region", { name: this.#words.detailsLabel, exact: true });
  }

  get heading(): Locator {
    return this.pane.getByRole("heading", { level: 2 });
  }

  /** What stands beside a word such as `Difference`. */
  fact(word: "printed" | "recomputed" | "reachable" | "difference" | "formula" | "against" | "worked"): Locator {
    return this.pane.locator(`xpath=.//dt[normalize-space()="${this.#words[word]}"]/following-sibling::dd[1]`);
  }

  /** The slip that would explain the printed figure. */
  hint(text: string | RegExp): Locator {
    return this.pane.getByRole("paragraph").filter({ hasText: text });
  }

  /** The cells that a check waits for. */
  get missing(): Locator {
    return this.pane.getByRole("list", { name: this.#words.needs, exact: true }).getByRole("listitem");
  }

  get showInResults(): Locator {
    return this.pane.getByRole("button", { name: this.#words.goToCell, exact: true });
  }

  get addNotShown(): Locator {
    return this.pane.getByRole("button", { name: this.#words.addNotShown, exact: true });
  }

  get #words(): Words["checks"] {
    return this.#window.words.checks;
  }
}
