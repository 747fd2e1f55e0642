/** Trends drawn in a window of their own, for the tests of this folder. */
import { applyChanges, type RowChange } from "#core/changes.ts";
import type { DrawnLine, Drawing } from "#core/charts/drawing.ts";
import type { Picture } from "#core/charts/picture.ts";
import { tellBook } from "#core/figures/book-for-test.ts";
import { withoutEdits } from "../state/edited-book.ts";
import { createWindowStore } from "../state/window-state.ts";
import { plotIn } from "./plot-in-view.ts";
import { makeTrendActions } from "./trend-actions.ts";

export const BOOK = tellBook(
  {
    sales: { formula: "goods + services" },
    goods: { parent: "sales" },
    services: { parent: "sales" },
    operating_income: {},
    margin: { kind: "ratio", unit: "%", formula: "operating_income / sales" },
    clients: { kind: "stock", unit: "clients" },
  },
  [
    ["sales", "1Q05", "100"],
    ["goods", "1Q05", "60"],
    ["services", "1Q05", "40"],
    ["sales", "2Q05", "110"],
    ["goods", "2Q05", "70"],
    ["sales", "4Q05", "90"],
    ["sales", "1Q06", "120"],
    ["goods", "1Q06", "75"],
    ["services", "1Q06", "45"],
    ["operating_income", "1Q05", "-5"],
    ["operating_income", "1Q06", "12"],
    ["clients", "1Q06", "7"],
  ],
);

/** A window over a host that takes every change of rows, or none. */
export function openWindow({ refuses = false, book = BOOK } = {}) {
  const journal = { generation: 0, undo: null, redo: null };
  const opened = { title: "Acme", path: "", readOnly: null, book, journal, saved: { at: "file" } } as const;
  const settings = {
    language: "en",
    theme: "system",
    negatives: "parentheses",
    amounts: "entered",
    periods: "deck",
  } as const;
  const store = createWindowStore(opened, settings, { year: 2006, month: 11 });
  const deeds: string[] = [];
  const changeRows = async (changes: readonly RowChange[], { kind }: { readonly kind: string }): Promise<boolean> => {
    deeds.push(kind);
    if (!refuses) store.setState(({ edited }) => ({ edited: withoutEdits(applyChanges(edited.shown, changes)) }));
    return !refuses;
  };
  const host = { saveFile: async () => null, copyPicture: async () => {} };
  const actions = makeTrendActions(store, { changeRows }, host, () => {});
  return { store, read: store.getState, actions, deeds };
}

export const line = (id: string, as: DrawnLine["as"] = "bar", more: Partial<DrawnLine> = {}): DrawnLine => ({
  line: id,
  as,
  axis: "left",
  transform: "value",
  ...more,
});

export function draw(lines: readonly DrawnLine[], spans: Drawing["spans"] = "Q", book = BOOK) {
  const window = openWindow({ book });
  const picture: Picture = { kind: "trend", drawing: { lines, spans, range: "all" }, labels: true, marks: true };
  window.actions.redraw(picture);
  const plot = plotIn(window.read());
  if (plot?.kind !== "trend") throw new Error("A trend is drawn.");
  return { ...window, plot };
}
