/** Draws a line's label: indented by its depth, with its unit where that is not the grid's own. */
import type { ICellRendererComp, ICellRendererParams } from "ag-grid-community";
import type { LineRow } from "../state/window-state.ts";

export interface ShownLabel {
  readonly label: string;
  /** Empty where the header says it. */
  readonly unit: string;
}

type Params = ICellRendererParams<LineRow, ShownLabel>;

/** Deeper trees than this would push the label out of its column. */
const DEEPEST_INDENT = 4;

export class LabelRenderer implements ICellRendererComp<LineRow> {
  readonly #root = document.createElement("span");
  readonly #label = document.createElement("span");
  readonly #unit = document.createElement("span");

  init(params: Params): void {
    this.#root.className = "line-label";
    this.#label.className = "line-label-text";
    this.#unit.className = "line-label-unit";
    this.#root.append(this.#label, this.#unit);
    this.#draw(params);
  }

  getGui(): HTMLElement {
    return this.#root;
  }

  refresh(params: Params): boolean {
    this.#draw(params);
    return true;
  }

  #draw({ value, data }: Params): void {
    this.#root.dataset["depth"] = String(Math.min(data?.depth ?? 0, DEEPEST_INDENT));
    this.#root.dataset["parent"] = String(data?.isParent === true);
    this.#label.textContent = value?.label ?? "";
    this.#unit.textContent = value?.unit ?? "";
  }
}
