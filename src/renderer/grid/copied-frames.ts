/** Draws a quiet frame around what was copied, in the layer that the selection is drawn in. */
import type { GridApi } from "ag-grid-community";
import { gridPlanIn, type GridRow } from "../state/grid-plan.ts";
import { boxesOf } from "../state/selection.ts";
import type { WindowState } from "../state/window-state.ts";
import { makeGeometry } from "./selection-geometry.ts";
import "./copied-frames.css";

export interface CopiedFrames {
  /** To be called when what was copied, or where it stands, has changed. */
  draw(): void;
}

export function makeCopiedFrames(root: HTMLElement, api: GridApi<GridRow>, read: () => WindowState): CopiedFrames {
  const geometry = makeGeometry(root, api, () => gridPlanIn(read()));
  let frames: HTMLElement[] = [];

  const draw = (): void => {
    const state = read();
    for (const frame of frames) frame.remove();
    frames = boxesOf(gridPlanIn(state), state.copied).map((box) => {
      const { left, top, right, bottom } = geometry.rectangleOf(box);
      const frame = document.createElement("div");
      frame.className = "copied-frame";
      frame.setAttribute("aria-hidden", "true");
      frame.style.left = `${left}px`;
      frame.style.top = `${top}px`;
      frame.style.width = `${right - left}px`;
      frame.style.height = `${bottom - top}px`;
      return frame;
    });
    geometry.content.append(...frames);
  };

  for (const event of ["columnResized", "displayedColumnsChanged", "modelUpdated", "gridSizeChanged"] as const) {
    api.addEventListener(event, draw);
  }
  return { draw };
}
