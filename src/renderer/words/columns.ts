/** The layouts of the grid's columns, in both languages. */
import type { DictionaryOf } from "./dictionary.ts";

export const en = {
  layouts: {
    Q: "Quarters",
    H: "Halves",
    FY: "Years",
    QQQQY: "Quarters and year",
    "Q-Y": "Quarters, then years",
    YTD: "Cumulative",
    LTM: "Last 12 months",
    matrix: "Years × quarters",
  },
} as const;

export const ja: DictionaryOf<typeof en> = {
  layouts: {
    Q: "四半期",
    H: "半期",
    FY: "通期",
    QQQQY: "四半期＋通期",
    "Q-Y": "四半期、次に通期",
    YTD: "累計",
    LTM: "直近12か月",
    matrix: "年度×四半期",
  },
};
