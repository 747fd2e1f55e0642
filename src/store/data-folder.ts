/** Where the app keeps its own things: private copies of open books, and settings. */
import { isAbsolute, join, resolve } from "node:path";

/**
 * The data folder of this user, absolute, as the platform has it; `KESSAN_DATA` overrides, and where it is relative
 * it is meant from where the process was started. All three are given by the caller.
 */
export function defaultDataFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: string,
  home: string,
): string {
  // An empty variable counts as none, and a relative one of XDG's too: that is what its specification says.
  if (env["KESSAN_DATA"]) return resolve(env["KESSAN_DATA"]);
  if (platform === "darwin") return join(home, "Library", "Application Support", "Kessan");
  if (platform === "win32") return join(env["APPDATA"] || join(home, "AppData", "Roaming"), "Kessan");
  const shared = env["XDG_DATA_HOME"] ?? "";
  return join(isAbsolute(shared) ? shared : join(home, ".local", "share"), "kessan");
}
