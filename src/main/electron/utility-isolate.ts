import { join } from "node:path";
import { utilityProcess } from "electron";
import type { Isolate } from "#handlers/isolate.ts";
import { childSwitches, runJob } from "#main/child/launch-job.ts";
import { makeInbox } from "#rpc/inbox.ts";
import type { Wire } from "#rpc/wire.ts";

const ENTRY = join(import.meta.dirname, "child.js");

/** `isolate` over Electron's utility process: `child_process.fork` does not work in a packaged Electron without RunAsNode. */
export const utilityIsolate: Isolate = (job, argument) => runJob(forkChild(), job, argument);

function forkChild(): { wire: Wire; kill(): void } {
  const child = utilityProcess.fork(ENTRY, [], {
    env: {},
    execArgv: childSwitches(),
    serviceName: "Kessan file reader",
  });
  const inbox = makeInbox();
  let isRunning = true;
  const kill = (): void => {
    if (!isRunning) return;
    try {
      // `child.kill` asks politely, and an endless loop may not listen.
      if (child.pid === undefined) child.kill();
      else process.kill(child.pid, "SIGKILL");
    } catch {
      // Gone this moment; its exit is on the way.
    }
  };
  child.once("exit", () => {
    isRunning = false;
    inbox.end();
  });
  child.on("message", (text: unknown) => {
    if (typeof text === "string") inbox.deliver(text);
    else kill();
  });
  const wire: Wire = {
    onText: inbox.onText,
    onClose: inbox.onClose,
    send(text) {
      if (inbox.isOpen()) child.postMessage(text);
    },
    close: kill,
  };
  return { wire, kill };
}
