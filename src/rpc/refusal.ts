/** A refusal as it crosses a wire: a code for machines and the values its sentence needs. Never a text. */
export interface Refusal {
  readonly code: string;
  readonly particulars: Readonly<Record<string, string>>;
}

/** The asking side's error: the other side refused, or the wire was lost before it answered. */
export class Refused extends Error implements Refusal {
  override readonly name = "Refused";
  readonly code: string;
  readonly particulars: Readonly<Record<string, string>>;

  constructor(code: string, particulars: Readonly<Record<string, string>> = {}) {
    super(code);
    this.code = code;
    this.particulars = particulars;
  }
}

/** The code of every ask that was pending, or made, when no more text could pass. */
export const CONNECTION_LOST = "connection-lost";
/** The code of everything that is a bug: its text stays on the side where it happened. */
export const INTERNAL = "internal";
/** The code of a method that the table does not have. */
export const NO_SUCH_METHOD = "no-such-method";

/**
 * The refusal in a thrown error, told by its shape: a code and particulars that are all text.
 * Null for everything else; an operating system's error has a code but no particulars.
 */
export function refusalIn(error: unknown): Refusal | null {
  if (!(error instanceof Error) || !("code" in error) || !("particulars" in error)) return null;
  const { code, particulars } = error;
  if (typeof code !== "string" || !isRecordOfText(particulars)) return null;
  return { code, particulars: { ...particulars } };
}

export function isRecordOfText(value: unknown): value is Readonly<Record<string, string>> {
  return typeof value === "object" && value !== null && Object.values(value).every((each) => typeof each === "string");
}
