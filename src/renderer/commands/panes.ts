/** The parts of the window in their order, and the keyboard's way from one to the next. */

const VIEW = ".view";
const PANES = [".top-bar", ".formula-bar", ".sidebar", VIEW, ".side-pane", ".status-bar"];

const FOCUSABLE = 'button, select, input, textarea, a[href], [contenteditable="true"], [tabindex="0"]';

/** Where the focus was in a pane when it was left, so that coming back goes on from there. */
const left = new WeakMap<Element, HTMLElement>();

/**
 * Puts the focus into the next part of the window that can take it, round and round.
 * @param focusView the view knows its own cell or row in hand
 */
export function goToPane(step: 1 | -1, focusView: () => void): void {
  const panes = PANES.flatMap((selector) => document.querySelector(selector) ?? []);
  const active = document.activeElement;
  const from = panes.findIndex((pane) => pane.contains(active));
  const pane = panes[from];
  if (pane !== undefined && active instanceof HTMLElement) left.set(pane, active);
  for (let count = 1; count <= panes.length; count++) {
    // From outside of all panes the first step leads to the first, or to the last.
    const start = from < 0 && step === -1 ? 0 : from;
    const next = panes[(start + step * count + panes.length * 2) % panes.length];
    if (next === undefined) return;
    if (next.matches(VIEW)) {
      focusView();
      return;
    }
    const target = targetIn(next);
    if (target !== undefined) {
      target.focus();
      return;
    }
  }
}

function targetIn(pane: Element): HTMLElement | undefined {
  const before = left.get(pane);
  if (before !== undefined && pane.contains(before) && canTake(before)) return before;
  return [...pane.querySelectorAll<HTMLElement>(FOCUSABLE)].find(canTake);
}

const canTake = (element: HTMLElement): boolean => element.checkVisibility() && !element.matches(":disabled");
