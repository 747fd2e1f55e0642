/** The window's state as if it showed another company: what the words and the explanation of its figures are made of. */
import type { Check } from "#core/checks/check.ts";
import type { Findings, WindowState } from "../state/window-state.ts";
import { beside } from "../state/remember.ts";

const known = new WeakMap<WindowState, Map<string, WindowState>>();

/**
 * Actual figures of a company, as a state of its own; the same object for the same state. Nothing can be edited in
 * it: that is done where the company is shown.
 */
export function stateBeside(state: WindowState, company: string): WindowState {
  let states = known.get(state);
  if (states === undefined) known.set(state, (states = new Map()));
  let own = states.get(company);
  if (own === undefined) states.set(company, (own = makeBeside(state, company)));
  return own;
}

const makeBeside = (state: WindowState, company: string): WindowState =>
  beside(
    {
      ...state,
      company,
      basis: "actual",
      readOnly: "file-is-read-only",
      findings: findingsOf(state, company),
      compared: null,
      focused: null,
      ranges: [],
      unsaved: new Set(),
      refused: new Map(),
    },
    company,
  );

function findingsOf({ findings, compare, company: shown }: WindowState, company: string): Findings | null {
  if (company === shown) return findings;
  const own = compare.findings.get(company);
  return own === undefined ? null : { company, ...own };
}

const NONE: readonly Check[] = [];

/** What is known to be found of a company by now; its checks run while nobody types. */
export const checksBeside = (state: WindowState, company: string): readonly Check[] =>
  findingsOf(state, company)?.checks ?? NONE;
