/** What the store needs of the machine it runs on. Tests bring their own timer. */
import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import { kill, pid, platform } from "node:process";
import { errorCode } from "#store/files.ts";

export interface Host {
  /** The machine's name. */
  readonly name: string;
  /** This process. */
  readonly pid: number;
  /**
   * When a process started, in the system's own words; empty where it cannot be told; null where no
   * such process runs. With it a process id that was given out again is not taken for its forerunner.
   */
  startOf(pid: number): string | null;
  /** Calls back once after so many milliseconds, without keeping the process alive. Answers how to call it off. */
  after(ms: number, fire: () => void): () => void;
}

function isRunning(id: number): boolean {
  try {
    return kill(id, 0);
  } catch (error) {
    return errorCode(error) === "EPERM"; // another user's process: it runs
  }
}

function startOnLinux(id: number): string | null {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${id}/stat`, "latin1");
  } catch {
    return isRunning(id) ? "" : null;
  }
  // The command stands in parentheses and may hold anything; fields are counted after it. See proc(5).
  const [state, ...rest] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const starttime = rest[18]; // field 22, counting from 1 with the state as field 3
  return state === "Z" || state === "X" ? null : (starttime ?? "");
}

/** The machine as it is. */
export const thisHost: Host = {
  name: hostname(),
  pid,
  startOf(id) {
    if (platform === "linux") return startOnLinux(id);
    return isRunning(id) ? "" : null;
  },
  after(ms, fire) {
    const timer = setTimeout(fire, ms).unref();
    return () => clearTimeout(timer);
  },
};
