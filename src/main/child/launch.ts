/** `isolate` for the hosts that run in Node. Electron has its own, over `utilityProcess`. */
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Isolate } from "#handlers/isolate.ts";
import { makeInbox } from "#rpc/inbox.ts";
import type { Wire } from "#rpc/wire.ts";
import { childSwitches, runJob } from "./launch-job.ts";

interface LaunchOptions {
  /** The child's entry; another only in tests. */
  readonly entry?: string;
  readonly seconds?: number;
  readonly heapMb?: number;
  /** Where the text of a job's bugs goes. */
  readonly stderr?: "inherit" | "ignore";
}

const ENTRY = fileURLToPath(new URL("./index.ts", import.meta.url));

export function nodeIsolate({ entry = ENTRY, seconds, heapMb, stderr = "inherit" }: LaunchOptions = {}): Isolate {
  return (job, argument) => runJob(forkChild(entry, heapMb, stderr), job, argument, seconds);
}

function forkChild(
  entry: string,
  heapMb: number | undefined,
  stderr: "inherit" | "ignore",
): { wire: Wire; kill(): void } {
  const child = fork(entry, {
    env: childEnvironment(),
    execArgv: childSwitches(heapMb),
    stdio: ["ignore", "ignore", stderr, "ipc"],
  });
  const kill = (): void => {
    child.kill("SIGKILL");
  };
  const inbox = makeInbox();
  child.once("error", inbox.end);
  child.once("exit", inbox.end);
  child.on("message", (text) => {
    if (typeof text === "string") inbox.deliver(text);
    else kill();
  });
  const wire: Wire = {
    onText: inbox.onText,
    onClose: inbox.onClose,
    send(text) {
      // An error here means that the child is gone, which its exit tells.
      if (inbox.isOpen()) child.send(text, () => {});
    },
    close: kill,
  };
  return { wire, kill };
}

/** Nothing of ours: a parser needs no secret. Windows starts no process without its own root. */
function childEnvironment(): NodeJS.ProcessEnv {
  const { SystemRoot } = process.env;
  return SystemRoot === undefined ? {} : { SystemRoot };
}
