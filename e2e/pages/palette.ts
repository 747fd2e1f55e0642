/** The lists that stand in front of the window: all commands, where to go, keys and commands. */
import type { Locator } from "@playwright/test";
import type { InWindow } from "./book-window.ts";

/** A line to type in over a list to choose from. */
class ChoiceBox {
  readonly #window: InWindow;
  readonly #label: () => string;

  constructor(window: InWindow, label: () => string) {
    this.#window = window;
    this.#label = label;
  }

  get root(): Locator {
    return this.#window.page.getByRole("dialog", { name: this.#label(), exact: true });
  }

  get input(): Locator {
    return this.root.getByRole("combobox", { name: this.#label(), exact: true });
  }

  get choices(): Locator {
    return this.root.getByRole("option");
  }

  /** The one that Enter takes. */
  get chosen(): Locator {
    return this.root.getByRole("option", { selected: true });
  }

  choice(text: string | RegExp): Locator {
    return this.choices.filter({ hasText: text });
  }

  /** What is said where there is nothing to choose. */
  get message(): Locator {
    return this.root.getByRole("status");
  }
}

export class Palette extends ChoiceBox {
  constructor(window: InWindow) {
    super(window, () => window.words.commands.list.label);
  }
}

export class GoBox extends ChoiceBox {
  constructor(window: InWindow) {
    super(window, () => window.words.find.goLabel);
  }
}

export class CheatSheet {
  readonly #window: InWindow;

  constructor(window: InWindow) {
    this.#window = window;
  }

  get root(): Locator {
    return this.#window.page.getByRole("dialog", { name: this.#window.words.commands.cheatSheet, exact: true });
  }

  get search(): Locator {
    return this.root.getByRole("searchbox");
  }

  group(title: string): Locator {
    return this.root.getByRole("region", { name: title, exact: true });
  }

  /** The keys beside a name. */
  keysOf(name: string): Locator {
    return this.root.locator(`xpath=.//dt[normalize-space()="${name}"]/following-sibling::dd[1]//kbd`);
  }

  get names(): Locator {
    return this.root.getByRole("term");
  }
}
