/** Message ports of the main process: a pair, one of which goes to the page. */
import type { MessageChannelMain as RealChannel, MessagePortMain as Real } from "electron";
import { link, tell } from "./screen-link.ts";
import { carriedText, eventsOf, type Invented, KnownEvents, strict } from "./strict.ts";

const EVENTS = eventsOf<Real>()("message", "close");

/** The ports whose other end is in the page, by the number both sides know them by. */
const inPage = new Map<number, Port>();
let lastNumber = 0;

/** One end, as the stand-in has it; the app sees of it what {@link seenPort} shows. */
class Port extends KnownEvents {
  other: Port | null = null;
  /** Not null: this end is kept here, and the other is in the page. */
  number: number | null = null;
  isStarted = false;
  isClosed = false;
  waiting: string[] = [];

  constructor() {
    super(EVENTS);
  }

  postMessage(message: unknown, transfer: readonly object[] = []): void {
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

function seenPort(port: Port): object {
  const seen = strict("MessagePortMain", {
    on: (event: string, listen: (...args: never[]) => void) => void port.on(event, listen),
    postMessage: (message: unknown, transfer?: readonly object[]) => port.postMessage(message, transfer),
    start: () => port.start(),
    close: () => port.close(),
  } satisfies Partial<Record<keyof Real, unknown>>);
  ports.set(seen, port);
  return seen;
}

export class MessageChannelMain implements Invented<MessageChannelMain, RealChannel> {
  readonly port1: object;
  readonly port2: object;

  constructor() {
    const [one, two] = [new Port(), new Port()];
    one.other = two;
    two.other = one;
    this.port1 = seenPort(one);
    this.port2 = seenPort(two);
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
