/** Where a typed text may lead. */
import { readDestination, type NamedLine } from "#core/find-in-book.ts";
import { calendarRange, parsePeriod } from "#core/period-labels.ts";
import { quarterEnding } from "#core/timeline.ts";
import { extentIn, isOpenTo, openedFor } from "../state/columns-in-view.ts";
import type { Place } from "../state/place.ts";
import {
  companyOf,
  labelOf,
  lineRowsIn,
  periodOf,
  rememberBy,
  wordsOf,
  type WindowState,
} from "../state/window-state.ts";
import { placeOf } from "./find-actions.ts";

export interface GoOption {
  readonly place: Place;
  readonly line: string;
  readonly period: string;
  /** The period in calendar months. */
  readonly range: string;
  /** It has no column yet; going there makes one. */
  readonly isNew: boolean;
}

export interface GoAnswer {
  readonly options: readonly GoOption[];
  /** Why there are none; empty where there are, or where nothing was typed. */
  readonly problem: string;
}

/** More would be no choice but a list to be read. */
const MOST_OPTIONS = 8;

/** The lines of the company under every name they may be typed by. */
export const namedLinesIn = (state: WindowState): NamedLine[] =>
  [...lineRowsIn(state).values()].map(({ id, labelEn, labelJa }) => ({ id, labelEn, labelJa }));

/** Where a text leads: a line in the active column, a period in the active row, or the cell where both meet. */
export function goOptions(state: WindowState, text: string): GoAnswer {
  const { find: words } = wordsOf(state);
  if (text.trim() === "") return { options: [], problem: "" };
  const calendar = companyOf(state);
  const read = readDestination(text, namedLinesIn(state), calendar);
  if ("problem" in read)
    return {
      options: [],
      problem: read.problem === "unknown" ? words.unknown(text.trim()) : words.otherYearEnd(yearEndIn(state)),
    };
  const { lines, span } = read;
  const isNew = span !== null && !isOpenTo(state, span);
  if (span !== null && isNew && openedFor(state, span) === null) {
    const { from, to } = extentIn(state);
    const [first, last] = [quarterEnding(from + 1), quarterEnding(to)].map((quarter) => periodOf(state, quarter));
    return { options: [], problem: words.outside(periodOf(state, span), first ?? "", last ?? "") };
  }
  const wanted: readonly (string | null)[] = lines.length === 0 ? [null] : lines.slice(0, MOST_OPTIONS);
  const options = wanted.flatMap((line): GoOption[] => {
    const place = placeOf(state, { line, span });
    if (place === null) return [];
    const range = calendarRange(place.span, calendar, state.settings.language);
    return [{ place, line: labelOf(state, place.line), period: periodOf(state, place.span), range, isNew }];
  });
  return { options, problem: "" };
}

/** The period that the text looked for names, in the active row: where one rather goes than looks. Null: it names none. */
export const periodWanted: (state: WindowState) => GoOption | null = rememberBy(
  (state) => [state.find.text, state.focused, state.sheet, state.edited.shown, state.company, state.settings],
  (state) => {
    if (!("span" in parsePeriod(state.find.text.trim(), companyOf(state)))) return null;
    return goOptions(state, state.find.text).options[0] ?? null;
  },
);

/** The month in which the company's years end, by name. */
function yearEndIn(state: WindowState): string {
  const month = new Intl.DateTimeFormat(state.settings.language, { month: "long", timeZone: "UTC" });
  return month.format(new Date(Date.UTC(2000, companyOf(state).yearEndMonth - 1, 1)));
}
