/** Draws one figure with plain DOM: thousands of cells pass here while scrolling, so none is a React component. */
import type { ICellRendererComp, ICellRendererParams } from "ag-grid-community";
import type { LineRow } from "../state/window-state.ts";
import { splitHanging, type ShownCell } from "./shown-cell.ts";

type Params = ICellRendererParams<LineRow, ShownCell>;

/** Before a figure from both sides of a restatement. */
export const MIXED = "†";
/** Before a sum of quarters. */
export const SUMMED = "Σ";

export class FigureRenderer implements ICellRendererComp<LineRow> {
  readonly #root = document.createElement("span");
  readonly #printed = document.createElement("span");
  readonly #mark = document.createElement("span");
  readonly #digits = document.createElement("span");
  readonly #hanging = document.createElement("span");

  init(params: Params): void {
    this.#root.className = "figure";
    this.#printed.className = "figure-printed";
    this.#mark.className = "figure-mark";
    this.#mark.setAttribute("aria-hidden", "true");
    this.#digits.className = "figure-digits";
    this.#hanging.className = "figure-hanging";
    this.#digits.append(this.#hanging);
    this.#root.append(this.#printed, this.#mark, this.#digits);
    this.#draw(params);
  }

  getGui(): HTMLElement {
    return this.#root;
  }

  /** True: drawn in place, so that an open editor in the same cell stays. */
  refresh(params: Params): boolean {
    this.#draw(params);
    return true;
  }

  #draw({ value: shown, eGridCell }: Params): void {
    // A corner is seen; who hears the cell is told. On the cell itself, as it is no part of its text.
    if (shown == null || shown.note === "") eGridCell.removeAttribute("aria-description");
    else eGridCell.setAttribute("aria-description", shown.note);
    this.#root.dataset["note"] = String((shown?.note ?? "") !== "");
    this.#root.dataset["found"] = String(shown?.isFound === true);
    const [digits, hanging] = splitHanging(shown?.text ?? "");
    this.#root.dataset["route"] = shown?.route ?? "gap";
    this.#root.dataset["shows"] = shown?.shows ?? "value";
    this.#root.dataset["rests"] = String(shown?.restsOnImplied === true);
    this.#root.dataset["restated"] = String(shown?.isRestated === true);
    this.#root.dataset["outside"] = String(shown?.isOutside === true);
    this.#root.dataset["mark"] = shown?.isRefused === true ? "refused" : shown?.isUnsaved === true ? "unsaved" : "";
    // Drawn from an attribute: it is no part of the cell's own text.
    this.#printed.dataset["text"] = shown?.printed.replace("%", "") ?? "";
    this.#mark.textContent = shown?.isMixed === true ? MIXED : shown?.route === "summed" ? SUMMED : "";
    this.#hanging.textContent = hanging;
    this.#digits.replaceChildren(digits, this.#hanging);
  }
}
