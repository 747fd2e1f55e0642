/** The box in which a note is written, and where notes show. */
import { expect, type Locator } from "@playwright/test";
import type { InWindow } from "./book-window.ts";

export class NoteBox {
  readonly #window: InWindow;

  constructor(window: InWindow) {
    this.#window = window;
  }

  /** Its name says what the note is about. */
  named(title: string): Locator {
    return this.#window.page.getByRole("dialog", { name: title, exact: true });
  }

  get text(): Locator {
    return this.#window.page.getByRole("textbox", { name: this.#window.words.notes.text, exact: true });
  }

  button(name: "save" | "remove" | "discard"): Locator {
    return this.text.locator("xpath=ancestor::*[@role='dialog']").getByRole("button", {
      name: this.#window.words.notes[name],
      exact: true,
    });
  }

  /** Opens the note of the cell in hand with its key. */
  async open(): Promise<void> {
    await this.#window.page.keyboard.press("Shift+F2");
    await expect(this.text).toBeFocused();
  }

  /** Types at the end of what is there, and saves with the key. */
  async write(text: string): Promise<void> {
    await this.text.pressSequentially(text);
    await this.text.press("ControlOrMeta+Enter");
    await expect(this.text).toBeHidden();
  }

  /** The notes that the explanation of the cell in hand tells. */
  get inPane(): Locator {
    return this.#window.page
      .getByRole("list", { name: this.#window.words.explain.notes, exact: true })
      .getByRole("listitem");
  }

  /** Whether a cell, a label or a header carries the corner of a note. */
  async expectMark(at: Locator, isThere: boolean): Promise<void> {
    await expect(at.locator("[data-note]").first()).toHaveAttribute("data-note", String(isThere));
  }
}
