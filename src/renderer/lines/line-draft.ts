/** What stands in the fields of the dialog of a line, and the line that it makes. */
import type { Book, Line } from "#core/book.ts";
import { formulaText } from "#core/formula-plan.ts";
import { withKnownNames } from "#core/formula/names-in-formula.ts";
import { idFromLabel } from "#core/line-consequences.ts";
import {
  descendantsOf,
  planAddLine,
  planEditLine,
  planOwnLabels,
  type LineDraft,
  type LinePlan,
} from "#core/line-plans.ts";
import { AMOUNT_SCALES, unitShown } from "#core/units.ts";
import { companyOf, findLine, lineRowsIn, wordsOf, type WindowState } from "../state/window-state.ts";
import { unitLabel } from "../words/words.ts";
import { lineInHand } from "./sheet-rows.ts";

/** As typed: texts that may be empty. */
export interface LineFields {
  readonly labelEn: string;
  readonly labelJa: string;
  /** The company's own names; empty: the book's. */
  readonly ownEn: string;
  readonly ownJa: string;
  /** Null: made from the label. */
  readonly id: string | null;
  readonly section: string;
  readonly parent: string | null;
  readonly unit: string;
  readonly kind: Line["kind"];
  readonly formula: string;
  readonly note: string;
}

/** The fields of a line as it is; of a new one, which is like the line in hand. @param line null: a new one */
export function fieldsOf(state: WindowState, line: string | null): LineFields {
  const known = line === null ? undefined : findLine(state, line);
  const use = state.edited.shown.companyLines.find((each) => each.company === state.company && each.line === line);
  if (known !== undefined) {
    const { labelEn, labelJa, section, parent, unit, kind, formula, note } = known;
    const own = { ownEn: use?.labelEn ?? "", ownJa: use?.labelJa ?? "" };
    return { labelEn, labelJa, ...own, id: known.id, section, parent, unit, kind, formula: formula ?? "", note };
  }
  const beside = lineRowsIn(state).get(lineInHand(state) ?? "");
  const { currency, scale } = companyOf(state);
  return {
    labelEn: "",
    labelJa: "",
    ownEn: "",
    ownJa: "",
    id: null,
    section: beside?.line.section ?? firstSection(state),
    parent: beside?.parent ?? null,
    unit: beside?.line.unit ?? `${currency} ${scale}`.trim(),
    kind: beside?.line.kind ?? "flow",
    formula: "",
    note: "",
  };
}

const firstSection = ({ edited }: WindowState): string =>
  edited.shown.sections.toSorted((a, b) => a.position - b.position)[0]?.id ?? "";

/** The line that the fields make. */
export function draftOf(book: Book, line: string | null, fields: LineFields): LineDraft {
  const { section, parent, kind, note } = fields;
  const taken = new Set(book.lines.flatMap(({ id }) => (id === line ? [] : [id])));
  const known = book.lines.map(({ id }) => id);
  const formula = withKnownNames(formulaText(fields.formula), known).trim();
  return {
    id: fields.id ?? idFromLabel(fields.labelEn.trim() || fields.labelJa.trim(), taken),
    labelEn: fields.labelEn.trim(),
    labelJa: fields.labelJa.trim(),
    section,
    parent,
    unit: fields.unit.normalize("NFKC").trim(),
    kind,
    formula: formula === "" ? null : formula,
    note: note.trim(),
  };
}

/** All that adding a line changes. @param after the line it stands below; null: the last place */
export const planOfNew = (book: Book, company: string, fields: LineFields, after: string | null): LinePlan =>
  planAddLine(book, company, draftOf(book, null, fields), after);

/** All that saving a line changes, as one deed. */
export function planOfEdit(book: Book, company: string, line: string, fields: LineFields): LinePlan {
  const draft = draftOf(book, line, fields);
  const edit = planEditLine(book, line, draft);
  const labels = { labelEn: fields.ownEn.trim() || null, labelJa: fields.ownJa.trim() || null };
  const own = planOwnLabels(book, company, line, labels);
  if (own === null) return edit;
  // A line that is called otherwise in formulas too has its row changed by the edit: the names go into that.
  const changes = edit.changes.flatMap((change) =>
    change.in === "companyLines" && change.before?.company === company && change.after !== null
      ? [{ ...change, after: { ...change.after, ...labels } }]
      : [change],
  );
  const isIn = changes.some((change) => change.in === "companyLines" && change.before?.company === company);
  return { deed: edit.deed, changes: isIn ? changes : [...changes, ...own.changes] };
}

/** The lines under which a line may stand. */
export function parentsFor(state: WindowState, line: string | null, section: string): readonly Line[] {
  const below = line === null ? new Set<string>() : descendantsOf(state.edited.shown, line);
  return state.edited.shown.lines
    .filter((each) => each.section === section && each.id !== line && !below.has(each.id))
    .toSorted((a, b) => a.position - b.position);
}

/** The unit that a text names in the window's language, 百万円 for `JPY million`; the text itself where it names none. */
export function unitNamed(state: WindowState, text: string): string {
  const { currency } = companyOf(state);
  const money = AMOUNT_SCALES.map((scale) => unitShown({ unit: `${currency} million` }, scale));
  const name = text.normalize("NFKC").trim();
  return [...unitsIn(state), ...money].find((unit) => unitLabel(unit, wordsOf(state)) === name) ?? text;
}

/** The units of the book's lines, the most used first. */
export function unitsIn({ edited }: WindowState): readonly string[] {
  const counts = Map.groupBy(edited.shown.lines, ({ unit }) => unit);
  return [...counts].toSorted(([, a], [, b]) => b.length - a.length).map(([unit]) => unit);
}
