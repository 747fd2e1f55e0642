/** The clipboard of the system, which pages of one Chromium share: written to by another program, as Electron's main is. */
import type { Browser } from "@playwright/test";

/** A page that may, at an address of its own: only a secure one has a clipboard. */
const ELSEWHERE = "https://clipboard.stand-in/";

export async function copyElsewhere(
  browser: Browser,
  { type, bytes }: { readonly type: string; readonly bytes: Uint8Array },
): Promise<void> {
  const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
  try {
    const page = await context.newPage();
    await page.route("**", (route) => route.fulfill({ contentType: "text/html", body: "" }));
    await page.goto(ELSEWHERE);
    await page.evaluate(
      async (copied) => {
        const blob = new Blob([Uint8Array.from(atob(copied.base64), (byte) => byte.charCodeAt(0))], {
          type: copied.type,
        });
        await navigator.clipboard.write([new ClipboardItem({ [copied.type]: blob })]);
      },
      // As text: a list of numbers would be carried one by one, which for a picture takes seconds.
      { type, base64: Buffer.from(bytes).toString("base64") },
    );
  } finally {
    await context.close();
  }
}
