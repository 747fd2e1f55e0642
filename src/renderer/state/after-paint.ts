/**
 * The window's state as the panes around the grid have it. An edit reaches them when the grid has painted it: the
 * explanation, the bars and the chart's words together take longer than the figures that somebody waits for. For
 * that one frame they are as they were while the text was being typed; whatever else changes reaches them at once.
 */
import type { StoreApi } from "zustand/vanilla";
import type { WindowState, WindowStore } from "./window-state.ts";

export type ShownStore = Pick<StoreApi<WindowState>, "getState" | "getInitialState" | "subscribe">;

export function afterPaint(store: WindowStore): ShownStore {
  let shown = store.getState();
  /** While the key that edited is still at work: the move to the next cell belongs to the edit. */
  let isEditing = false;
  let frame = 0;
  const listeners = new Set<Parameters<ShownStore["subscribe"]>[0]>();

  const publish = (): void => {
    cancelAnimationFrame(frame);
    const before = shown;
    shown = store.getState();
    if (shown !== before) for (const listener of listeners) listener(shown, before);
  };

  store.subscribe((state, before) => {
    // A hidden window paints nothing to wait for.
    if (document.hidden || (state.edited === before.edited && !isEditing)) {
      publish();
      return;
    }
    if (!isEditing) queueMicrotask(() => (isEditing = false));
    isEditing = true;
    cancelAnimationFrame(frame);
    // What a frame's callback puts off comes after that frame's painting.
    frame = requestAnimationFrame(() => setTimeout(publish));
  });

  return {
    getState: () => shown,
    getInitialState: store.getInitialState,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
