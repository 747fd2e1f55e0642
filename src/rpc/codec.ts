/**
 * Text ↔ JSON values, in both directions by the same rule: what JSON would change silently is
 * refused. A missing member, a NaN or a minus zero that arrives as something else would be a wrong
 * figure on a screen, so it is an error where it was made.
 */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A value that does not survive JSON, or a text that is not JSON. Names the member at fault. */
export class NotJson extends TypeError {
  override readonly name = "NotJson";
}

/** Deeper than any answer here by far, and shallow enough that no text can exhaust the stack. */
const DEEPEST = 64;

/** Refused as a key: a receiver that copies members one by one would set a prototype instead. */
const FORBIDDEN_KEY = "__proto__";

/** A value as text. Throws {@link NotJson} for anything but plain JSON values. */
export function encode(value: unknown): string {
  refuseFlaws(value);
  return JSON.stringify(value);
}

/** A text as a value. Throws {@link NotJson} for broken JSON and for what {@link encode} would not have written. */
export function decode(text: string): Json {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new NotJson("The text is not JSON.");
  }
  refuseFlaws(value);
  return value as Json;
}

function refuseFlaws(value: unknown): void {
  const flaw = findFlaw(value, 0);
  if (flaw !== null) throw new NotJson(`value${flaw.where} ${flaw.what}`);
}

interface Flaw {
  readonly where: string;
  readonly what: string;
}

/** The path is put together on the way out, so that a sound value costs no string. */
function findFlaw(value: unknown, depth: number): Flaw | null {
  switch (typeof value) {
    case "string":
    case "boolean":
      return null;
    case "number":
      if (!Number.isFinite(value)) return { where: "", what: `is ${value}; JSON would make it null` };
      return Object.is(value, -0) ? { where: "", what: "is -0; JSON would make it 0" } : null;
    case "object":
      if (value === null) return null;
      if (depth === DEEPEST) return { where: "", what: `lies deeper than ${DEEPEST} levels` };
      return Array.isArray(value) ? findFlawInArray(value, depth) : findFlawInObject(value, depth);
    case "undefined":
      return { where: "", what: "is undefined; JSON would drop it" };
    default:
      return { where: "", what: `is a ${typeof value}` };
  }
}

function findFlawInArray(array: readonly unknown[], depth: number): Flaw | null {
  // A hole reads as undefined and is refused as one.
  for (let index = 0; index < array.length; index++) {
    const flaw = findFlaw(array[index], depth + 1);
    if (flaw !== null) return { where: `[${index}]${flaw.where}`, what: flaw.what };
  }
  if (Object.keys(array).length !== array.length) return { where: "", what: "is an array with named members" };
  return null;
}

function findFlawInObject(object: object, depth: number): Flaw | null {
  const prototype: object | null = Object.getPrototypeOf(object);
  if (prototype !== null && prototype !== Object.prototype && !isForeignObjectPrototype(prototype)) {
    return { where: "", what: `is a ${object.constructor?.name ?? "class instance"}, not a plain object` };
  }
  const entries = Object.entries(object);
  if (Reflect.ownKeys(object).length !== entries.length) {
    return { where: "", what: "has a member that JSON would skip, hidden or named by a symbol" };
  }
  for (const [key, member] of entries) {
    if (key === FORBIDDEN_KEY) return { where: "", what: `has a member named ${FORBIDDEN_KEY}` };
    const flaw = findFlaw(member, depth + 1);
    if (flaw !== null) return { where: `.${key}${flaw.where}`, what: flaw.what };
  }
  return null;
}

/** Plain objects from another realm (a test's sandbox, a frame) have another realm's Object.prototype. */
function isForeignObjectPrototype(prototype: object): boolean {
  return Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, "isPrototypeOf");
}
