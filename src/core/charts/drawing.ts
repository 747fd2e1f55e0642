/**
 * What a saved chart draws, as data, and its JSON: which lines, how, over which time. Written by
 * {@link writeDrawing}, read back by {@link readDrawing}.
 */

export const DRAWN_AS = ["bar", "line", "stacked", "share"] as const;
/** `stacked`: bars on top of one another; `share`: the same, stretched to a hundred percent. */
export type DrawnAs = (typeof DRAWN_AS)[number];

export const TRANSFORMS = ["value", "yoy", "qoq", "share"] as const;
/** The figure, its growth on the year or the quarter, its share of total revenues. */
export type Transform = (typeof TRANSFORMS)[number];

export const DRAWN_SPANS = ["Q", "H", "FY", "LTM", "YTD", "same-quarter"] as const;
/** Quarters, halves, years, twelve months, year to date, or one quarter of every year. */
export type DrawnSpans = (typeof DRAWN_SPANS)[number];

export const AXES = ["left", "right"] as const;
export type DrawnAxis = (typeof AXES)[number];

export interface DrawnLine {
  readonly line: string;
  readonly as: DrawnAs;
  readonly axis: DrawnAxis;
  readonly transform: Transform;
}

export interface Drawing {
  /** In the order in which they are stacked and named; at least one. */
  readonly lines: readonly DrawnLine[];
  readonly spans: DrawnSpans;
  /** Boundaries between which it is drawn; `all`: wherever the company has figures. */
  readonly range: "all" | { readonly from: number; readonly to: number };
}

/** Why a text is no drawing, and where in it: `lines[2].as`. */
export interface DrawingProblem {
  readonly code:
    | "not-json"
    | "not-an-object"
    | "unknown-key"
    | "missing-key"
    | "bad-value"
    | "no-lines"
    | "too-many-lines";
  readonly at: string;
}

/** More lines than anybody can tell apart in one chart; the limit keeps a foreign book from drawing for ever. */
export const MOST_LINES = 24;
/** A longer stretch than any listed company has reported: two hundred and fifty years of quarters. */
const LONGEST = 1000;

export const writeDrawing = ({ lines, spans, range }: Drawing): string =>
  JSON.stringify({
    lines: lines.map(({ line, as, axis, transform }) => ({ line, as, axis, transform })),
    spans,
    range: range === "all" ? range : { from: range.from, to: range.to },
  });

/** Reads a drawing. Strict: a key too many or too few is a problem. Never throws; ids of lines are taken as they are. */
export function readDrawing(text: string): { readonly drawing: Drawing } | { readonly problem: DrawingProblem } {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { problem: { code: "not-json", at: "" } };
  }
  try {
    const whole = record(data, "", ["lines", "spans", "range"]);
    const { lines } = whole;
    if (!Array.isArray(lines)) throw new Refusal("bad-value", "lines");
    if (lines.length === 0) throw new Refusal("no-lines", "lines");
    if (lines.length > MOST_LINES) throw new Refusal("too-many-lines", "lines");
    return {
      drawing: {
        lines: lines.map((line: unknown, at) => readLine(line, `lines[${at}]`)),
        spans: word(whole["spans"], "spans", DRAWN_SPANS),
        range: readRange(whole["range"]),
      },
    };
  } catch (error) {
    if (error instanceof Refusal) return { problem: error.problem };
    throw error;
  }
}

/** Carries a problem out of the descent; never leaves this file. */
class Refusal extends Error {
  readonly problem: DrawingProblem;
  constructor(code: DrawingProblem["code"], at: string) {
    super(code);
    this.problem = { code, at };
  }
}

function readLine(data: unknown, at: string): DrawnLine {
  const { line, as, axis, transform } = record(data, at, ["line", "as", "axis", "transform"]);
  if (typeof line !== "string" || line === "") throw new Refusal("bad-value", `${at}.line`);
  return {
    line,
    as: word(as, `${at}.as`, DRAWN_AS),
    axis: word(axis, `${at}.axis`, AXES),
    transform: word(transform, `${at}.transform`, TRANSFORMS),
  };
}

function readRange(data: unknown): Drawing["range"] {
  if (data === "all") return "all";
  const { from, to } = record(data, "range", ["from", "to"]);
  const isRange =
    typeof from === "number" && typeof to === "number" && Number.isSafeInteger(from) && Number.isSafeInteger(to);
  if (!isRange || to <= from || to - from > LONGEST) throw new Refusal("bad-value", "range");
  return { from, to };
}

/** An object with these keys and no others. */
function record(data: unknown, at: string, keys: readonly string[]): Readonly<Record<string, unknown>> {
  if (typeof data !== "object" || data === null || Array.isArray(data)) throw new Refusal("not-an-object", at);
  const path = (key: string): string => (at === "" ? key : `${at}.${key}`);
  const entries = Object.entries(data);
  for (const [key] of entries) if (!keys.includes(key)) throw new Refusal("unknown-key", path(key));
  for (const key of keys) if (!Object.hasOwn(data, key)) throw new Refusal("missing-key", path(key));
  return Object.fromEntries(entries);
}

function word<Word extends string>(data: unknown, at: string, words: readonly Word[]): Word {
  const known = words.find((one) => one === data);
  if (known === undefined) throw new Refusal("bad-value", at);
  return known;
}
