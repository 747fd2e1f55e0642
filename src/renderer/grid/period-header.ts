/** Headers over the figures: the period, whether it is cumulative, what is hidden beside it; above them the years. */
import type {
  IHeaderGroupParams,
  IHeaderParams,
  IInnerHeaderComponent,
  IInnerHeaderGroupComponent,
} from "ag-grid-community";
import { formatPart } from "#core/period-labels.ts";
import { sortMark } from "../lines/sort-mark.ts";
import { notesAt } from "../notes/notes-in-view.ts";
import { columnsInView, type GridColumn } from "../state/columns-in-view.ts";
import type { GridRow } from "../state/grid-plan.ts";
import { hiddenBeside, openPeriod, unhide } from "../state/sheet-columns.ts";
import { wordsOf, type WindowState } from "../state/window-state.ts";
import { headerPxOf } from "./column-width.ts";
import type { HeaderContext } from "./columns.ts";
import { headerMarks } from "./period-marks.ts";
import { makeWidthHandle } from "./width-handle.ts";

/** `2Q06`. The longest names of periods are said in part: the heading above has the year. */
function labelUnder({ label, year, under, span }: GridColumn, { settings }: WindowState): string {
  const isSaidAbove = under === "year" && year !== "" && settings.periods === "filing";
  return isSaidAbove ? formatPart(span, settings.periods) : label;
}

/** Where the year up to its end is counted, that it is: `1H06 cumulative`. */
const headerText = (column: GridColumn, state: WindowState): string => {
  const label = labelUnder(column, state);
  return column.counts === "year-to-date" ? `${label} ${wordsOf(state).columns.cumulative}` : label;
};

/** What the longest of the headers takes, at 100 %. */
export const widestHeaderPx = (state: WindowState): number =>
  Math.max(...columnsInView(state).map((column) => headerPxOf(headerText(column, state))));

interface PeriodParams extends IHeaderParams<GridRow>, HeaderContext {}

/** Between a period and what is said of it; it is drawn as a gap. */
const SPACE = " ";

export class PeriodHeader implements IInnerHeaderComponent<GridRow> {
  readonly #root = document.createElement("span");

  init({ api, column: agColumn, store, actions }: PeriodParams): void {
    const state = store.getState();
    const words = wordsOf(state);
    const column = columnIn(store, agColumn.getColId());
    this.#root.className = "period-header";
    // The spans of the matrix are counted from each row's year: a note on one period is not on the column.
    const isPeriod = column !== undefined && column.year !== "";
    this.#root.dataset["note"] = String(isPeriod && notesAt(state, null, column.span).length > 0);
    const sort = sortMark(state, agColumn.getColId());
    if (sort !== null) this.#root.append(sort);
    this.#root.append(column === undefined ? "" : labelUnder(column, state));
    if (column?.counts === "year-to-date") {
      const counts = document.createElement("span");
      counts.className = "period-counts";
      counts.textContent = words.columns.cumulative;
      this.#root.append(SPACE, counts);
    }
    if (column !== undefined) this.#root.append(...headerMarks(state, column));
    const { left, right } = hiddenBeside(state, agColumn.getColId());
    for (const [side, hidden] of [["left", left] as const, ["right", right] as const]) {
      if (hidden.length > 0) this.#root.append(this.#hiddenMark(side, hidden, { store, actions }));
    }
    this.#root.append(makeWidthHandle("figures", { api, column: agColumn, store, actions }));
  }

  getGui(): HTMLElement {
    return this.#root;
  }

  /** False: made anew, as nothing of it lasts. */
  refresh(): boolean {
    return false;
  }

  /** For the mouse alone: the command that shows hidden columns is in the menu and has a key. */
  #hiddenMark(side: "left" | "right", hidden: readonly GridColumn[], { store, actions }: HeaderContext): HTMLElement {
    const mark = document.createElement("span");
    mark.className = `hidden-mark is-${side}`;
    mark.setAttribute("aria-hidden", "true");
    mark.title = wordsOf(store.getState()).columns.hiddenHere(hidden.map(({ label }) => label).join(", "));
    mark.addEventListener("click", () => actions.changeSheet(unhide(store.getState(), hidden)));
    return mark;
  }
}

const columnIn = (store: HeaderContext["store"], id: string): GridColumn | undefined =>
  columnsInView(store.getState()).find((column) => column.id === id);

interface YearParams extends IHeaderGroupParams<GridRow>, HeaderContext {
  /** It holds the newest column: beside it further quarters are added. */
  readonly isNewest: boolean;
}

export class YearHeader implements IInnerHeaderGroupComponent<GridRow> {
  readonly #root = document.createElement("span");
  #stopListening = (): void => {};

  init({ displayName, isNewest, store, actions }: YearParams): void {
    this.#root.className = "year-header";
    const name = document.createElement("span");
    name.textContent = displayName;
    this.#root.append(name);
    if (!isNewest) return;
    const add = document.createElement("span");
    add.className = "add-quarter";
    // For the mouse alone, and drawn: the heading's text is the year, and the command has a key and a place in the menu.
    add.setAttribute("aria-hidden", "true");
    const sayIt = (): void => {
      add.title = wordsOf(store.getState()).columns.nextQuarter;
    };
    sayIt();
    // The year reads the same in both languages, so the grid keeps this heading over a change of them.
    this.#stopListening = store.subscribe(sayIt);
    add.addEventListener("click", () => actions.changeAndGo(openPeriod(store.getState(), "next")));
    this.#root.append(add);
  }

  getGui(): HTMLElement {
    return this.#root;
  }

  destroy(): void {
    this.#stopListening();
  }
}
