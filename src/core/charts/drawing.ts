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
/** Quarters, halves, years, twelve months, year to date; or the four quarters, each of all years beside one another. */
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
  /** `all`: wherever the company has figures; `last`: so many quarters up to the newest; else between two boundaries. */
  readonly range: "all" | { readonly last: number } | { readonly from: number; readonly to: number };
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
    range: range === "all" ? range : "last" in range ? { last: range.last } : { from: range.from, to: range.to },
  });

/** Reads a drawing. Strict: a key too many or too few is a problem. Never throws; ids of lines are taken as they are. */
export function readDrawing(text: string): { readonly drawing: Drawing } | { readonly problem: DrawingProblem } {
  const read = readJson(text, (data) => drawingIn(data, ""));
  return "problem" in read ? read : { drawing: read.read };
}

/** A drawing that stands in other data. @throws Refusal */
export function drawingIn(data: unknown, at: string): Drawing {
  const whole = record(data, at, ["lines", "spans", "range"]);
  const { lines } = whole;
  const of = (key: string): string => pathOf(at, key);
  if (!Array.isArray(lines)) throw new Refusal("bad-value", of("lines"));
  if (lines.length === 0) throw new Refusal("no-lines", of("lines"));
  if (lines.length > MOST_LINES) throw new Refusal("too-many-lines", of("lines"));
  return {
    lines: lines.map((line: unknown, index) => readLine(line, of(`lines[${index}]`))),
    spans: word(whole["spans"], of("spans"), DRAWN_SPANS),
    range: readRange(whole["range"], of("range")),
  };
}

/** What a reader makes of a JSON text, or the problem that it refused it for. */
export function readJson<Read>(
  text: string,
  reader: (data: unknown) => Read,
): { readonly read: Read } | { readonly problem: DrawingProblem } {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { problem: { code: "not-json", at: "" } };
  }
  try {
    return { read: reader(data) };
  } catch (error) {
    if (error instanceof Refusal) return { problem: error.problem };
    throw error;
  }
}

/** Carries a problem out of the descent; never leaves this folder. */
export class Refusal extends Error {
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

function readRange(data: unknown, at: string): Drawing["range"] {
  if (data === "all") return "all";
  if (typeof data === "object" && data !== null && "last" in data) {
    const { last } = record(data, at, ["last"]);
    return { last: whole(last, at, 1, LONGEST) };
  }
  const { from, to } = record(data, at, ["from", "to"]);
  const start = whole(from, at, -Infinity, Infinity);
  return { from: start, to: whole(to, at, start + 1, start + LONGEST) };
}

/** A whole number between two others. */
export function whole(data: unknown, at: string, least: number, most: number): number {
  if (typeof data !== "number" || !Number.isSafeInteger(data) || data < least || data > most)
    throw new Refusal("bad-value", at);
  return data;
}

const pathOf = (at: string, key: string): string => (at === "" ? key : `${at}.${key}`);

/** An object with these keys and no others. */
export function record(data: unknown, at: string, keys: readonly string[]): Readonly<Record<string, unknown>> {
  if (typeof data !== "object" || data === null || Array.isArray(data)) throw new Refusal("not-an-object", at);
  const entries = Object.entries(data);
  for (const [key] of entries) if (!keys.includes(key)) throw new Refusal("unknown-key", pathOf(at, key));
  for (const key of keys) if (!Object.hasOwn(data, key)) throw new Refusal("missing-key", pathOf(at, key));
  return Object.fromEntries(entries);
}

function word<Word extends string>(data: unknown, at: string, words: readonly Word[]): Word {
  const known = words.find((one) => one === data);
  if (known === undefined) throw new Refusal("bad-value", at);
  return known;
}
