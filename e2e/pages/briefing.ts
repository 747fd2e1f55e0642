/** The briefing: its header, the list of its pages, the pages themselves as they are printed. */
import { expect, type Locator } from "@playwright/test";
import type { Paper } from "#contract/host.ts";
import { BRIEFING_PAGES, type BriefingPageKind } from "#core/pages/briefing.ts";
import type { Words } from "../../src/renderer/words/words.ts";
import type { InWindow } from "./book-window.ts";
import { readFigures, type ReadFigure } from "./read-figures.ts";

export class BriefingPages {
  readonly #window: InWindow;

  constructor(window: InWindow) {
    this.#window = window;
  }

  get words(): Words["briefing"] {
    return this.#window.words.briefing;
  }

  get root(): Locator {
    return this.#window.page.getByRole("region", { name: this.words.label, exact: true });
  }

  async open(): Promise<void> {
    const { sidebar, bar } = this.#window.words;
    const pane = this.#window.page.getByRole("navigation", { name: sidebar.label });
    await pane.getByRole("button", { name: bar.views.briefing, exact: true }).click();
    await this.isDrawn();
  }

  /** Waits until every picture is drawn and what is printed is known to agree or not. */
  async isDrawn(): Promise<void> {
    await expect(this.root).toHaveAttribute("aria-busy", "false");
  }

  async show(kind: keyof Words["pages"]["kinds"], period: string): Promise<void> {
    const { pages } = this.#window.words;
    await this.root.getByRole("radio", { name: pages.kinds[kind], exact: true }).check();
    await this.period.selectOption({ label: period });
    await this.isDrawn();
  }

  get period(): Locator {
    return this.root.getByRole("combobox", { name: this.#window.words.pages.period, exact: true });
  }

  async choosePaper(paper: Paper): Promise<void> {
    await this.root.getByRole("radio", { name: this.words.papers[paper], exact: true }).check();
    await this.isDrawn();
  }

  get scope(): Locator {
    return this.root.getByRole("combobox", { name: this.#window.words.bar.scope, exact: true });
  }

  get printButton(): Locator {
    return this.root.getByRole("button", { name: this.words.print, exact: true });
  }

  get outline(): Locator {
    return this.root.getByRole("navigation", { name: this.words.outline, exact: true }).getByRole("button");
  }

  get pages(): Locator {
    return this.root.getByRole("article");
  }

  page(kind: BriefingPageKind): Locator {
    return this.pages.nth(BRIEFING_PAGES.indexOf(kind));
  }

  get titles(): Locator {
    return this.root.getByRole("article").getByRole("heading", { level: 2 });
  }

  footOf(kind: BriefingPageKind): Locator {
    return this.page(kind).getByRole("contentinfo").or(this.page(kind).locator("footer"));
  }

  missingOn(kind: BriefingPageKind): Locator {
    return this.page(kind).locator(".slide-missing");
  }

  /** All figures of the tables of a page, in the order in which they stand. */
  read(kind: BriefingPageKind): Promise<ReadFigure[]> {
    return readFigures(this.page(kind), ".figure");
  }

  /** The text of everything that is drawn and told on a page, as somebody who looks at it reads it. */
  async textOf(kind: BriefingPageKind): Promise<string> {
    return (await this.page(kind).innerText()).replace(/\s+/gu, " ");
  }

  /** The texts of a page's pictures: titles, legends, axes, figures. */
  drawnTexts(kind: BriefingPageKind): Promise<string[]> {
    return this.page(kind).locator(".slide-picture svg text").allTextContents();
  }

  /** Figures of a page's pictures that stand on one another, or under a line or its points. */
  collisions(kind: BriefingPageKind): Promise<string[]> {
    return this.page(kind).evaluate((page) => {
      const found: string[] = [];
      for (const svg of page.querySelectorAll(".slide-picture svg")) {
        const figures = [...svg.querySelectorAll("text")]
          .filter((text) => /^[(△]?[\d,.]+%?\)?$/u.test(text.textContent ?? ""))
          .map((text) => {
            const { left, right, top, bottom } = text.getBoundingClientRect();
            // Digits take three quarters of their line.
            const air = (bottom - top) * 0.2;
            return { text: text.textContent ?? "", left, right, top: top + air, bottom: bottom - air };
          });
        for (const [at, a] of figures.entries()) {
          for (const b of figures.slice(at + 1)) {
            if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
              found.push(`${a.text} on ${b.text}`);
          }
        }
        const lines = [...svg.querySelectorAll<SVGPathElement>('path[fill="none"], path[fill="transparent"]')].filter(
          (path) => Number(path.getAttribute("stroke-width")) === 2 && path.getTotalLength() > 60,
        );
        for (const line of lines) {
          const matrix = line.getScreenCTM();
          if (matrix === null) continue;
          for (let length = 0; length <= line.getTotalLength(); length += 1) {
            const { x, y } = line.getPointAtLength(length).matrixTransform(matrix);
            for (const { text, left, right, top, bottom } of figures)
              if (x > left && x < right && y > top && y < bottom) found.push(`${text} under a line`);
          }
        }
      }
      return [...new Set(found)];
    });
  }

  /** How large each page's content is set, 1 as it is written. */
  async sizes(): Promise<number[]> {
    const sizes = await this.root
      .locator(".slide-content")
      .evaluateAll((contents) => contents.map((content) => getComputedStyle(content).getPropertyValue("--fit")));
    return sizes.map(Number);
  }

  /** What of the pages does not stand whole on its sheet. */
  unfit(): Promise<string[]> {
    return this.root.evaluate((root) => {
      const problems: string[] = [];
      for (const [at, page] of [...root.querySelectorAll("article")].entries()) {
        const content = page.querySelector(".slide-content");
        const foot = page.querySelector("footer");
        if (content === null || foot === null) throw new Error(`page ${at + 1} has no content`);
        for (const element of [
          page,
          content,
          foot,
          ...page.querySelectorAll(".slide-body, .slide-header, p, th, td"),
        ]) {
          if (element.clientHeight === 0 || element.closest(".for-reader, svg") !== null) continue;
          const { scrollHeight, clientHeight, scrollWidth, clientWidth } = element;
          if (scrollHeight > clientHeight + 1 || scrollWidth > clientWidth + 1)
            problems.push(
              `page ${at + 1}, ${element.tagName} ${element.className}: ${scrollWidth} × ${scrollHeight} in ${clientWidth} × ${clientHeight}: ${element.textContent?.slice(0, 60)}`,
            );
        }
        const own = page.getBoundingClientRect();
        for (const element of page.querySelectorAll("*")) {
          const { left, right, top, bottom, width } = element.getBoundingClientRect();
          const isIn = left >= own.left - 1 && right <= own.right + 1 && top >= own.top - 1 && bottom <= own.bottom + 1;
          if (width > 0 && !isIn) problems.push(`page ${at + 1}: ${element.tagName} stands beside it`);
        }
        if (content.getBoundingClientRect().bottom > foot.getBoundingClientRect().top + 1)
          problems.push(`page ${at + 1}: its content stands over its foot`);
      }
      return problems;
    });
  }
}
