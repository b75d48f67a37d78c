// @ts-check
/**
 * Tabs by the ARIA pattern: one tab stop, arrow keys move and select, Home and End go to the ends.
 */

export class Tabs {
  /**
   * @param {HTMLElement} list its buttons name their panels in `data-view`
   * @param {Record<string, HTMLElement>} panels
   * @param {(view: string) => void} onselect
   */
  constructor(list, panels, onselect) {
    this.buttons = /** @type {HTMLElement[]} */ ([...list.querySelectorAll("[role=tab]")]);
    this.panels = panels;
    this.onselect = onselect;
    list.addEventListener("click", (event) => {
      const tab = /** @type {Element} */ (event.target).closest("[role=tab]");
      if (tab) this.select(/** @type {HTMLElement} */ (tab).dataset.view ?? "");
    });
    list.addEventListener("keydown", (event) => this.#key(event));
    this.selected = "";
    this.#choose(this.buttons[0].dataset.view ?? "");
  }

  /** @param {string} view */
  select(view) {
    this.#choose(view);
    this.onselect(view);
  }

  /** @param {string} view */
  #choose(view) {
    this.selected = view;
    for (const button of this.buttons) {
      const chosen = button.dataset.view === view;
      button.setAttribute("aria-selected", String(chosen));
      button.tabIndex = chosen ? 0 : -1;
    }
    for (const [name, panel] of Object.entries(this.panels)) panel.hidden = name !== view;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const now = this.buttons.findIndex((button) => button.dataset.view === this.selected);
    const last = this.buttons.length - 1;
    const next = { ArrowRight: now === last ? 0 : now + 1, ArrowLeft: now === 0 ? last : now - 1, Home: 0, End: last }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    this.buttons[next].focus();
    this.select(this.buttons[next].dataset.view ?? "");
  }
}
