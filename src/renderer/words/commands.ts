/** Commands that nothing else on screen names, in both languages. */
import type { DictionaryOf } from "./dictionary.ts";

export const en = {
  pane: "Show or hide the side pane",
} as const;

export const ja: DictionaryOf<typeof en> = {
  pane: "説明とグラフの表示・非表示",
};
