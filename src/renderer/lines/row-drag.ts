/** Dragging a line by its handle to another place: between two others, or onto one to stand under it. */
import type { GridApi } from "ag-grid-community";
import type { LineSpot } from "#core/line-plans.ts";
import type { GridRow } from "../state/grid-plan.ts";
import type { RowInView } from "../state/rows-in-view.ts";

/** Where a dragged line would land: beside a row's edge, or on the row. */
export interface Landing {
  readonly spot: LineSpot;
  readonly row: string;
  readonly side: "above" | "below" | "on";
  /** How deep it would stand. */
  readonly depth: number;
}

/** The upper and the lower part of a row stand for the gaps above and below it; the middle for the row itself. */
const EDGE_SHARE = 0.3;

type LineInView = Extract<RowInView, { readonly kind: "line" }>;

/**
 * Where a line lands that is let go over a row.
 * @param share how far down the row the pointer is, from 0 to 1
 */
export function landingOn(rows: readonly GridRow[], id: string, share: number): Landing | null {
  const row = rows.find((each) => each.id === id);
  if (row === undefined || row.kind === "year") return null;
  if (row.kind === "section") {
    const section = row.id.slice("section:".length);
    const first = rows.find((each) => isTopOf(each, section));
    return { spot: { section, parent: null, before: first?.id ?? null }, row: id, side: "below", depth: 0 };
  }
  const { section } = row.line;
  const beside = (before: string | null, side: Landing["side"]): Landing => ({
    spot: { section, parent: row.parent, before },
    row: id,
    side,
    depth: row.depth,
  });
  if (share < EDGE_SHARE) return beside(row.id, "above");
  const firstChild = rows[rows.indexOf(row) + 1];
  const opensBelow = firstChild?.kind === "line" && firstChild.parent === row.id;
  if (share <= 1 - EDGE_SHARE)
    return { spot: { section, parent: row.id, before: null }, row: id, side: "on", depth: row.depth + 1 };
  // Below an open line comes what stands under it.
  if (opensBelow)
    return { ...beside(null, "below"), spot: { section, parent: row.id, before: firstChild.id }, depth: row.depth + 1 };
  return beside(nextSibling(rows, row), "below");
}

const isTopOf = (row: GridRow, section: string): boolean =>
  row.kind === "line" && row.parent === null && row.line.section === section;

function nextSibling(rows: readonly GridRow[], row: LineInView): string | null {
  const siblings = rows.filter(
    (each): each is LineInView =>
      each.kind === "line" && each.parent === row.parent && each.line.section === row.line.section,
  );
  return siblings[siblings.indexOf(row) + 1]?.id ?? null;
}

export interface RowDragHost {
  readonly element: HTMLElement;
  readonly api: GridApi<GridRow>;
  readonly rows: () => readonly GridRow[];
  /** Whether lines can be moved now; where not, it says why. */
  readonly canMove: () => boolean;
  /** Whether a line can land there. */
  readonly canLand: (line: string, spot: LineSpot) => boolean;
  readonly drop: (line: string, spot: LineSpot) => void;
}

/** Pointer travel that is a drag and no click. */
const DRAG_PX = 4;
/** As near to the edge of the rows as this, the next row comes into sight. */
const NEAR_EDGE_PX = 14;

/** @returns stops listening */
export function listenToRowDrag(host: RowDragHost): () => void {
  const { element, api } = host;
  const stop = new AbortController();
  const mark = document.createElement("div");
  mark.className = "drop-mark";
  mark.hidden = true;
  mark.setAttribute("aria-hidden", "true");
  element.append(mark);

  const onPress = (press: PointerEvent): void => {
    const handle = press.target instanceof Element ? press.target.closest(".row-handle") : null;
    const line = handle?.closest(".ag-row")?.getAttribute("row-id");
    if (handle === null || line == null || press.button !== 0) return;
    press.preventDefault();
    press.stopPropagation();
    if (!host.canMove()) return;
    const drag = new AbortController();
    let landing: Landing | null = null;
    let isDragging = false;

    const row = handle.closest(".ag-row");
    const end = (): void => {
      drag.abort();
      element.classList.remove("is-dragging-row");
      row?.classList.remove("is-dragged");
      mark.hidden = true;
    };
    const move = ({ clientX, clientY }: PointerEvent): void => {
      isDragging ||= Math.hypot(clientX - press.clientX, clientY - press.clientY) >= DRAG_PX;
      if (!isDragging) return;
      element.classList.add("is-dragging-row");
      row?.classList.add("is-dragged");
      landing = landingAt(clientY, line);
      draw(landing);
    };
    const signal = drag.signal;
    window.addEventListener("pointermove", move, { signal });
    window.addEventListener("pointercancel", end, { signal });
    window.addEventListener(
      "pointerup",
      () => {
        end();
        if (landing !== null) host.drop(line, landing.spot);
      },
      { signal },
    );
    window.addEventListener(
      "keydown",
      (event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        event.stopPropagation();
        end();
      },
      { signal, capture: true },
    );
  };

  const rowElementAt = (y: number): Element | null => {
    const { left } = element.getBoundingClientRect();
    const found = document.elementsFromPoint(left + 30, y).find((each) => each.closest(".ag-row") !== null);
    return found?.closest(".ag-row") ?? null;
  };

  function landingAt(y: number, line: string): Landing | null {
    const row = rowElementAt(y);
    const id = row?.getAttribute("row-id");
    if (row === null || id == null) return null;
    showNext(y, id);
    const { top, height } = row.getBoundingClientRect();
    const found = landingOn(host.rows(), id, (y - top) / height);
    return found !== null && host.canLand(line, found.spot) ? found : null;
  }

  /** At the edge the rows come along. */
  function showNext(y: number, id: string): void {
    const index = host.rows().findIndex((row) => row.id === id);
    const { top, bottom } = element.getBoundingClientRect();
    const header = element.querySelector(".ag-header")?.getBoundingClientRect().bottom ?? top;
    const step = y < header + NEAR_EDGE_PX ? -1 : y > bottom - NEAR_EDGE_PX * 2 ? 1 : 0;
    if (step !== 0 && host.rows()[index + step] !== undefined) api.ensureIndexVisible(index + step);
  }

  function draw(found: Landing | null): void {
    const row = found === null ? null : element.querySelector(`.ag-row[row-id="${CSS.escape(found.row)}"]`);
    mark.hidden = row === null;
    if (row === null || found === null) return;
    const box = row.getBoundingClientRect();
    const origin = element.getBoundingClientRect();
    const label = element.querySelector(".label-cell")?.getBoundingClientRect();
    mark.dataset["side"] = found.side;
    mark.style.left = `${(label?.left ?? origin.left) - origin.left + indentPx(found)}px`;
    mark.style.width = `${(label?.width ?? 0) - indentPx(found)}px`;
    mark.style.top = `${(found.side === "below" ? box.bottom : box.top) - origin.top}px`;
    mark.style.height = found.side === "on" ? `${box.height}px` : "";
  }

  element.addEventListener("pointerdown", onPress, { capture: true, signal: stop.signal });
  return () => {
    stop.abort();
    mark.remove();
  };
}

/** As labels are indented, so that the mark says how deep the line would stand. */
const indentPx = ({ side, depth }: Landing): number => (side === "on" ? 0 : 10 + depth * 14);
