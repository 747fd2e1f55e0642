/** In a narrow window, or at 200 %, the figures come first: the panes beside them are away until they are asked for. */
import type { WindowState, WindowStore } from "./window-state.ts";

interface FittedPane {
  readonly shown: "isPaneShown" | "isSidebarShown";
  /** Where it would leave too little room. */
  readonly narrow: string;
}

const PANES: readonly FittedPane[] = [
  // The explanation leaves room for one period beside the labels.
  { shown: "isPaneShown", narrow: "(max-width: 900px)" },
  // With the labels and the explanation the list of views leaves room for three.
  { shown: "isSidebarShown", narrow: "(max-width: 1199px)" },
];

/** @returns ends it */
export function fitPanes(store: WindowStore): () => void {
  const ends = PANES.map((pane) => fit(store, pane));
  return () => {
    for (const end of ends) end();
  };
}

function fit(store: WindowStore, { shown, narrow }: FittedPane): () => void {
  const query = window.matchMedia(narrow);
  /** Whether the pane went by itself: then it comes back by itself. */
  let isAway = false;
  const show = (isShown: boolean): void => {
    const change: Partial<WindowState> = { [shown]: isShown };
    store.setState(change);
  };
  const onChange = (): void => {
    const isShown = store.getState()[shown];
    if (query.matches && isShown) show(false);
    else if (!query.matches && isAway) show(true);
    isAway = query.matches && (isShown || isAway);
  };
  onChange();
  query.addEventListener("change", onChange);
  return () => query.removeEventListener("change", onChange);
}
