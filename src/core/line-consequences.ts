/** What follows from a change of lines, worked out before it is made: what speaks against it, and what else it touches. */
import type { Book, Line, LineKind } from "#core/book.ts";
import { isName } from "#core/change-rules.ts";
import { applyChanges } from "#core/changes.ts";
import { formulasOf } from "#core/figures/formulas.ts";
import { readFormula } from "#core/formula/check-formula.ts";
import { planFormula, type FormulaObjection } from "#core/formula-plan.ts";
import { linesNamedIn, parentsSummedIn, withoutMember } from "#core/formula/names-in-formula.ts";
import { descendantsOf, planEditLine, type LineDraft } from "#core/line-plans.ts";

/** Why a line cannot be as the draft has it. */
export type LineRefusal =
  | { readonly why: "no-label" }
  | { readonly why: "no-unit" }
  /** The id is no name of the formula language. */
  | { readonly why: "id-is-no-name" }
  | { readonly why: "id-is-taken" }
  /** It would stand under itself. */
  | { readonly why: "under-itself" }
  | { readonly why: "formula"; readonly objection: FormulaObjection }
  /** Figures stand where the other kind has none: over spans, or at boundaries. */
  | { readonly why: "figures-elsewhere"; readonly count: number; readonly at: "spans" | "boundaries" }
  /** Formulas of these lines could no longer be read. */
  | { readonly why: "formulas-break"; readonly lines: readonly string[] };

/** What else a change of a line brings. Counts are above zero. */
export type LineEffect =
  /** Other companies use the line too. */
  | { readonly what: "companies"; readonly count: number }
  | { readonly what: "kind"; readonly from: LineKind; readonly to: LineKind }
  /** So many figures keep their digits and are read in the new unit. */
  | { readonly what: "unit"; readonly figures: number; readonly from: string; readonly to: string }
  /** Figures are worked out where none is printed, and so many printed ones are held against it. */
  | { readonly what: "formula-added"; readonly figures: number }
  | { readonly what: "formula-changed"; readonly figures: number }
  | { readonly what: "formula-removed" }
  /** These lines rest on this one through their formulas and are worked out anew. */
  | { readonly what: "rests"; readonly lines: readonly string[] }
  /** These lines add up what stands under a line that gains or loses this one. */
  | { readonly what: "sums-of-children"; readonly lines: readonly string[] }
  /** So many lines under it go with it into the section. */
  | { readonly what: "children"; readonly count: number }
  /** The other id is written into so many formulas, printed claims and figures. */
  | { readonly what: "renamed"; readonly formulas: number; readonly claims: number; readonly figures: number }
  /** So many printed claims could no longer be worked out. */
  | { readonly what: "claims-break"; readonly count: number };

export interface LineConsequences {
  readonly refusals: readonly LineRefusal[];
  readonly effects: readonly LineEffect[];
}

/** What follows from having a line as the draft has it; `id` null: from adding it. */
export function consequencesOfLine(book: Book, id: string | null, draft: LineDraft): LineConsequences {
  const before = book.lines.find((line) => line.id === id) ?? null;
  const refusals = [...refusalsOfForm(book, before, draft)];
  if (refusals.length > 0 || before === null) return { refusals, effects: [] };
  const after = applyChanges(book, planEditLine(book, before.id, draft).changes);
  const broken = unreadable(after.lines).filter((line) => !unreadable(book.lines).includes(line));
  if (broken.length > 0) return { refusals: [{ why: "formulas-break", lines: broken }], effects: [] };
  return { refusals, effects: effectsOf(book, before, draft, after) };
}

function* refusalsOfForm(book: Book, before: Line | null, draft: LineDraft): Generator<LineRefusal> {
  if (draft.labelEn.trim() === "" && draft.labelJa.trim() === "") yield { why: "no-label" };
  if (draft.unit.trim() === "") yield { why: "no-unit" };
  if (draft.id !== before?.id) {
    if (!isName(draft.id) || RESERVED.has(draft.id)) yield { why: "id-is-no-name" };
    else if (book.lines.some(({ id }) => id === draft.id)) yield { why: "id-is-taken" };
  }
  const isUnderItself =
    before !== null && (draft.parent === before.id || descendantsOf(book, before.id).has(draft.parent ?? ""));
  if (isUnderItself) {
    // What adds up its own children is no circle of the formula's making.
    yield { why: "under-itself" };
    return;
  }
  const objection = objectionTo(book, before, draft);
  if (objection !== null) yield { why: "formula", objection };
  if (before === null || (before.kind === "stock") === (draft.kind === "stock")) return;
  const count = book.facts.filter(({ line }) => line === before.id).length;
  if (count > 0) yield { why: "figures-elsewhere", count, at: before.kind === "stock" ? "boundaries" : "spans" };
}

/** The second words of `target`: as a line's name they would be read two ways. */
const RESERVED: ReadonlySet<string> = new Set(["latest", "initial"]);

/** What speaks against a draft's formula, in which the line is called by the id it has until then. */
function objectionTo(book: Book, before: Line | null, draft: LineDraft): FormulaObjection | null {
  if (draft.formula === null) return null;
  const line: Line = { ...draft, id: before?.id ?? draft.id, formula: null, position: before?.position ?? 0 };
  const others = book.lines.filter(({ id }) => id !== line.id);
  const planned = planFormula({ ...book, lines: [...others, line] }, line.id, draft.formula);
  return "objection" in planned ? planned.objection : null;
}

function unreadable(lines: readonly Line[]): string[] {
  const byId = new Map(lines.map((line) => [line.id, line]));
  return lines.flatMap(({ id, formula }) => (formula !== null && "problem" in readFormula(formula, byId) ? [id] : []));
}

function effectsOf(book: Book, before: Line, draft: LineDraft, after: Book): LineEffect[] {
  const figures = book.facts.filter(({ line }) => line === before.id).length;
  const effects: LineEffect[] = [];
  const others = new Set(book.companyLines.flatMap(({ line, company }) => (line === before.id ? [company] : []))).size;
  const isOfMeaning = before.kind !== draft.kind || before.unit !== draft.unit || before.formula !== draft.formula;
  if (before.kind !== draft.kind) effects.push({ what: "kind", from: before.kind, to: draft.kind });
  if (before.unit !== draft.unit && figures > 0)
    effects.push({ what: "unit", figures, from: before.unit, to: draft.unit });
  if (before.formula !== draft.formula) {
    if (draft.formula === null) effects.push({ what: "formula-removed" });
    else effects.push({ what: before.formula === null ? "formula-added" : "formula-changed", figures });
  }
  if (isOfMeaning) {
    const { restsOn } = formulasOf(after.lines);
    const lines = after.lines.flatMap(({ id }) => (id !== draft.id && restsOn(id).has(draft.id) ? [id] : []));
    if (lines.length > 0) effects.push({ what: "rests", lines });
  }
  if (before.parent !== draft.parent) {
    const parents = [before.parent, draft.parent];
    const lines = book.lines.flatMap(({ id, formula }) =>
      formula !== null && parents.some((parent) => parent !== null && parentsSummedIn(formula).has(parent)) ? [id] : [],
    );
    if (lines.length > 0) effects.push({ what: "sums-of-children", lines });
  }
  if (before.section !== draft.section) {
    const count = descendantsOf(book, before.id).size;
    if (count > 0) effects.push({ what: "children", count });
  }
  if (before.id !== draft.id) effects.push({ what: "renamed", ...namedBy(book, before.id), figures });
  const claims = unreadableClaims(after) - unreadableClaims(book);
  if (claims > 0) effects.push({ what: "claims-break", count: claims });
  const isShared = isOfMeaning || before.section !== draft.section || before.parent !== draft.parent;
  if (others > 1 && isShared) effects.push({ what: "companies", count: others - 1 });
  return effects;
}

function unreadableClaims(book: Book): number {
  const lines = new Map(book.lines.map((line) => [line.id, line]));
  return book.statements.filter(({ expression }) => "problem" in readFormula(expression, lines)).length;
}

const namedBy = (book: Book, id: string): { readonly formulas: number; readonly claims: number } => ({
  formulas: book.lines.filter(({ formula }) => formula !== null && linesNamedIn(formula).has(id)).length,
  claims: book.statements.filter(({ expression }) => linesNamedIn(expression).has(id)).length,
});

/** What goes, and what changes, with a line that is taken out of the book. */
export interface RemovalConsequences {
  /** Companies that use it. */
  readonly companies: number;
  readonly figures: number;
  /** Sources that those figures come from; they stay. */
  readonly sources: number;
  readonly claims: number;
  readonly notes: number;
  readonly breaks: number;
  /** Lines under it, which move up. */
  readonly children: readonly string[];
  /** Lines whose formula names it, and what that becomes; null: the formula goes. */
  readonly formulas: readonly { readonly line: string; readonly becomes: string | null }[];
}

export function consequencesOfRemoval(book: Book, id: string): RemovalConsequences {
  const facts = book.facts.filter(({ line }) => line === id);
  const count = (rows: readonly { readonly line: string | null }[]): number =>
    rows.filter(({ line }) => line === id).length;
  return {
    companies: count(book.companyLines),
    figures: facts.length,
    sources: new Set(facts.map(({ source }) => source)).size,
    claims: namedBy(book, id).claims,
    notes: count(book.notes),
    breaks: count(book.breaks),
    children: book.lines.flatMap((line) => (line.parent === id ? [line.id] : [])),
    formulas: book.lines.flatMap(({ id: line, formula }) =>
      line !== id && formula !== null && linesNamedIn(formula).has(id)
        ? [{ line, becomes: withoutMember(formula, id) }]
        : [],
    ),
  };
}

/** A name for formulas, out of a label: `Operating income (loss)` is `operating_income_loss`; free among the ids that are taken. */
export function idFromLabel(label: string, taken: ReadonlySet<string>): string {
  const words =
    label
      .normalize("NFKC")
      .toLowerCase()
      .replace(/&/gu, " and ")
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const joined = words.join("_");
  const base = isName(joined) && !RESERVED.has(joined) ? joined : `line_${joined}`.replace(/_$/u, "");
  if (!taken.has(base)) return base;
  for (let number = 2; ; number++) {
    const id = `${base}_${number}`;
    if (!taken.has(id)) return id;
  }
}
