/** One window's state and what can be done in it, for the components under it. */
import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { Words } from "../words/words.ts";
import type { Actions } from "./actions.ts";
import type { ShownStore } from "./after-paint.ts";
import { wordsOf, type WindowState, type WindowStore } from "./window-state.ts";

export interface BookWindow {
  readonly store: WindowStore;
  /** What the components show of it. */
  readonly shown: ShownStore;
  readonly actions: Actions;
}

export const BookWindowContext = createContext<BookWindow | null>(null);

/** @throws Error outside a {@link BookWindowContext}. */
export function useBookWindow(): BookWindow {
  const bookWindow = useContext(BookWindowContext);
  if (bookWindow === null) throw new Error("A component of a book's window stands outside of one.");
  return bookWindow;
}

/** Follows a part of the state; `pick` must answer the same object for the same state. */
export const useWindowState = <Part>(pick: (state: WindowState) => Part): Part => useStore(useBookWindow().shown, pick);

export const useWords = (): Words => useWindowState(wordsOf);
