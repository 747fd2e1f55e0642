/** Draws one figure with plain DOM: thousands of cells pass here while scrolling, so none is a React component. */
import type { ICellRendererComp, ICellRendererParams } from "ag-grid-community";
import type { LineRow } from "../state/window-state.ts";
import { splitHanging, type ShownCell } from "./shown-cell.ts";

type Params = ICellRendererParams<LineRow, ShownCell>;

/** Before a figure from both sides of a restatement. */
export const MIXED = "†";
/** Before a sum of quarters. */
export const SUMMED = "Σ";

/** What few cells have is in these alone: every box is laid out and painted with each change, and a screen has hundreds of cells. */
export class FigureRenderer implements ICellRendererComp<LineRow> {
  readonly #root = document.createElement("span");
  readonly #digits = document.createElement("span");

  init(params: Params): void {
    this.#root.className = "figure";
    this.#digits.className = "figure-digits";
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
    const note = shown?.note ?? "";
    // A corner is seen; who hears the cell is told. On the cell itself, as it is no part of its text.
    if (note === "") eGridCell.removeAttribute("aria-description");
    else eGridCell.setAttribute("aria-description", note);
    const { dataset } = this.#root;
    dataset["note"] = String(note !== "");
    dataset["found"] = String(shown?.isFound === true);
    dataset["route"] = shown?.route ?? "gap";
    dataset["shows"] = shown?.shows ?? "value";
    dataset["rests"] = String(shown?.restsOnImplied === true);
    dataset["restated"] = String(shown?.isRestated === true);
    dataset["outside"] = String(shown?.isOutside === true);
    dataset["mark"] = shown?.isRefused === true ? "refused" : shown?.isUnsaved === true ? "unsaved" : "";
    const printed = shown?.printed ?? "";
    const mark = shown?.isMixed === true ? MIXED : shown?.route === "summed" ? SUMMED : "";
    const [digits, hanging] = splitHanging(shown?.text ?? "");
    this.#digits.replaceChildren(digits, ...(hanging === "" ? [] : [part("figure-hanging", hanging)]));
    this.#root.replaceChildren(
      ...(printed === "" && note === "" ? [] : [corner(printed)]),
      ...(mark === "" ? [] : [silent(part("figure-mark", mark))]),
      this.#digits,
    );
  }
}

/** The printed figure, drawn from an attribute as it is no part of the cell's own text; and the corner of a note. */
function corner(printed: string): HTMLElement {
  const element = part("figure-printed", "");
  element.dataset["text"] = printed.replace("%", "");
  return element;
}

function silent(element: HTMLElement): HTMLElement {
  element.setAttribute("aria-hidden", "true");
  return element;
}

function part(name: string, text: string): HTMLElement {
  const element = document.createElement("span");
  element.className = name;
  element.textContent = text;
  return element;
}
