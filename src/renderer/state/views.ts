/** The views of the window, in the order of the left pane. */

export const VIEWS = [
  "results",
  "period",
  "trends",
  "services",
  "balance",
  "targets",
  "compare",
  "checks",
  "sources",
  "briefing",
] as const;

export type View = (typeof VIEWS)[number];

/** Alt and the view's place in the left pane. The briefing, which is printed, has P: Alt+0 is the grid's usual size. */
export const viewKey = (view: View): string => (view === "briefing" ? "Alt+P" : `Alt+${VIEWS.indexOf(view) + 1}`);
