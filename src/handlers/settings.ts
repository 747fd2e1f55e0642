/** What a person chose for the window, kept on this machine beside the books. */
import type { Settings } from "#contract/questions.ts";
import { settingsForm } from "#handlers/arguments.ts";
import * as kept from "#store/settings.ts";

const FIRST: Settings = {
  language: "en",
  theme: "system",
  negatives: "parentheses",
  amounts: "entered",
  periods: "deck",
};

/** The settings; the first ones for what was not kept yet, and for all where what was kept is not readable. */
export function readSettings(dataFolder: string): Settings {
  const found = kept.readSettings(dataFolder);
  const read = settingsForm.safeParse(typeof found === "object" ? { ...FIRST, ...found } : found);
  return read.success ? read.data : FIRST;
}

/** @throws Fault when the data folder cannot be written. */
export function writeSettings(dataFolder: string, settings: Settings): Settings {
  kept.writeSettings(dataFolder, settings);
  return settings;
}
