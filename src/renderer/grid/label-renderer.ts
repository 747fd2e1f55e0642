/** Draws a line's label: a triangle where other lines stand under it, its unit where that is not the grid's own. */
import type { ICellRendererComp, ICellRendererParams } from "ag-grid-community";
import type { Language } from "#core/book.ts";
import type { GridRow } from "../state/grid-plan.ts";
import { WORDS } from "../words/words.ts";
import { drawFold, drawHidden, rowButton } from "./row-buttons.ts";

export interface ShownLabel {
  readonly label: string;
  /** Empty where the header says it. */
  readonly unit: string;
  /** The row has a note of its own. */
  readonly hasNote: boolean;
  /** It has what is looked for. */
  readonly isFound: boolean;
}

interface Params extends ICellRendererParams<GridRow, ShownLabel> {
  readonly language: () => Language;
}

/** Deeper trees than this would push the label out of its column. */
const DEEPEST_INDENT = 4;

export class LabelRenderer implements ICellRendererComp<GridRow> {
  readonly #root = document.createElement("span");
  readonly #handle = rowButton("row-handle");
  readonly #fold = rowButton("row-fold");
  readonly #label = document.createElement("span");
  readonly #hidden = rowButton("row-hidden");
  readonly #unit = document.createElement("span");

  init(params: Params): void {
    this.#root.className = "line-label";
    // For the mouse alone: what is said of the cell says whether it is folded, and keys fold and move.
    for (const button of [this.#handle, this.#fold]) button.setAttribute("aria-hidden", "true");
    this.#label.className = "line-label-text";
    this.#unit.className = "line-label-unit";
    this.#root.append(this.#handle, this.#fold, this.#label, this.#hidden, this.#unit);
    this.#draw(params);
  }

  getGui(): HTMLElement {
    return this.#root;
  }

  refresh(params: Params): boolean {
    this.#draw(params);
    return true;
  }

  #draw({ value, data, language, eGridCell }: Params): void {
    const row = data?.kind === "line" ? data : null;
    const parent = row?.isParent === true ? row : null;
    const words = WORDS[language()].lines;
    this.#root.dataset["depth"] = String(Math.min(row?.depth ?? 0, DEEPEST_INDENT));
    this.#root.dataset["parent"] = String(parent !== null);
    this.#root.dataset["note"] = String(value?.hasNote === true);
    this.#root.dataset["found"] = String(value?.isFound === true);
    this.#root.dataset["kind"] = data?.kind ?? "";
    this.#handle.hidden = row === null;
    this.#handle.title = words.drag;
    drawFold(this.#fold, parent, words);
    if (parent === null) eGridCell.removeAttribute("aria-expanded");
    else eGridCell.setAttribute("aria-expanded", String(!parent.isFolded));
    drawHidden(this.#hidden, row, words);
    this.#label.textContent = value?.label ?? "";
    this.#unit.textContent = value?.unit ?? "";
  }
}
