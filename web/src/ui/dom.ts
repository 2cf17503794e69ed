// SPDX-License-Identifier: Apache-2.0
//
// Makes a DOM element in one call. Text is always inserted as text, never as markup. Styles are set
// through the object model: the content security policy of the page allows this, but forbids style
// attributes.
export type Child = Node | string | number | null | undefined | false | readonly Child[];

export interface Properties {
  class?: string | undefined;
  style?: Record<string, string>;
  /** Identifies the element when it is drawn again, so that the focus can return to it. */
  key?: string | undefined;
  on?: { [type: string]: (event: never) => void };
  [attribute: string]: unknown;
}

function fill(element: Element & ElementCSSInlineStyle, properties: Properties,
              children: readonly Child[]): void {
  const { style, on, key, ...attributes } = properties;
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null) continue;
    if (typeof value === "boolean" && !name.startsWith("aria-")) element.toggleAttribute(name, value);
    else element.setAttribute(name, String(value));
  }
  if (key !== undefined) element.setAttribute("data-key", key);
  for (const [name, value] of Object.entries(style ?? {})) element.style.setProperty(name, value);
  for (const [type, listener] of Object.entries(on ?? {}))
    element.addEventListener(type, listener as EventListener);
  append(element, children);
}

function append(parent: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    if (Array.isArray(child)) append(parent, child);
    else parent.append(child instanceof Node ? child : String(child as string | number));
  }
}

export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K, properties: Properties = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  fill(element, properties, children);
  return element;
}

export function s<K extends keyof SVGElementTagNameMap>(
  tag: K, properties: Properties = {}, ...children: Child[]): SVGElementTagNameMap[K] {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  fill(element, properties, children);
  return element;
}

/** Replaces the children, and restores the focus and the text being typed in the element with the same key. */
export function replaceChildren(parent: Element, ...children: Child[]): void {
  const active = document.activeElement;
  const key = active && parent.contains(active) ? active.getAttribute("data-key") : null;
  const caret = active instanceof HTMLInputElement && active.type === "search"
    ? active.selectionStart : null;
  const scrolled = [...parent.querySelectorAll("[data-scroll]")].map(
    (element) => [element.getAttribute("data-scroll"), element.scrollTop, element.scrollLeft] as const);
  parent.replaceChildren();
  append(parent, children);
  for (const [name, top, left] of scrolled) {
    const element = parent.querySelector(`[data-scroll="${name}"]`);
    element?.scrollTo(left, top);
  }
  if (key === null) return;
  const again = parent.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
  again?.focus({ preventScroll: true });
  if (!(again instanceof HTMLInputElement) || !(active instanceof HTMLInputElement)) return;
  // Text that the user is typing must not be replaced before it is entered.
  if (["text", "search", "number"].includes(again.type)) again.value = active.value;
  if (caret !== null) again.setSelectionRange(caret, caret);
}

/** Makes an element that is not a button react to Enter and Space as to a click. */
export function pressable(label: string, press: () => void): Properties {
  return {
    tabindex: 0, role: "button", "aria-label": label,
    on: {
      click: (event: Event) => { event.stopPropagation(); press(); },
      keydown: (event: KeyboardEvent) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        event.stopPropagation();
        press();
      },
    },
  };
}
