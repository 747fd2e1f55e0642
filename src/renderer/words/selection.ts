/** What is selected, in both languages. */
import type { DictionaryOf } from "./dictionary.ts";

export const en = {} as const;

export const ja: DictionaryOf<typeof en> = {};
