/** `clipboard` and `nativeImage`: a picture on the system's clipboard, and whether bytes are one. */
import { inflateSync } from "node:zlib";
import type { Clipboard, ClipboardItem as Real, NativeImage, nativeImage as realImages } from "electron";
import { link } from "./screen-link.ts";
import { type Invented, strict } from "./strict.ts";

export class ClipboardItem implements Invented<ClipboardItem, Real> {
  readonly types: string[];
  readonly #items: Readonly<Record<string, unknown>>;

  constructor(items: Readonly<Record<string, unknown>>) {
    this.#items = items;
    this.types = Object.keys(items);
  }

  async getType(type: string): Promise<unknown> {
    return this.#items[type];
  }
}

export const clipboard = strict("clipboard", {
  async write(items) {
    for (const item of items) {
      for (const type of item.types) {
        const blob = await item.getType(type);
        if (!(blob instanceof Blob))
          throw new Error(`Electron's stand-in has only blobs on its clipboard, not ${type}.`);
        await link.ask("clipboard.write", { type, bytes: new Uint8Array(await blob.arrayBuffer()) });
      }
    }
  },
} satisfies Pick<Clipboard, "write">);

const LENGTH_TYPE_AND_SUM = 12;

/** Whether bytes are a PNG whose picture can be unpacked; an image of anything else is empty. */
function isPicture(bytes: Buffer): boolean {
  const data: Buffer[] = [];
  let at = 8;
  while (at + LENGTH_TYPE_AND_SUM <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString("latin1", at + 4, at + 8) === "IDAT") data.push(bytes.subarray(at + 8, at + 8 + length));
    at += length + LENGTH_TYPE_AND_SUM;
  }
  try {
    return inflateSync(Buffer.concat(data)).length > 0;
  } catch {
    return false;
  }
}

export const nativeImage = strict("nativeImage", {
  createFromBuffer: (bytes) => strict("NativeImage", { isEmpty: () => !isPicture(bytes) }) as NativeImage,
} satisfies Pick<typeof realImages, "createFromBuffer">);
