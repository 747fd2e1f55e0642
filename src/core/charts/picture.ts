/**
 * A chart as it is kept: a trend of lines over time, or the bridge from one span's result to another's, and
 * what is written into it. As JSON in `SavedChart.drawing`: written by {@link writePicture}, read by {@link readPicture}.
 */
import type { Span } from "#core/timeline.ts";
import { drawingIn, readJson, record, Refusal, whole, writeDrawing } from "./drawing.ts";
import type { Drawing, DrawingProblem } from "./drawing.ts";

export interface TrendPicture {
  readonly kind: "trend";
  readonly drawing: Drawing;
  /** Whether the figures stand beside what is drawn of them. */
  readonly labels: boolean;
  /** Whether events and notes stand on the time axis. */
  readonly marks: boolean;
}

export interface BridgePicture {
  readonly kind: "bridge";
  /** The result, a plain sum of lines. */
  readonly line: string;
  readonly from: Span;
  readonly to: Span;
  readonly labels: boolean;
}

export type Picture = TrendPicture | BridgePicture;

export const writePicture = (picture: Picture): string =>
  picture.kind === "trend"
    ? // The drawing's own writer leaves out whatever else an object may carry.
      `{"trend":${writeDrawing(picture.drawing)},"labels":${picture.labels},"marks":${picture.marks}}`
    : JSON.stringify({
        bridge: {
          line: picture.line,
          from: { start: picture.from.start, length: picture.from.length },
          to: { start: picture.to.start, length: picture.to.length },
        },
        labels: picture.labels,
      });

/** Reads a kept chart. Strict, as `readDrawing`. Never throws; ids of lines are taken as they are. */
export function readPicture(text: string): { readonly picture: Picture } | { readonly problem: DrawingProblem } {
  const read = readJson(text, pictureIn);
  return "problem" in read ? read : { picture: read.read };
}

function pictureIn(data: unknown): Picture {
  if (typeof data === "object" && data !== null && "bridge" in data) {
    const { bridge, labels } = record(data, "", ["bridge", "labels"]);
    const { line, from, to } = record(bridge, "bridge", ["line", "from", "to"]);
    if (typeof line !== "string" || line === "") throw new Refusal("bad-value", "bridge.line");
    return {
      kind: "bridge",
      line,
      from: spanIn(from, "bridge.from"),
      to: spanIn(to, "bridge.to"),
      labels: yesOrNo(labels, "labels"),
    };
  }
  const { trend, labels, marks } = record(data, "", ["trend", "labels", "marks"]);
  return {
    kind: "trend",
    drawing: drawingIn(trend, "trend"),
    labels: yesOrNo(labels, "labels"),
    marks: yesOrNo(marks, "marks"),
  };
}

/** A stretch of one to four quarters, as a page has it. */
function spanIn(data: unknown, at: string): Span {
  const { start, length } = record(data, at, ["start", "length"]);
  return { start: whole(start, `${at}.start`, -Infinity, Infinity), length: whole(length, `${at}.length`, 1, 4) };
}

function yesOrNo(data: unknown, at: string): boolean {
  if (typeof data !== "boolean") throw new Refusal("bad-value", at);
  return data;
}

export const samePicture = (a: Picture, b: Picture): boolean => writePicture(a) === writePicture(b);
