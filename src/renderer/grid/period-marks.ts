/** What the grid shows of a period besides its figures: that a series breaks before it, that its quarter is locked. */
import type { Break } from "#core/book.ts";
import { breaksBefore, breaksMarked } from "#core/breaks.ts";
import type { Span } from "#core/timeline.ts";
import { endOf } from "#core/timeline.ts";
import { lockHint } from "../making/locks-in-view.ts";
import { columnsInView, type GridColumn } from "../state/columns-in-view.ts";
import type { WindowState } from "../state/window-state.ts";
import { breakText } from "../trends/break-texts.ts";

/** The span that comes before a column's among those that count alike; a running total goes on from the shorter one. */
function spanBefore(state: WindowState, { span, counts }: GridColumn): Span | null {
  const alike = columnsInView(state).filter(
    (other) => other.counts === counts && (counts === "year-to-date" || other.span.length === span.length),
  );
  const before = alike.map((other) => other.span).filter((other) => endOf(other) < endOf(span));
  return before.toSorted((a, b) => endOf(b) - endOf(a))[0] ?? null;
}

/** The breaks between a column and the one before it; none in the matrix, where a column is of every year. @param line null: of any line */
export function breaksAt(state: WindowState, column: GridColumn, line: string | null): readonly Break[] {
  if (column.year === "") return [];
  const breaks = breaksMarked(state.edited.shown, state.company, line);
  return breaks.length === 0 ? [] : breaksBefore(breaks, column.span, spanBefore(state, column));
}

/** On which side of a column what was before it stands. */
export const sideBefore = ({ sheet }: WindowState): "left" | "right" => (sheet.newest === "left" ? "right" : "left");

/** The marks of a header, each with what it says on hover and to a screen reader. */
export function headerMarks(state: WindowState, column: GridColumn): readonly HTMLElement[] {
  const marks: HTMLElement[] = [];
  const breaks = breaksAt(state, column, null);
  if (breaks.length > 0) {
    const text = breaks.map((row) => breakText(state, row)).join("\n");
    marks.push(mark(`break-mark is-${sideBefore(state)}`, text, "M7 1 3 13M11 1 7 13"));
  }
  const lock = column.year === "" ? "" : lockHint(state, column.span);
  if (lock !== "") marks.push(mark("lock-mark", lock, "M3 6.5h8v6H3zM4.8 6.5V4.6a2.2 2.2 0 0 1 4.4 0v1.9"));
  return marks;
}

const SVG = "http://www.w3.org/2000/svg";

function mark(className: string, text: string, drawing: string): HTMLElement {
  const root = document.createElement("span");
  root.className = className;
  root.role = "img";
  root.ariaLabel = text;
  root.title = text;
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("viewBox", "0 0 14 14");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", drawing);
  picture.append(path);
  root.append(picture);
  return root;
}
