/** Changes of lines as a person asks for them: planned, stored, and the line in hand shown again. */
import { consequencesOfLine } from "#core/line-consequences.ts";
import { planMoveLine, planTakeOut, spotBeside, type LinePlan, type LineSpot } from "#core/line-plans.ts";
import type { Actions } from "../state/actions.ts";
import { findLine, type WindowState } from "../state/window-state.ts";
import { lineInHand } from "./sheet-rows.ts";

/** False where it was refused, which is told. True also where there was nothing to do. */
export const changeLines = async (actions: Actions, plan: LinePlan | null): Promise<boolean> =>
  plan === null || plan.changes.length === 0 || actions.changeRows(plan.changes, plan.deed);

/** Moves a line; where figures elsewhere would change with it, it asks first. */
export function moveLine(actions: Actions, { edited, company }: WindowState, line: string, spot: LineSpot): void {
  const plan = planMoveLine(edited.shown, company, line, spot);
  if (plan === null) return;
  if (effectsOfMove(edited.shown, line, plan, spot).length > 0) actions.show({ kind: "move-line", line, spot });
  else void changeLines(actions, plan);
}

/** What a move to another parent or section brings besides. */
export function effectsOfMove(
  book: WindowState["edited"]["shown"],
  id: string,
  { changes }: LinePlan,
  { section, parent }: LineSpot,
) {
  const line = book.lines.find((each) => each.id === id);
  const isElsewhere = changes.some((change) => change.in === "lines" && change.before?.id === id);
  return line === undefined || !isElsewhere ? [] : consequencesOfLine(book, id, { ...line, section, parent }).effects;
}

/** Where a step among the siblings leads for the line in hand; null: nowhere. */
export function stepOf(state: WindowState, step: -1 | 1): { readonly line: string; readonly spot: LineSpot } | null {
  const line = lineInHand(state);
  const spot = line === null ? null : spotBeside(state.edited.shown, state.company, line, step);
  return line === null || spot === null ? null : { line, spot };
}

export const takeOut = (actions: Actions, state: WindowState, line: string): void =>
  void changeLines(actions, planTakeOut(state.edited.shown, state.company, line));

/** How many companies use a line. */
export const usesOf = ({ edited }: WindowState, line: string): number =>
  edited.shown.companyLines.filter((use) => use.line === line).length;

export const hasLine = (state: WindowState): boolean => {
  const line = lineInHand(state);
  return line !== null && findLine(state, line) !== undefined;
};
