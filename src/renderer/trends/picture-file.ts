/** The chart on screen as a file: an SVG drawing or a PNG picture, as it is shown. */
import type { Size } from "./plot-layout.ts";

/** Twice the pixels of the screen: sharp on slides and in print. */
const PNG_SCALE = 2;

/** The text of an SVG file that says what it shows to those who cannot see it. */
export function titledSvg(svg: string, title: string): string {
  const escaped = title.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return svg.replace(/<svg\b[^>]*>/u, (tag) => `${tag}\n<title>${escaped}</title>`);
}

/** @throws Error where the drawing cannot be read as a picture */
export async function pngOf(svg: string, { width, height }: Size): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(width * PNG_SCALE);
    canvas.height = Math.round(height * PNG_SCALE);
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
    if (blob === null) throw new Error("The browser drew no picture.");
    return blob;
  } finally {
    URL.revokeObjectURL(address);
  }
}

export async function base64Of(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/** A title as the name of a file: what no system takes is left out. */
export function fileNameOf(title: string, ending: "png" | "svg" | "pdf"): string {
  const name = title
    .replace(/[\p{Cc}"*/:<>?\\|]/gu, " ")
    .replace(/\s+/gu, " ")
    .trim()
    .slice(0, LONGEST_NAME)
    .replace(/[. ]+$/u, "");
  return `${name || "Kessan"}.${ending}`;
}

/** Room for a folder before it, where a whole path may have 255 characters. */
const LONGEST_NAME = 100;
