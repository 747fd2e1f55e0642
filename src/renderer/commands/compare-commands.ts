import { comparedSpanBeside, comparedCompaniesIn } from "../compare/compare-choice.ts";
import { chosenComparedIn } from "../compare/compare-figures.ts";
import { companyBeside } from "../state/moves.ts";
import type { WindowState } from "../state/window-state.ts";
import type { Command } from "./command.ts";
import { NEXT_PERIOD_KEY, PREVIOUS_PERIOD_KEY } from "./page-commands.ts";

const isComparing = (state: WindowState): boolean => comparedCompaniesIn(state).length > 1;

/** Going from company to company, and what can be done where they stand side by side. */
export const COMPARE_COMMANDS: readonly Command[] = [
  {
    id: "next-company",
    group: "go",
    name: ({ compare }) => compare.commands.nextCompany,
    keys: ["Alt+C"],
    where: "anywhere",
    isOffered: (state) => companyBeside(state, 1) !== null,
    run: (actions) => actions.stepCompany(1),
  },
  {
    id: "previous-company",
    group: "go",
    name: ({ compare }) => compare.commands.previousCompany,
    keys: ["Alt+Shift+C"],
    where: "anywhere",
    isOffered: (state) => companyBeside(state, -1) !== null,
    run: (actions) => actions.stepCompany(-1),
  },
  {
    id: "compare-previous-period",
    group: "go",
    name: ({ compare }) => compare.commands.previousPeriod,
    keys: [PREVIOUS_PERIOD_KEY],
    where: "compare",
    isOffered: (state) => isComparing(state) && comparedSpanBeside(state, -1) !== null,
    run: (actions) => actions.stepComparedPeriod(-1),
  },
  {
    id: "compare-next-period",
    group: "go",
    name: ({ compare }) => compare.commands.nextPeriod,
    keys: [NEXT_PERIOD_KEY],
    where: "compare",
    isOffered: (state) => isComparing(state) && comparedSpanBeside(state, 1) !== null,
    run: (actions) => actions.stepComparedPeriod(1),
  },
  {
    id: "compare-show-in-results",
    group: "go",
    name: ({ compare }) => compare.commands.showInResults,
    keys: ["Alt+Enter"],
    where: "compare",
    isOffered: (state) => chosenComparedIn(state) !== null,
    run: (actions) => actions.showComparedInResults(),
  },
  {
    id: "compare-order-rows",
    group: "view",
    name: ({ compare }) => compare.commands.orderRows,
    keys: ["Alt+S"],
    where: "compare",
    isOffered: (state) => chosenComparedIn(state) !== null,
    run(actions, state) {
      const chosen = chosenComparedIn(state);
      if (chosen !== null) actions.orderComparedRows(chosen);
    },
  },
  {
    id: "compare-order-companies",
    group: "view",
    name: ({ compare }) => compare.commands.orderCompanies,
    keys: ["Alt+Shift+S"],
    where: "compare",
    isOffered: (state) => chosenComparedIn(state) !== null,
    run(actions, state) {
      const chosen = chosenComparedIn(state);
      if (chosen !== null) actions.orderCompared(chosen);
    },
  },
  {
    id: "compare-copy",
    group: "edit",
    name: ({ compare }) => compare.commands.copy,
    keys: ["Mod+Shift+C"],
    where: "compare",
    isOffered: isComparing,
    run: (actions) => void actions.copyComparison(),
  },
];
