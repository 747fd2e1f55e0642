/** The inside of a utility process: `process.parentPort`, then the module that was wanted. */
import { pathToFileURL } from "node:url";
import type { ParentPort } from "electron";
import { carriedText, eventsOf, KnownEvents, strict } from "./strict.ts";

const [program = "", , modulePath = "", ...args] = process.argv;
process.argv = [program, modulePath, ...args];

// A wire listens to the end of any port; this one is never told of, as its process ends with it.
const emitter = new KnownEvents([...eventsOf<ParentPort>()("message"), "close"]);
process.on("message", (data) => emitter.emit("message", strict("the message event", { data, ports: [] })));
process.once("disconnect", () => process.exit());

const parentPort = Object.assign(emitter, {
  postMessage(message: unknown) {
    process.send?.(carriedText("parentPort.postMessage", message));
  },
} satisfies Pick<ParentPort, "postMessage">);
Object.defineProperty(process, "parentPort", { value: strict("process.parentPort", parentPort) });

await import(pathToFileURL(modulePath).href);
