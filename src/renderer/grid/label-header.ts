/** Headers over the labels: what the columns count, the unit, what is shown, and in the matrix which line. */
import type {
  IHeaderGroupParams,
  IHeaderParams,
  IInnerHeaderComponent,
  IInnerHeaderGroupComponent,
} from "ag-grid-community";
import type { LayoutRow } from "#core/layout.ts";
import { unitOf, unitShown, type AmountScale } from "#core/units.ts";
import { gridPlanIn, type GridRow } from "../state/grid-plan.ts";
import { measureIn, shownUnitIn } from "../state/figure-text.ts";
import { rowsInView } from "../state/rows-in-view.ts";
import { labelOf, rowsIn, wordsOf, type WindowState } from "../state/window-state.ts";
import { unitLabel } from "../words/words.ts";
import type { HeaderContext } from "./columns.ts";
import { makeWidthHandle } from "./width-handle.ts";

/**
 * The unit that the header says once for all rows: that of the amounts of money, where all of them are shown in one.
 * A ratio in money, such as revenue per contract, is no amount: it names its own where that is another.
 */
export function sharedUnit(rows: readonly LayoutRow[], amounts: AmountScale): string | null {
  const units = new Set(
    rows.flatMap((row) =>
      row.kind === "line" && row.line.kind !== "ratio" && unitOf(row.line.unit).kind === "money"
        ? [unitShown(row.line, amounts)]
        : [],
    ),
  );
  const [only] = units;
  return units.size === 1 && only !== undefined ? only : null;
}

/** `JPY million`; with an overlay what is shown as well: `JPY million · YoY %`. */
export function labelHeaderText(state: WindowState): string {
  const { columns, grid } = wordsOf(state);
  const { matrixLine } = gridPlanIn(state);
  const unit =
    matrixLine === null
      ? sharedUnit(rowsIn(state), state.settings.amounts)
      : shownUnitIn(state, measureIn(state, matrixLine));
  const unitText = unit === null ? grid.line : unitLabel(unit, wordsOf(state));
  const { overlay } = state.sheet;
  return overlay === "value" ? unitText : `${unitText} · ${columns.overlays[overlay]}`;
}

interface LabelParams extends IHeaderParams<GridRow>, HeaderContext {}

export class LabelHeader implements IInnerHeaderComponent<GridRow> {
  readonly #root = document.createElement("span");
  #forget: () => void = () => {};

  init({ api, column, store, actions }: LabelParams): void {
    const text = document.createElement("span");
    const draw = (state: WindowState): void => {
      text.textContent = labelHeaderText(state);
      text.dataset["overlay"] = state.sheet.overlay;
    };
    draw(store.getState());
    this.#forget = store.subscribe(draw);
    this.#root.className = "label-header-text";
    this.#root.append(text, makeWidthHandle("labels", { api, column, store, actions }));
  }

  getGui(): HTMLElement {
    return this.#root;
  }

  refresh(): boolean {
    return true;
  }

  destroy(): void {
    this.#forget();
  }
}

interface CornerParams extends IHeaderGroupParams<GridRow>, HeaderContext {}

/** The corner says what every column counts; in the matrix it is where its line is chosen. */
export class CornerHeader implements IInnerHeaderGroupComponent<GridRow> {
  readonly #root = document.createElement("span");
  #forget: () => void = () => {};

  init({ store, actions }: CornerParams): void {
    this.#root.className = "corner-text";
    let last: readonly unknown[] = [];
    const draw = (state: WindowState): void => {
      const { matrixLine } = gridPlanIn(state);
      const now = [matrixLine, matrixLine === null ? null : rowsInView(state), state.sheet.layout, wordsOf(state)];
      if (now.every((each, index) => each === last[index])) return;
      last = now;
      const counts = wordsOf(state).columns.counts[state.sheet.layout];
      this.#root.replaceChildren(matrixLine === null ? counts : lineChoice(state, matrixLine, actions));
    };
    draw(store.getState());
    this.#forget = store.subscribe(draw);
  }

  getGui(): HTMLElement {
    return this.#root;
  }

  destroy(): void {
    this.#forget();
  }
}

function lineChoice(state: WindowState, chosen: string, actions: HeaderContext["actions"]): HTMLElement {
  const choice = document.createElement("select");
  choice.className = "matrix-line";
  choice.setAttribute("aria-label", wordsOf(state).columns.matrixLine);
  let group: HTMLElement = choice;
  for (const row of rowsInView(state)) {
    if (row.kind === "section") {
      const section = document.createElement("optgroup");
      section.label = state.settings.language === "ja" ? row.labelJa : row.labelEn;
      choice.append(section);
      group = section;
    } else group.append(new Option(labelOf(state, row.id), row.id, false, row.id === chosen));
  }
  choice.addEventListener("change", () => actions.chooseMatrixLine(choice.value));
  // The grid would move its own focus by the arrows that go through the choice.
  choice.addEventListener("keydown", (event) => event.stopPropagation());
  return choice;
}
