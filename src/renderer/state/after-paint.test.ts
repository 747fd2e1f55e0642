import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { spanOf, tellBook } from "#core/figures/book-for-test.ts";
import { afterPaint } from "./after-paint.ts";
import { withoutEdits } from "./edited-book.ts";
import { createWindowStore, type WindowStore } from "./window-state.ts";

/** Callbacks of the next frame, and whether anybody can see the window. */
const screen = { frames: new Map<number, () => void>(), asked: 0, hidden: false };

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(screen, { frames: new Map(), asked: 0, hidden: false });
  vi.stubGlobal("requestAnimationFrame", (callback: () => void) => {
    screen.asked += 1;
    screen.frames.set(screen.asked, callback);
    return screen.asked;
  });
  vi.stubGlobal("cancelAnimationFrame", (asked: number) => screen.frames.delete(asked));
  vi.stubGlobal("document", {
    get hidden() {
      return screen.hidden;
    },
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function paint(): void {
  const callbacks = [...screen.frames.values()];
  screen.frames.clear();
  for (const callback of callbacks) callback();
}

const book = (printed: string) => withoutEdits(tellBook({ sales: {} }, [["sales", "1Q06", printed]]));
const AT = { line: "sales", span: spanOf("1Q06") };

function openStore(): WindowStore {
  const journal = { generation: 0, undo: null, redo: null };
  const shown = {
    title: "Acme",
    path: "",
    readOnly: null,
    book: book("1").shown,
    journal,
    saved: { at: "file" },
  } as const;
  const settings = {
    language: "en",
    theme: "system",
    negatives: "parentheses",
    amounts: "entered",
    periods: "deck",
  } as const;
  return createWindowStore(shown, settings, { year: 2006, month: 11 });
}

test("an edit and the move that its key makes are heard together, once the frame is painted", async () => {
  const store = openStore();
  const shown = afterPaint(store);
  const heard = vi.fn<() => void>();
  shown.subscribe(heard);
  store.setState({ edited: book("2") });
  store.setState({ focused: AT });
  expect(heard).not.toHaveBeenCalled();
  expect(shown.getState().focused).toBeNull();
  await Promise.resolve();
  paint();
  expect(heard).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(heard).toHaveBeenCalledTimes(1);
  expect(shown.getState()).toBe(store.getState());
});

test("whatever else changes is heard at once, and brings an edit before it along", async () => {
  const store = openStore();
  const shown = afterPaint(store);
  const heard = vi.fn<() => void>();
  shown.subscribe(heard);
  store.setState({ focused: AT });
  expect(heard).toHaveBeenCalledTimes(1);
  store.setState({ edited: book("2") });
  await Promise.resolve();
  store.setState({ focused: null });
  expect(heard).toHaveBeenCalledTimes(2);
  expect(shown.getState()).toBe(store.getState());
  // The frame of the edit has nothing left to tell.
  paint();
  vi.runAllTimers();
  expect(heard).toHaveBeenCalledTimes(2);
});

test("a hidden window, which paints nothing, hears edits at once", () => {
  const store = openStore();
  const shown = afterPaint(store);
  screen.hidden = true;
  store.setState({ edited: book("2") });
  expect(shown.getState()).toBe(store.getState());
});

test("who stopped listening hears nothing", () => {
  const store = openStore();
  const heard = vi.fn<() => void>();
  afterPaint(store).subscribe(heard)();
  store.setState({ focused: AT });
  expect(heard).not.toHaveBeenCalled();
});
