import { describe, expect, test } from "vitest";
import { applyChanges } from "#core/changes.ts";
import { spanOf, tellBook } from "#core/figures/book-for-test.ts";
import { planNotShownLine } from "#core/not-shown.ts";
import type { Events, Questions } from "#contract/questions.ts";
import type { Connection } from "#rpc/connect.ts";
import { Refused } from "#rpc/refusal.ts";
import { checkSteps } from "../checks/check-later.ts";
import { areStale, countsIn } from "../checks/findings.ts";
import { makeActions } from "./actions.ts";
import { createWindowStore } from "./window-state.ts";

const BOOK = tellBook(
  { equity: { kind: "stock", formula: "stock + deficit" }, stock: { kind: "stock" }, deficit: { kind: "stock" } },
  [
    ["equity", "2Q06", "13,750"],
    ["stock", "2Q06", "16,834"],
    ["deficit", "2Q06", "(3,000)"],
  ],
);

/** A window over a host that knows only how to add a line. */
function openWindow({ refuses = false } = {}) {
  const journal = { generation: 0, undo: null, redo: null };
  const opened = { title: "Acme", path: "", readOnly: null, book: BOOK, journal, saved: { at: "file" } } as const;
  const settings = {
    language: "en",
    theme: "system",
    negatives: "parentheses",
    amounts: "entered",
    periods: "deck",
  } as const;
  const store = createWindowStore(opened, settings, { year: 2006, month: 11 });
  const planned = planNotShownLine(BOOK, "equity");
  const ask = async (method: string) => {
    if (method !== "sums.addNotShown" || refuses || planned === null) throw new Refused("nothing-to-do", {});
    return { ...planned, journal: { ...journal, generation: 1 } };
  };
  const connection = { ask, on: () => () => {}, onClose: () => {}, close: () => {} };
  const saveFile = async () => null;
  const copyPicture = async () => {};
  const printPages = async () => null;
  const asking = connection as unknown as Connection<Questions, Events>;
  const host = { connection: asking, saveFile, copyPicture, printPages };
  return { store, actions: makeActions(store, host), planned };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const place = (line: string) => ({ line, span: spanOf("2Q06") });

describe("the trail", () => {
  test("leads back from an input to the figure that rests on it, and past a check to the list", () => {
    const { store, actions } = openWindow();
    actions.focus(place("equity"));
    actions.follow(place("stock"));
    expect(store.getState().destination).toEqual(place("stock"));
    actions.focus(place("stock"));
    actions.followCheck("a check");
    expect(store.getState()).toMatchObject({ view: "checks", selectedCheck: "a check" });
    actions.back();
    expect(store.getState()).toMatchObject({ view: "results", destination: place("stock") });
    actions.back();
    expect(store.getState().destination).toEqual(place("equity"));
    const before = store.getState();
    actions.back();
    expect(store.getState()).toBe(before);
  });

  test("leads back to the list, to the check that was left", () => {
    const { store, actions } = openWindow();
    actions.showView("checks");
    actions.selectCheck("a check");
    actions.follow(place("stock"), "non-consolidated");
    expect(store.getState()).toMatchObject({ view: "results", scope: "non-consolidated" });
    actions.back();
    expect(store.getState()).toMatchObject({
      view: "checks",
      scope: "consolidated",
      checkDestination: { check: "a check" },
    });
  });
});

test("the count leads to what is outside, whatever was searched for", () => {
  const { store, actions } = openWindow();
  actions.searchChecks("revenue");
  actions.showChecks("outside");
  expect(store.getState()).toMatchObject({ view: "checks", checkFilter: "outside", checkSearch: "" });
});

describe("checking", () => {
  const run = (steps: Iterator<unknown>): number => {
    let slices = 0;
    while (steps.next().done !== true) slices++;
    return slices;
  };

  test("is done in slices, and once for a book", () => {
    const { store } = openWindow();
    expect(run(checkSteps(store))).toBeGreaterThan(0);
    expect(countsIn(store.getState()).outside).toBe(1);
    expect(run(checkSteps(store))).toBe(0);
  });

  test("finds nothing outside once a line for what is not shown is added", async () => {
    const { store, actions, planned } = openWindow();
    run(checkSteps(store));
    actions.addNotShown("equity");
    await settled();
    expect(store.getState().edited.shown).toEqual(applyChanges(BOOK, planned?.changes ?? []));
    expect(areStale(store.getState())).toBe(true);
    run(checkSteps(store));
    expect(countsIn(store.getState()).outside).toBe(0);
    expect(store.getState().journal.generation).toBe(1);
  });

  test("a line that cannot be added is told", async () => {
    const { store, actions } = openWindow({ refuses: true });
    actions.addNotShown("equity");
    await settled();
    expect(store.getState().notice).toEqual({ kind: "failed", what: "notShown", code: "nothing-to-do" });
    expect(store.getState().edited.shown).toBe(BOOK);
  });
});
