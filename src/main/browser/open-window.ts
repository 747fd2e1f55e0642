/**
 * Kessan's window in a Chromium of its own: no address bar, no profile of the person's, no way out to the network.
 *
 * The address with its code goes through `--remote-debugging-pipe`, two descriptors that only this process and
 * Chromium hold; the command line, which every user of the machine can read, names only the server.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { OPENING_PATH } from "./request-checks.ts";

export interface OpenWindow {
  /** Resolves when the person has closed the window, or it crashed. */
  readonly closed: Promise<void>;
  close(): Promise<void>;
}

export interface WindowWanted {
  /** Path of a Chromium or Chrome. */
  readonly chromium: string;
  /** The address with its code. */
  readonly address: string;
  /** More switches, such as the ones of a machine without a screen. */
  readonly flags?: readonly string[];
}

const FLAGS = [
  "--no-first-run",
  "--no-default-browser-check",
  // 1440 × 900 shows sixteen quarters beside both panes.
  "--window-size=1440,900",
  // Offline means offline: without these, Chromium itself asks several hosts for updates and suggestions.
  "--disable-background-networking",
  "--disable-background-mode",
  "--disable-component-update",
  "--disable-sync",
  "--disable-breakpad",
  "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
];

/** Throws where Chromium does not start, or ends before it has shown a page. */
export async function openWindow({ chromium, address, flags = [] }: WindowWanted): Promise<OpenWindow> {
  // A profile for this window alone: Chromium would hand a second window of one profile to the first.
  const profile = await mkdtemp(join(tmpdir(), "kessan-window-"));
  const child = spawn(
    chromium,
    [
      ...FLAGS,
      // Chromium's sandbox does not start as root; everyone else keeps it.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      ...flags,
      `--user-data-dir=${profile}`,
      "--remote-debugging-pipe",
      `--app=${new URL(OPENING_PATH, address).href}`,
    ],
    { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] },
  );
  const closed = new Promise<void>((resolve) => {
    child.once("error", () => resolve());
    child.once("exit", () => resolve());
  }).then(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }));

  const shown = await Promise.race([navigate(child, address).then(() => true), closed.then(() => false)]);
  if (!shown) throw new Error(`${chromium} ended without a window.`);
  return {
    closed,
    close() {
      child.kill();
      return closed;
    },
  };
}

/** The three commands of the debugging protocol that lead from the opening page to the address. */
async function navigate(child: ChildProcess, address: string): Promise<void> {
  const [, , , commands, events] = child.stdio;
  if (!(commands instanceof Writable) || !(events instanceof Readable))
    throw new Error("Chromium was started without its pipes.");
  // A Chromium that is gone closes them; that it is gone is told by its exit.
  commands.on("error", () => {});
  events.on("error", () => {});

  let lastId = 0;
  const command = (method: string, params: object, sessionId?: string): number => {
    const id = ++lastId;
    commands.write(`${JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) })}\0`);
    return id;
  };

  return new Promise((resolve) => {
    let navigation = 0;
    readMessages(events, ({ id, method, params }) => {
      if (method === "Target.targetCreated" && params?.targetInfo?.type === "page") {
        command("Target.attachToTarget", { targetId: params.targetInfo.targetId, flatten: true });
      } else if (method === "Target.attachedToTarget" && navigation === 0) {
        navigation = command("Page.navigate", { url: address }, params?.sessionId);
      } else if (id === navigation && navigation > 0) {
        resolve();
      }
    });
    command("Target.setDiscoverTargets", { discover: true });
  });
}

interface ProtocolMessage {
  readonly id?: number;
  readonly method?: string;
  readonly params?: {
    readonly sessionId?: string;
    readonly targetInfo?: { readonly type: string; readonly targetId: string };
  };
}

/** Messages are JSON, each ended by a zero. The pipe is read to its end, or Chromium would wait on a full one. */
function readMessages(events: Readable, each: (message: ProtocolMessage) => void): void {
  let rest = "";
  events.setEncoding("utf8").on("data", (text: string) => {
    const messages = `${rest}${text}`.split("\0");
    rest = messages.pop() ?? "";
    for (const message of messages) each(JSON.parse(message) as ProtocolMessage);
  });
}
