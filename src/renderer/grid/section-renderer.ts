import type { ICellRendererComp, ICellRendererParams } from "ag-grid-community";
import type { Language } from "#core/book.ts";
import type { GridRow } from "../state/grid-plan.ts";

interface Params extends ICellRendererParams<GridRow> {
  readonly language: () => Language;
}

/** A quiet heading over the lines of a section, across the whole width. */
export class SectionRenderer implements ICellRendererComp<GridRow> {
  readonly #root = document.createElement("div");

  init({ data, language }: Params): void {
    this.#root.className = "section-heading";
    if (data?.kind === "section") this.#root.textContent = language() === "ja" ? data.labelJa : data.labelEn;
  }

  getGui(): HTMLElement {
    return this.#root;
  }

  refresh(params: Params): boolean {
    this.init(params);
    return true;
  }
}
