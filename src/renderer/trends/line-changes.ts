/** Lines of a chart being changed: which axis they fit, and how one more is drawn. */
import type { DrawnAxis, DrawnLine, Transform } from "#core/charts/drawing.ts";
import { isStackable } from "#core/charts/stacks.ts";
import { unitOf } from "#core/units.ts";
import { unitIn } from "../state/figure-text.ts";
import { findLine, type WindowState } from "../state/window-state.ts";

/** What a line is measured in as it is drawn. */
function unitOfDrawn(state: WindowState, { line: id, as, transform }: DrawnLine): string {
  const unit = unitIn(state, id);
  const line = findLine(state, id);
  const isStretched = as === "share" && (line === undefined || isStackable(line, transform));
  if (isStretched || transform === "share") return "%";
  if (transform === "value") return unit;
  return unitOf(unit).kind === "percent" ? "percentage points" : "%";
}

/** The axis that has this unit already, else one that is free, else the line's own. */
function axisWith(state: WindowState, others: readonly DrawnLine[], unit: string, own: DrawnAxis): DrawnAxis {
  const unitsOn = (axis: DrawnAxis): string[] =>
    others.filter((other) => other.axis === axis).map((other) => unitOfDrawn(state, other));
  const axes: readonly DrawnAxis[] = own === "left" ? ["left", "right"] : ["right", "left"];
  return axes.find((axis) => unitsOn(axis).includes(unit)) ?? axes.find((axis) => unitsOn(axis).length === 0) ?? own;
}

/** Where a line of a chart fits once it shows something else. */
export function axisFor(
  state: WindowState,
  lines: readonly DrawnLine[],
  index: number,
  transform: Transform,
): DrawnAxis {
  const line = lines[index];
  if (line === undefined) return "left";
  return axisWith(state, lines.toSpliced(index, 1), unitOfDrawn(state, { ...line, transform }), line.axis);
}

/** One more line, drawn as others like it are: amounts as bars, ratios as lines. */
export function addedLine(state: WindowState, lines: readonly DrawnLine[], id: string): DrawnLine {
  const isRatio = findLine(state, id)?.kind === "ratio";
  const unit = unitIn(state, id);
  const like = lines.find((line) => line.transform === "value" && unitIn(state, line.line) === unit);
  const as = like?.as ?? (isRatio ? "line" : "bar");
  const own: DrawnAxis = unitOf(unit).kind === "percent" ? "right" : "left";
  return { line: id, as, axis: like?.axis ?? axisWith(state, lines, unit, own), transform: "value" };
}
