import { PERIOD_STYLES } from "#core/period-labels.ts";
import { AMOUNT_SCALES } from "#core/units.ts";
import type { Command } from "./command.ts";

const NEGATIVES = ["parentheses", "triangle"] as const;

/** How figures and periods are shown; the menu of the display has the same choices. */
export const DISPLAY_COMMANDS: readonly Command[] = [
  ...AMOUNT_SCALES.map((amounts): Command => ({
    id: `amounts-${amounts.replace(" ", "-")}`,
    group: "view",
    name: ({ display }) => display.showAmounts(display.amountScales[amounts]),
    keys: [],
    where: "anywhere",
    isOffered: ({ settings }) => settings.amounts !== amounts,
    run: (actions) => actions.change({ amounts }),
  })),
  ...PERIOD_STYLES.map((periods): Command => ({
    id: `periods-${periods}`,
    group: "view",
    name: ({ display }) => display.showPeriods(display.periodStyles[periods]),
    keys: [],
    where: "anywhere",
    isOffered: ({ settings }) => settings.periods !== periods,
    run: (actions) => actions.change({ periods }),
  })),
  ...NEGATIVES.map((negatives): Command => ({
    id: `negatives-${negatives}`,
    group: "view",
    name: ({ display }) => display.showNegatives(display.negativeStyles[negatives]),
    keys: [],
    where: "anywhere",
    isOffered: ({ settings }) => settings.negatives !== negatives,
    run: (actions) => actions.change({ negatives }),
  })),
];
