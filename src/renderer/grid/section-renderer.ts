import type { ICellRendererComp, ICellRendererParams } from "ag-grid-community";
import type { Language } from "#core/book.ts";
import type { GridRow } from "../state/grid-plan.ts";
import { WORDS } from "../words/words.ts";
import { drawFold, drawHidden, rowButton } from "./row-buttons.ts";

interface Params extends ICellRendererParams<GridRow> {
  readonly language: () => Language;
}

/** A quiet heading over the lines of a section, across the whole width. */
export class SectionRenderer implements ICellRendererComp<GridRow> {
  readonly #root = document.createElement("div");
  readonly #fold = rowButton("row-fold");
  readonly #hidden = rowButton("row-hidden");

  init(params: Params): void {
    this.#root.className = "section-heading";
    // A row of the grid has cells, also where it is all one.
    this.#root.setAttribute("role", "gridcell");
    this.#root.append(this.#fold, this.#hidden);
    this.refresh(params);
  }

  getGui(): HTMLElement {
    return this.#root;
  }

  refresh({ data, language }: Params): boolean {
    const words = WORDS[language()].lines;
    const section = data?.kind === "section" ? data : null;
    this.#fold.textContent = section === null ? "" : language() === "ja" ? section.labelJa : section.labelEn;
    this.#fold.setAttribute("aria-expanded", String(section?.isFolded === false));
    drawFold(this.#fold, section, words);
    drawHidden(this.#hidden, section, words);
    return true;
  }
}
