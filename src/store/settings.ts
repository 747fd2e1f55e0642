/** What a person chose, kept on this machine outside any book. What it means is for others to say. */
import { existsSync, mkdirSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { isAbsence, replaceFile } from "#store/files.ts";

const pathIn = (dataFolder: string): string => join(dataFolder, "settings.json");

/**
 * The settings as they were written; null where there are none. A file that is not JSON is moved
 * aside as `settings.damaged-1.json` and counts as none.
 * @throws the system's error where the file is there and cannot be read
 */
export function readSettings(dataFolder: string): unknown {
  let text: string;
  try {
    text = readFileSync(pathIn(dataFolder), "utf8");
  } catch (error) {
    if (isAbsence(error)) return null;
    throw error;
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    let number = 1;
    while (existsSync(join(dataFolder, `settings.damaged-${number}.json`))) number++;
    renameSync(pathIn(dataFolder), join(dataFolder, `settings.damaged-${number}.json`));
    return null;
  }
}

/**
 * Replaces the settings in one step. They must be plain JSON.
 * @throws the system's error where they cannot be written; the old ones stay
 */
export function writeSettings(dataFolder: string, settings: unknown): void {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 }); // for this user alone
  replaceFile(pathIn(dataFolder), Buffer.from(`${JSON.stringify(settings, null, 2)}\n`), 0o600);
}
