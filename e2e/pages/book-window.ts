/**
 * The window of one book, as a person sees and works it. It stays the same over a restart; a locator taken
 * from it does not, as it belongs to a page.
 */
import { expect, type Locator, type Page } from "@playwright/test";
import { WORDS, type Words } from "../../src/renderer/words/words.ts";
import { ChecksView } from "./checks-view.ts";
import { ExplanationPane } from "./explanation-pane.ts";
import { GridColumns } from "./grid-columns.ts";
import { ResultsGrid } from "./results-grid.ts";
import { TopBar } from "./top-bar.ts";
import { TrendChart } from "./trend-chart.ts";

/** What a page object finds its parts by: the page that is open now, in the language it speaks now. */
export interface InWindow {
  readonly page: Page;
  readonly words: Words;
}

export class BookWindow implements InWindow {
  readonly bar: TopBar;
  readonly grid: ResultsGrid;
  readonly columns: GridColumns;
  readonly explanation: ExplanationPane;
  readonly chart: TrendChart;
  readonly checks: ChecksView;
  words: Words = WORDS.en;
  readonly #app: { readonly page: Page };

  constructor(app: { readonly page: Page }) {
    this.#app = app;
    this.bar = new TopBar(this);
    this.grid = new ResultsGrid(this);
    this.columns = new GridColumns(this);
    this.explanation = new ExplanationPane(this);
    this.chart = new TrendChart(this);
    this.checks = new ChecksView(this);
  }

  get page(): Page {
    return this.#app.page;
  }

  /** Waits until the window can be read and typed into: its newest figure has the focus, its chart is drawn where there is room. */
  async isOpen(): Promise<void> {
    await expect(this.grid.focused).toBeVisible();
    if ((await this.bar.panes.getAttribute("aria-pressed")) === "true") await expect(this.chart.drawing).toBeVisible();
  }

  /** Reads the page again, as F5 does. */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.isOpen();
  }

  /** From now on this object looks for the words of the other language. */
  speaks(language: keyof typeof WORDS): void {
    this.words = WORDS[language];
  }

  async switchLanguage(): Promise<void> {
    await this.bar.otherLanguage.click();
    this.speaks(this.words === WORDS.en ? "ja" : "en");
    await expect(this.bar.otherLanguage).toBeVisible();
  }

  get savedState(): Locator {
    return this.page.getByRole("status", { name: this.words.saved.label });
  }

  /** Does an edit and waits until it is kept; the file may still be older, or up to date already. */
  async keeps(edit: () => Promise<void>): Promise<void> {
    // The count of what was kept stays; the words beside it pass, and on a busy machine unseen.
    const kept = async (): Promise<number> => Number(await this.savedState.getAttribute("data-kept"));
    const before = await kept();
    await edit();
    await expect.poll(kept).toBeGreaterThan(before);
  }

  /** The book's file. */
  async file(): Promise<string> {
    await expect(this.savedState).toHaveText(this.words.saved.file);
    return (await this.savedState.getAttribute("title")) ?? "";
  }

  get messages(): Locator {
    return this.page.getByRole("status", { name: this.words.notice.label });
  }

  /** The banner over the panes. */
  get banner(): Locator {
    return this.page.getByRole("alert").filter({ hasText: this.words.notice.lost });
  }

  /** How many pixels the page could be scrolled by, to the right and down: nothing where all of it is in sight. */
  scrollableBy(): Promise<{ right: number; down: number }> {
    return this.page.evaluate(() => {
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
      return { right: scrollWidth - clientWidth, down: scrollHeight - clientHeight };
    });
  }

  /** The brightness of the window's paper: 0 is black, 1 is white. */
  brightness(): Promise<number> {
    return this.page.evaluate(() => {
      const [red = 0, green = 0, blue = 0] =
        getComputedStyle(document.body)
          .backgroundColor.match(/[\d.]+/g)
          ?.map(Number) ?? [];
      return (red + green + blue) / 3 / 255;
    });
  }

  /** Everything that is there to be read or read aloud, once each. */
  readAloud(): Promise<string[]> {
    return this.page.evaluate(() => {
      const said = new Set<string>([document.title]);
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        if (node instanceof Element) {
          for (const name of ["aria-label", "aria-description", "title", "placeholder", "alt"]) {
            said.add(node.getAttribute(name)?.trim() ?? "");
          }
        } else said.add(node.textContent?.trim() ?? "");
      }
      said.delete("");
      return [...said];
    });
  }
}
