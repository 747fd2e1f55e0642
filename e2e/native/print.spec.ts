import { expect, test } from "../app.ts";

test("Ctrl+P writes the briefing as a PDF where the system's dialog says", async ({ app, kessan }) => {
  const { name, bytes } = await app.saved(() => kessan.page.keyboard.press("ControlOrMeta+p"));
  expect(name).toMatch(/\.pdf$/u);
  expect(Buffer.from(bytes).toString("latin1", 0, 5)).toBe("%PDF-");
});
