/** Runs the checks of the compared companies while nobody types: what is printed is marked where it does not hold. */
import { checksOfCompany, whenIdle } from "../checks/check-later.ts";
import { scopesOf, type WindowState, type WindowStore } from "../state/window-state.ts";
import { comparedCompaniesIn } from "./compare-choice.ts";

/** Those whose findings are of another book than the one shown; the shown company is checked anyway. */
const unchecked = (state: WindowState): readonly string[] =>
  comparedCompaniesIn(state).filter((company) => {
    const found = state.compare.findings.get(company);
    return company !== state.company && (found?.book !== state.edited.shown || found.asOf !== state.asOf);
  });

/** Starts anew whenever the book or who is compared changes. Returns what stops it. */
export function checkComparedLater(store: WindowStore): () => void {
  const checking = whenIdle(() => checkSteps(store));
  const follow = (state: WindowState, before: WindowState | null): void => {
    const isOther =
      state.edited.shown !== before?.edited.shown ||
      state.company !== before.company ||
      state.asOf !== before.asOf ||
      state.sheet.compare !== before.sheet.compare;
    if (isOther && unchecked(state).length > 0) checking.start();
  };
  follow(store.getState(), null);
  const stopListening = store.subscribe(follow);
  return () => {
    stopListening();
    checking.stop();
  };
}

function* checkSteps(store: WindowStore): Generator<unknown, void> {
  const state = store.getState();
  const { asOf } = state;
  const book = state.edited.shown;
  const findings = new Map(state.compare.findings);
  for (const company of unchecked(state)) {
    const checks = yield* checksOfCompany(book, company, scopesOf({ ...state, company }), asOf);
    findings.set(company, { book, asOf, checks });
  }
  store.setState(({ compare }) => ({ compare: { ...compare, findings } }));
}
