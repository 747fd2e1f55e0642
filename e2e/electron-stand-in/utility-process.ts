/** `utilityProcess`: a Node process of its own, with exactly the environment and switches it was given. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { ForkOptions, UtilityProcess, utilityProcess as Real } from "electron";
import { isReady } from "./app.ts";
import { carriedText, eventsOf, KnownEvents, onlyKnown, strict } from "./strict.ts";

const ENTRY = fileURLToPath(new URL("./utility-start.ts", import.meta.url));
const OPTIONS = ["env", "execArgv", "serviceName"];

function fork(modulePath: string, args: readonly string[] = [], options: ForkOptions = {}): object {
  if (!isReady()) throw new Error("utilityProcess.fork can be called only after app is ready.");
  onlyKnown("utilityProcess.fork's options", options, OPTIONS);
  const { env = process.env, execArgv = [] } = options;
  const child = spawn(process.execPath, [...execArgv, ENTRY, modulePath, ...args], {
    env: env as NodeJS.ProcessEnv,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    serialization: "advanced",
  });
  const emitter = new KnownEvents(eventsOf<UtilityProcess>()("exit", "message", "spawn"));
  child.on("message", (message) => emitter.emit("message", message));
  child.once("spawn", () => emitter.emit("spawn"));
  child.once("exit", (code) => emitter.emit("exit", code ?? 1));
  return strict(
    "UtilityProcess",
    Object.assign(emitter, {
      pid: child.pid,
      kill: () => child.kill(),
      postMessage: (message: unknown) => {
        const text = carriedText("UtilityProcess.postMessage", message);
        if (child.connected) child.send(text);
      },
    } satisfies Pick<UtilityProcess, "pid" | "kill" | "postMessage">),
  );
}

export const utilityProcess = strict("utilityProcess", { fork } satisfies Partial<Record<keyof typeof Real, unknown>>);
