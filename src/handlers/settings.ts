/** What a person chose for the window, kept on this machine beside the books. */
import type { Settings } from "#contract/questions.ts";
import { settingsForm } from "#handlers/arguments.ts";
import * as kept from "#store/settings.ts";

const FIRST: Settings = { language: "en", theme: "system", negatives: "parentheses" };

/** The settings; the first ones where none were kept or what was kept is not readable. */
export function readSettings(dataFolder: string): Settings {
  const read = settingsForm.safeParse(kept.readSettings(dataFolder));
  return read.success ? read.data : FIRST;
}

/** @throws Fault when the data folder cannot be written. */
export function writeSettings(dataFolder: string, settings: Settings): Settings {
  kept.writeSettings(dataFolder, settings);
  return settings;
}
