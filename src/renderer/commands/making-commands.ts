/** What a book is made of: books, companies, sources, claims, restatements, breaks, locks; and what of it is shown. */
import { BASES, type Fact } from "#core/book.ts";
import { planStepCompany } from "#core/company-plans.ts";
import { lockOn } from "#core/lock-rules.ts";
import { planRestatedMark } from "#core/restatement-plans.ts";
import type { RowPlan } from "#core/row-plans.ts";
import { endOf } from "#core/timeline.ts";
import { selectedCheckIn } from "../checks/findings.ts";
import type { MakingDialog } from "../making/making-dialog.ts";
import { affiliateInView } from "../sources/sources-in-view.ts";
import type { Actions } from "../state/actions.ts";
import { canEdit, figuresIn, findLine, type WindowState } from "../state/window-state.ts";
import type { Command } from "./command.ts";

/** The figure in force of the cell in hand; null where it has none of its own. */
function factInHand(state: WindowState): Fact | null {
  const { focused } = state;
  if (state.view !== "results" || focused === null || findLine(state, focused.line) === undefined) return null;
  return figuresIn(state).reportedAt(focused.line, focused.span);
}

/** The end of the quarter that the cell in hand ends with, and whether that quarter is locked. */
function quarterInHand(state: WindowState): { readonly boundary: number; readonly isLocked: boolean } | null {
  const { focused, edited, company } = state;
  if (state.view !== "results" || focused === null) return null;
  return {
    boundary: endOf(focused.span),
    isLocked: lockOn(edited.shown.locks, company, focused.span) !== null,
  };
}

const change = (actions: Actions, plan: RowPlan | null): void => {
  if (plan !== null) void actions.changeRows(plan.changes, plan.deed);
};

/** A command that opens a dialog. */
const opening = (
  id: string,
  group: Command["group"],
  name: Command["name"],
  dialogOf: (state: WindowState) => MakingDialog | null,
): Command => ({
  id,
  group,
  name,
  keys: [],
  where: "anywhere",
  isOffered: (state) => canEdit(state) && dialogOf(state) !== null,
  run(actions, state) {
    const dialog = dialogOf(state);
    if (dialog !== null) actions.show(dialog);
  },
});

const stepping = (step: -1 | 1): Command => ({
  id: step === -1 ? "company-up" : "company-down",
  group: "file",
  name: ({ making }) => (step === -1 ? making.company.up : making.company.down),
  keys: [],
  where: "anywhere",
  isOffered: (state) => canEdit(state) && planStepCompany(state.edited.shown, state.company, step) !== null,
  run: (actions, state) => change(actions, planStepCompany(state.edited.shown, state.company, step)),
});

export const MAKING_COMMANDS: readonly Command[] = [
  {
    id: "new-book",
    group: "file",
    name: ({ making }) => making.book.add,
    keys: [],
    where: "anywhere",
    isOffered: ({ isConnected }) => isConnected,
    run: (actions) => actions.show({ kind: "new-book" }),
  },
  opening(
    "add-company",
    "file",
    ({ making }) => making.company.add,
    () => ({ kind: "company", company: null }),
  ),
  opening(
    "edit-company",
    "file",
    ({ making }) => making.company.edit,
    ({ company }) => ({ kind: "company", company }),
  ),
  stepping(-1),
  stepping(1),
  opening(
    "remove-company",
    "file",
    ({ making }) => making.company.remove,
    ({ company, edited }) => (edited.shown.companies.length > 1 ? { kind: "remove-company", company } : null),
  ),
  opening(
    "add-source",
    "edit",
    ({ making }) => making.goesTo.add,
    () => ({ kind: "source", source: null }),
  ),
  opening(
    "add-claim",
    "edit",
    ({ sources }) => sources.add.claim,
    () => ({ kind: "claim", claim: null }),
  ),
  opening(
    "edit-claim",
    "edit",
    ({ making }) => making.claim.editCommand,
    (state) => {
      const statement = state.view === "checks" ? (selectedCheckIn(state)?.statement ?? null) : null;
      return statement === null ? null : { kind: "claim", claim: statement.id };
    },
  ),
  opening(
    "restate",
    "edit",
    ({ making }) => making.restate.enter,
    (state) =>
      factInHand(state) === null || state.focused === null ? null : { kind: "restate", place: state.focused },
  ),
  {
    id: "mark-restated",
    group: "edit",
    name: ({ making }) => making.restate.mark,
    keys: [],
    where: "grid",
    isOffered: (state) => canEdit(state) && factInHand(state) !== null,
    run(actions, state) {
      const fact = factInHand(state);
      if (fact !== null) change(actions, planRestatedMark(fact));
    },
  },
  opening(
    "break",
    "columns",
    ({ making }) => making.breaks.add,
    ({ view, focused }) =>
      view !== "results" || focused === null
        ? null
        : { kind: "break", id: null, line: focused.line, boundary: focused.span.start },
  ),
  opening(
    "lock",
    "columns",
    ({ making }) => making.locks.lock,
    (state) => {
      const quarter = quarterInHand(state);
      return quarter === null || quarter.isLocked ? null : { kind: "lock", boundary: quarter.boundary };
    },
  ),
  opening(
    "unlock",
    "columns",
    ({ making }) => making.locks.unlock,
    (state) => {
      const quarter = quarterInHand(state);
      return quarter?.isLocked === true ? { kind: "lock", boundary: quarter.boundary } : null;
    },
  ),
  opening(
    "add-comment",
    "edit",
    ({ sources }) => sources.add.comment,
    () => ({ kind: "comment", note: null }),
  ),
  opening(
    "add-event",
    "edit",
    ({ sources }) => sources.add.event,
    () => ({ kind: "event", event: null }),
  ),
  opening(
    "add-affiliate",
    "edit",
    ({ sources }) => sources.group.addCommand,
    () => ({ kind: "affiliate", affiliate: null }),
  ),
  opening(
    "add-particular",
    "edit",
    ({ sources }) => sources.facts.addCommand,
    (state) => ({ kind: "particular", affiliate: affiliateInView(state)?.id ?? null, particular: null }),
  ),
  ...BASES.map((basis): Command => ({
    id: `basis-${basis}`,
    group: "view",
    name: ({ making }) => making.basis.show[basis],
    keys: [],
    where: "anywhere",
    isOffered: (state) => state.basis !== basis,
    run(actions) {
      actions.showBasis(basis);
      actions.showView("results");
    },
  })),
  {
    id: "as-of",
    group: "view",
    name: ({ making }) => making.asOf.button,
    keys: [],
    where: "anywhere",
    run: (actions) => actions.show({ kind: "as-of" }),
  },
  {
    id: "now",
    group: "view",
    name: ({ making }) => making.asOf.back,
    keys: [],
    where: "anywhere",
    isOffered: ({ asOf }) => asOf !== null,
    run: (actions) => actions.showAsOf(null),
  },
];
