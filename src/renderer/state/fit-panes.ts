/** In a narrow window, or at 200 %, the figures come first: the pane beside them is away until it is asked for. */
import type { Actions } from "./actions.ts";
import type { WindowStore } from "./window-state.ts";

/** Below this the pane leaves room for one period beside the labels. */
const NARROW = "(max-width: 900px)";

export function fitPanes(store: WindowStore, { togglePane }: Pick<Actions, "togglePane">): () => void {
  const narrow = window.matchMedia(NARROW);
  /** Whether the pane went by itself: then it comes back by itself. */
  let isAway = false;
  const fit = (): void => {
    const { isPaneShown } = store.getState();
    if (narrow.matches && isPaneShown) {
      isAway = true;
      togglePane();
    } else if (!narrow.matches && isAway) {
      isAway = false;
      if (!isPaneShown) togglePane();
    }
  };
  fit();
  narrow.addEventListener("change", fit);
  return () => narrow.removeEventListener("change", fit);
}
