/** The page that the window shows, and which figure of it is in hand. */
import type { Book, Page, Scope } from "#core/book.ts";
import type { Check } from "#core/checks/check.ts";
import { claimsOf, type Claims } from "#core/pages/claims.ts";
import type { PageAsk, PagePlace } from "#core/pages/page-cell.ts";
import { formulasOf } from "#core/figures/formulas.ts";
import { readFormula } from "#core/formula/check-formula.ts";
import { checksIn } from "../checks/findings.ts";
import { pageSpanIn } from "../state/page-in-view.ts";
import type { Place } from "../state/place.ts";
import { rememberBy, type WindowState } from "../state/window-state.ts";
import { balanceModel } from "./balance-model.ts";
import {
  figuresOfPage,
  isPage,
  writingFor,
  type FigureContent,
  type PageModel,
  type PageWriting,
} from "./page-model.ts";
import { periodModel } from "./period-model.ts";
import { servicesModel } from "./services-model.ts";
import { targetsModel } from "./targets-model.ts";

type Build = (book: Book, ask: PageAsk, checks: readonly Check[], writing: PageWriting) => PageModel;

const BUILDS: Readonly<Record<Page, Build>> = {
  period: periodModel,
  services: servicesModel,
  balance: balanceModel,
  targets: targetsModel,
};

export const pageAskIn = (state: WindowState): PageAsk => ({
  company: state.company,
  scope: state.scope,
  span: pageSpanIn(state),
  asOf: state.asOf,
});

/**
 * Null in a view that is no page. The checks come from where they are run anyway, while nobody types: until
 * they are through, a percentage is the recomputed one.
 */
export const pageIn: (state: WindowState) => PageModel | null = rememberBy(
  (state) => [
    state.view,
    state.edited.shown,
    state.company,
    state.scope,
    state.asOf,
    pageSpanIn(state),
    checksIn(state),
    state.settings,
    state.sheet.newest,
  ],
  (state) => {
    const { view } = state;
    return isPage(view) ? BUILDS[view](state.edited.shown, pageAskIn(state), checksIn(state), writingFor(state)) : null;
  },
);

const figuresByKey: (state: WindowState) => ReadonlyMap<string, FigureContent> = rememberBy(
  (state) => [pageIn(state)],
  (state) => {
    const page = pageIn(state);
    return new Map((page === null ? [] : figuresOfPage(page)).map((content) => [content.key, content]));
  },
);

/** The figure in hand; null where none is, or the page no longer has it. */
export const chosenFigureIn = (state: WindowState): FigureContent | null =>
  state.pageCell === null ? null : (figuresByKey(state).get(state.pageCell) ?? null);

/** The figure that Tab leads to: the one in hand, else the first. */
export function tabStopIn(state: WindowState): string | null {
  const figures = figuresByKey(state);
  if (state.pageCell !== null && figures.has(state.pageCell)) return state.pageCell;
  return figures.keys().next().value ?? null;
}

/** Where Results shows a figure; of one that only an expression gives, the line that it is about. */
export const placeInResults = ({ line, cell, scope }: FigureContent): PagePlace =>
  cell.place ?? { line: line.id, span: cell.span, scope, basis: "actual" };

/** The cell of the book that is explained: of a page, where the figure in hand is one of the shown scope's own; else the grid's. */
export function explainedPlaceIn(state: WindowState): Place | null {
  if (!isPage(state.view)) return state.focused;
  const chosen = chosenFigureIn(state);
  if (chosen === null || chosen.cell.place === null) return null;
  const { scope, basis } = chosen.cell.place;
  return scope === state.scope && basis === state.basis ? chosen.cell.place : null;
}

const claimsIn: (state: WindowState) => Readonly<Record<Scope, Claims>> = rememberBy(
  (state) => [checksIn(state), state.edited.shown, state.company, state.asOf],
  (state) => {
    const { edited, company, asOf } = state;
    const of = (scope: Scope): Claims => claimsOf(edited.shown, { company, scope, asOf }, checksIn(state));
    return { consolidated: of("consolidated"), "non-consolidated": of("non-consolidated") };
  },
);

/** What a figure's verdict comes from; null where it has none. */
export function checkOf(state: WindowState, { cell, scope }: FigureContent): Check | null {
  if (cell.verdict === null) return null;
  const claims = claimsIn(state)[scope];
  const { lines } = formulasOf(state.edited.shown.lines);
  const formula = cell.expression === null ? null : readFormula(cell.expression, lines);
  const stated = formula === null || "problem" in formula ? null : claims.of(formula.expression, cell.span);
  return stated ?? (cell.place === null ? null : claims.on(cell.place.line, cell.place.span));
}
