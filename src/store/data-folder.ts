/** Where the app keeps its own things: private copies of open books, and settings. */
import { join } from "node:path";

/**
 * The data folder of this user, as the platform has it; `KESSAN_DATA` overrides.
 * All three are given by the caller, so that nothing here looks around by itself.
 */
export function defaultDataFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: string,
  home: string,
): string {
  // An empty variable counts as none: that is what the XDG specification says of its own.
  if (env["KESSAN_DATA"]) return env["KESSAN_DATA"];
  if (platform === "darwin") return join(home, "Library", "Application Support", "Kessan");
  if (platform === "win32") return join(env["APPDATA"] || join(home, "AppData", "Roaming"), "Kessan");
  return join(env["XDG_DATA_HOME"] || join(home, ".local", "share"), "kessan");
}
