/**
 * How deep cells may be worked out one within the other before the deepest is put off: it is then
 * worked out first, from the top, and what needed it is begun anew. So a chain of formulas may be
 * as long as it likes, and no answer depends on where it was entered.
 */
import type { CellMachine } from "#core/figures/machine.ts";
import { isSameCell } from "#core/figures/machine.ts";

/**
 * Levels of formulas under way at once, counted by their nesting. A level takes up to half a
 * kilobyte of a stack of one megabyte, of which the caller has used some.
 */
const DEEPEST = 600;

/** Whether a cell whose formula is nested that high has to wait until those around it have let go. */
export const isTooDeep = (depth: number, height: number): boolean => depth > 0 && depth + height > DEEPEST;

/** Works out the cell that was put off, so that what needed it can be begun anew. */
export function settle(machine: CellMachine): void {
  const { putOff } = machine;
  machine.putOff = null;
  if (putOff === null) return;
  workOff(
    putOff,
    isSameCell,
    ({ side, line, end, length }) => side.attempt(line, end, length),
    ({ side, line, end, length }) => side.giveUp(line, end, length),
  );
  machine.putOff = null;
}

/**
 * Works out what was put off, and what that puts off in turn.
 * @param work tells what it had to put off, or null when done
 * @param stop is told of one that cannot be done before itself: a circle too long to be seen whole
 */
export function workOff<Cell>(
  first: Cell,
  isSame: (a: Cell, b: Cell) => boolean,
  work: (cell: Cell) => Cell | null,
  stop: (cell: Cell) => void,
): void {
  const waiting = [first];
  for (let top = waiting.at(-1); top !== undefined; top = waiting.at(-1)) {
    const put = work(top);
    if (put === null) waiting.pop();
    else if (waiting.some((cell) => isSame(cell, put))) stop(put);
    else waiting.push(put);
  }
}
