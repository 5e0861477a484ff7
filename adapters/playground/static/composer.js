// The message field: an input with a list that completes people and commands (ARIA combobox).

import { avatar, element } from "./draw.js";
import { commands, say } from "./words.js";

const HINTS = [
  [/^\s*\/glitter\b/i, "playground-hint-glitter"],
  [/^\s*\/(cactus|kaktus)\s*$/i, "playground-hint-form"],
  [/^\s*\/(cactus|kaktus)\b/i, "playground-hint-cactus"],
  [/^\s*\//, "playground-hint-commands"],
];

/** Praise goes on with whom it is for. */
const offers = () => commands().map(({ typed, text }) =>
  ({ typed, text, insert: typed === "/glitter" ? "/glitter @" : typed }));
const bare = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** `colleagues()` gives those who can be named; `send(text)` resolves to true once it was taken. */
export function createComposer({ colleagues, send }) {
  const form = document.getElementById("composer");
  const line = document.getElementById("line");
  const list = document.getElementById("choices");
  const hint = document.getElementById("hint");
  let choices = [];
  let active = 0;
  let sending = false;

  function suggestions() {
    const before = line.value.slice(0, line.selectionStart ?? line.value.length);
    const after = line.value.slice(before.length);
    const named = before.match(/(?<![\w.+-])@([\p{L}\p{N}_-]*)$/u);
    if (named) return people(named[1], before.slice(0, named.index), after);
    if (!after && /^\/\p{L}*( \p{L}*)?$/u.test(before)) return known(before.toLowerCase());
    return [];
  }

  function people(query, before, after) {
    const begins = (word) => bare(word).startsWith(bare(query));
    const fits = ({ account, name }) => [account, ...name.split(" ")].some(begins);
    const comesFirst = ({ account, name }) => begins(account) || begins(name);
    // Whoever is called so comes before whose last name begins so: Enter chooses the first.
    const found = colleagues().filter(({ person }) => fits(person))
      .sort((one, other) => comesFirst(other.person) - comesFirst(one.person));
    // Who is written out needs no choice, but right behind a command, where Enter has nothing to send.
    const first = /^\/\S+ $/.test(before);
    const written = !first && found.length === 1 && found[0].person.account === bare(query);
    return written ? [] : found.map(({ person, order }) => ({
      option: [avatar(person, order), element("strong", "", person.name),
        element("span", "", `@${person.account}`), element("small", "", person.role)],
      before: `${before}@${person.account} `,
      after: after.replace(/^ /, ""),
    }));
  }

  function known(typed) {
    return offers().filter((offer) => bare(offer.typed).startsWith(bare(typed)) && offer.insert !== typed)
      .map((offer) => ({
        option: [element("strong", "", offer.typed), element("small", "", offer.text)],
        before: offer.insert, after: "",
      }));
  }

  function refresh() {
    choices = suggestions();
    // What can be sent as it stands is sent by Enter; the arrows still choose.
    active = offers().some(({ insert }) => insert === line.value.trimEnd()) ? -1 : 0;
    list.replaceChildren(...choices.map((choice, at) => {
      const option = element("li", "", ...choice.option);
      option.id = `choice-${at}`;
      option.role = "option";
      option.addEventListener("mousedown", (event) => { event.preventDefault(); choose(at); });
      return option;
    }));
    advise();
    mark();
  }

  function advise() {
    hint.textContent = say(HINTS.find(([start]) => start.test(line.value))?.[1] ?? "playground-hint");
  }

  function mark() {
    const open = choices.length > 0;
    list.hidden = !open;
    line.setAttribute("aria-expanded", String(open));
    [...list.children].forEach((option, at) => option.setAttribute("aria-selected", String(at === active)));
    if (!open || active < 0) return line.removeAttribute("aria-activedescendant");
    line.setAttribute("aria-activedescendant", `choice-${active}`);
    list.children[active].scrollIntoView({ block: "nearest" });
  }

  function choose(at) {
    const { before, after } = choices[at];
    line.value = before + after;
    line.setSelectionRange(before.length, before.length);
    refresh();
  }

  function close() {
    choices = [];
    mark();
  }

  async function submit() {
    if (sending || !line.value.trim()) return;
    sending = true;
    form.setAttribute("aria-busy", "true");
    const typed = line.value;
    const taken = await send(typed);
    sending = false;
    form.removeAttribute("aria-busy");
    if (taken && line.value === typed) fill("");
  }

  const KEYS = {
    ArrowDown: () => { active = (active + 1) % choices.length; mark(); },
    ArrowUp: () => { active = (Math.max(active, 0) + choices.length - 1) % choices.length; mark(); },
    Enter: () => choose(active),
    Tab: () => choose(active),
    Escape: close,
  };

  line.addEventListener("keydown", (event) => {
    if (!choices.length || !(event.key in KEYS) || event.isComposing || event.shiftKey) return;
    if (active < 0 && (event.key === "Enter" || event.key === "Tab")) return close();
    event.preventDefault();
    KEYS[event.key]();
  });
  line.addEventListener("beforeinput", (event) => {
    // Choosing /glitter has written the "@" that many type as well.
    const before = line.value.slice(0, line.selectionStart);
    if (event.data === "@" && /(^|\s)@$/.test(before)) event.preventDefault();
  });
  line.addEventListener("input", refresh);
  line.addEventListener("click", refresh);
  line.addEventListener("blur", close);
  form.addEventListener("submit", (event) => { event.preventDefault(); submit(); });

  function fill(text) {
    line.value = text;
    refresh();
  }

  refresh();
  return { fill, advise, focus: () => line.focus(), empty: () => line.value === "" };
}
