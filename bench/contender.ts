/** What every contender of the calculation bench can do, and what is asked of it. */
import type { Size } from "./model.ts";
import { GROUP } from "./model.ts";

/** One way to calculate the company. Sums are of every computed cell, so that nothing is optimised away. */
export interface Contender {
  readonly name: string;
  /** From the inputs to every computed cell. */
  load(): number;
  /** Every computed cell anew, inputs in place. */
  recalculate(): number;
  /** One input changed and its dependents read: the sum of those. */
  edit(value: number): number;
}

/** The input that is edited, and when: in the middle of everything, not in revenue. */
export const EDITED = { input: GROUP + GROUP / 2, quarter: (size: Size) => Math.floor(size.quarters / 2) } as const;
