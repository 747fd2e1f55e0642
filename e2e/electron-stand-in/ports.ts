/** Message ports of the main process: a pair, one of which goes to the page. */
import type { MessagePortMain as Real } from "electron";
import { link, tell } from "./screen-link.ts";
import { carriedText, KnownEvents, strict } from "./strict.ts";

const EVENTS = ["message", "close"] as const;

/** The ports whose other end is in the page, by the number both sides know them by. */
const inPage = new Map<number, Port>();
let lastNumber = 0;

class Port extends KnownEvents implements Pick<Real, "start" | "close"> {
  other: Port | null = null;
  /** Not null: this end is kept here, and the other is in the page. */
  number: number | null = null;
  isStarted = false;
  isClosed = false;
  waiting: string[] = [];

  constructor() {
    super(EVENTS);
  }

  postMessage(message: unknown, transfer: readonly Port[] = []): void {
    if (transfer.length > 0) throw new Error("Electron's stand-in transfers no ports by ports.");
    const text = carriedText("MessagePortMain.postMessage", message);
    if (this.isClosed) return;
    if (this.number !== null) tell(link.ask("port.post", { port: this.number, data: text }));
    else this.other?.take(text);
  }

  start(): void {
    this.isStarted = true;
    for (const text of this.waiting.splice(0)) this.take(text);
  }

  close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    if (this.number !== null) {
      inPage.delete(this.number);
      tell(link.ask("port.close", this.number));
    }
  }

  /** A message from the other end; it waits until this end is started. */
  take(text: string): void {
    if (this.isClosed) return;
    if (this.isStarted) this.emit("message", strict("the message event", { data: text, ports: [] }));
    else this.waiting.push(text);
  }

  /** The other end went away. */
  end(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    this.emit("close");
  }
}

const ports = new WeakMap<object, Port>();

function strictPort(port: Port): Port {
  const seen = strict("MessagePortMain", port);
  ports.set(seen, port);
  return seen;
}

export class MessageChannelMain {
  readonly port1: Port;
  readonly port2: Port;

  constructor() {
    const [one, two] = [new Port(), new Port()];
    one.other = two;
    two.other = one;
    this.port1 = strictPort(one);
    this.port2 = strictPort(two);
  }
}

/** Gives a port to the page: its number there. What was sent to it already goes along. */
export function moveToPage(given: object): number {
  const port = ports.get(given);
  const stays = port?.other;
  if (port === undefined || stays === undefined || stays === null) throw new Error("What was transferred is no port.");
  if (port.isStarted || port.other === null) throw new Error("A port that is in use here cannot be transferred.");
  port.other = null;
  stays.other = null;
  stays.number = ++lastNumber;
  inPage.set(stays.number, stays);
  for (const text of port.waiting.splice(0)) tell(link.ask("port.post", { port: stays.number, data: text }));
  return stays.number;
}

link.answer("port.post", async ({ port, data }) => {
  inPage.get(port)?.take(data);
  return null;
});

link.answer("port.close", async (number) => {
  inPage.get(number)?.end();
  inPage.delete(number);
  return null;
});
