/**
 * Draws packaging/icon.svg as the icons that the systems want: a PNG for Linux, an ICO for Windows, an ICNS for a
 * Mac. Run by hand after the drawing is changed: node scripts/make-icons.ts
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { ensureChromium } from "./chromium.ts";
import { sandboxSwitches } from "./electron.ts";
import { ROOT } from "./run-node.ts";

const FOLDER = join(ROOT, "packaging");

interface Picture {
  readonly size: number;
  readonly png: Buffer;
}

/** Windows chooses among these by itself. */
const ICO_SIZES = [16, 24, 32, 48, 64, 128, 256];
/** By the types that hold a PNG; the same picture may stand for 1x and 2x. */
const ICNS_TYPES: readonly (readonly [type: string, size: number])[] = [
  ["icp4", 16],
  ["icp5", 32],
  ["ic07", 128],
  ["ic08", 256],
  ["ic09", 512],
  ["ic10", 1024],
  ["ic11", 32],
  ["ic12", 64],
  ["ic13", 256],
  ["ic14", 512],
];
const PNG_SIZE = 512;

async function draw(svg: string, sizes: readonly number[]): Promise<Picture[]> {
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: sandboxSwitches() });
  const pictures: Picture[] = [];
  for (const size of sizes) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(`<style>*{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`);
    pictures.push({ size, png: await page.screenshot({ omitBackground: true }) });
    await page.close();
  }
  await browser.close();
  return pictures;
}

const HEADER_BYTES = 6;
const ENTRY_BYTES = 16;

/** A header, an entry for each picture, the pictures. 256 is written as 0. */
function ico(pictures: readonly Picture[]): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let offset = HEADER_BYTES + ENTRY_BYTES * pictures.length;
  const entries = pictures.map(({ size, png }) => {
    const entry = Buffer.alloc(ENTRY_BYTES);
    entry.writeUInt8(size % 256, 0);
    entry.writeUInt8(size % 256, 1);
    entry.writeUInt16LE(1, 4);
    entry.writeUInt16LE(32, 6);
    entry.writeUInt32LE(png.length, 8);
    entry.writeUInt32LE(offset, 12);
    offset += png.length;
    return entry;
  });
  return Buffer.concat([header, ...entries, ...pictures.map(({ png }) => png)]);
}

/** Blocks of a type, a length and a picture, within one of the whole. */
function icns(blocks: readonly (readonly [type: string, png: Buffer])[]): Buffer {
  const block = (type: string, content: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.write(type, 0, "latin1");
    head.writeUInt32BE(content.length + head.length, 4);
    return Buffer.concat([head, content]);
  };
  return block("icns", Buffer.concat(blocks.map(([type, png]) => block(type, png))));
}

const sizes = [...new Set([...ICO_SIZES, ...ICNS_TYPES.map(([, size]) => size), PNG_SIZE])];
const pictures = await draw(readFileSync(join(FOLDER, "icon.svg"), "utf8"), sizes);
const pngOf = (size: number): Buffer => {
  const found = pictures.find((picture) => picture.size === size);
  if (found === undefined) throw new Error(`No picture of ${size} pixels was drawn.`);
  return found.png;
};
writeFileSync(join(FOLDER, "icon.png"), pngOf(PNG_SIZE));
writeFileSync(join(FOLDER, "icon.ico"), ico(ICO_SIZES.map((size) => ({ size, png: pngOf(size) }))));
writeFileSync(join(FOLDER, "icon.icns"), icns(ICNS_TYPES.map(([type, size]) => [type, pngOf(size)])));
