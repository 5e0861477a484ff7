// A form as a card in the conversation. It lives on this page only: closing it asks nobody.

import { now, number } from "./clock.js";
import { element, spans } from "./draw.js";
import { refs } from "./net.js";
import { language, say } from "./words.js";

let made = 0;

/**
 * A <form> for a piece. `room.submit(post, fields, ref)` resolves to "" or to why it was not taken;
 * `room.cancel(post)` closes it.
 */
export function drawForm(piece, post, room) {
  const id = `form-${++made}`;
  const problem = element("p", "problem", ...spans(piece.problem, room));
  problem.id = `${id}-problem`;
  problem.role = "alert";
  problem.tabIndex = -1;
  const controls = piece.fields.map((field) => control(field, `${id}-${field.name}`, room));
  const form = element("form", "sheet", problem, ...controls.map((one) => one.whole), buttons(piece, post, room));
  form.noValidate = true;
  form.autocomplete = "off";
  form.setAttribute("aria-label", post.pieces.find((one) => one.piece === "title").spans.join(""));
  for (const { field, input } of controls) {
    if (piece.problem.length && piece.at === field.name) invalid(input, problem.id);
  }
  listen(form, { post, room, problem, controls });
  return form;
}

/** Where typing goes on: at the problem where there is one, else at the first field left empty. */
export function focusForm(form) {
  const problem = form.querySelector(".problem");
  const fields = [...form.querySelectorAll("input, select, textarea")];
  const first = problem.textContent ? problem : fields.find(({ value }) => !value) ?? fields[0];
  first?.focus({ preventScroll: true });
}

function listen(form, { post, room, problem, controls }) {
  const ref = refs();
  let sending = false;
  const send = async () => {
    if (sending) return;
    sending = true;
    form.setAttribute("aria-busy", "true");
    const fields = Object.fromEntries(controls.map(({ field, input }) => [field.name, value(input)]));
    const error = await room.submit(post, fields, ref.of(JSON.stringify(fields)));
    sending = false;
    form.removeAttribute("aria-busy");
    problem.textContent = error;
    if (error) problem.focus();
  };
  form.addEventListener("submit", (event) => { event.preventDefault(); send(); });
  form.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Escape") room.cancel(post);
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send();
  });
}

function buttons(piece, post, room) {
  const send = element("button", "action main", piece.submit);
  const cancel = element("button", "action quiet", say("playground-cancel"));
  cancel.type = "button";
  cancel.lang = language();
  cancel.addEventListener("click", () => room.cancel(post));
  return element("div", "buttons", send, cancel);
}

// ---------------------------------------------------------------- fields

function control(field, id, room) {
  const input = INPUTS[field.kind](field, room);
  const label = element("label", "", field.label);
  const hint = element("p", "hint", field.hint);
  input.id = label.htmlFor = id;
  hint.id = `${id}-hint`;
  input.name = field.name;
  input.setAttribute("aria-describedby", hint.id);
  input.setAttribute("aria-required", String(field.required));
  const below = element("div", "below", hint);
  if (field.kind === "line" || field.kind === "lines") below.append(counter(field, input, `${id}-counter`));
  return { field, input, whole: element("div", `entry ${field.kind}`, label, input, below) };
}

const INPUTS = {
  line: (field) => filled(element("input"), field),
  lines: (field) => filled(element("textarea"), field),
  date(field, room) {
    const input = element("input");
    input.type = "date";
    input.min = now().toLocaleDateString("sv-SE", { timeZone: room.zone });
    return filled(input, field);
  },
  person(field, room) {
    const select = element("select", "", option("", "–"));
    for (const { account, name, role } of room.people.values()) {
      if (account !== room.me) select.append(option(account, role ? `${name} · ${role}` : name));
    }
    return filled(select, field);
  },
  people(field, room) {
    const group = element("div", "crowd");
    group.role = "group";
    group.setAttribute("aria-label", field.label);
    const chosen = new Set(field.value.split(","));
    for (const { account, name, role } of room.people.values()) {
      if (account === room.me && field.name === "receivers") continue;
      const box = element("input");
      Object.assign(box, { type: "checkbox", value: account, checked: chosen.has(account) });
      group.append(element("label", "person", box, role ? `${name} · ${role}` : name));
    }
    return valued(group, () => [...group.querySelectorAll(":checked")].map((box) => box.value).join(","));
  },
  choice: (field) => chooser(field),
  channel: (field) => chooser(field),
  number(field) {
    const input = element("input");
    Object.assign(input, { type: "number", inputMode: "numeric", min: field.least, max: field.most });
    return filled(input, field);
  },
  check(field) {
    const box = element("input");
    Object.assign(box, { type: "checkbox", checked: field.value === "yes" });
    box.dataset.check = "";
    return box;
  },
};

/** Of a required choice there is no way to choose nothing, once something is chosen. */
function chooser(field) {
  const select = element("select");
  const offered = field.options.map(({ value }) => value);
  if (!offered.includes("") && !(field.required && offered.includes(field.value))) select.append(option("", "–"));
  select.append(...field.options.map(({ value, label }) => option(value, label)));
  return filled(select, field);
}

function valued(group, value) {
  Object.defineProperty(group, "value", { get: value });
  return group;
}

/** What a control holds; a box holds "yes" or nothing. */
function value(input) {
  if ("check" in input.dataset) return input.checked ? "yes" : "";
  return input.value;
}

function option(value, text) {
  const made = element("option", "", text);
  made.value = value;
  return made;
}

function filled(input, field) {
  input.value = field.value;
  return input;
}

/** How many characters are written; too many are kept, and said to be too many. */
function counter(field, input, id) {
  const shown = element("p", "counter");
  shown.id = id;
  describe(input, id);
  const count = () => {
    const written = [...input.value].length;
    shown.textContent = `${number(written)} / ${number(field.longest)}`;
    shown.classList.toggle("over", written > field.longest);
    input.setAttribute("aria-invalid", String(written > field.longest));
  };
  input.addEventListener("input", count);
  count();
  return shown;
}

function describe(input, id) {
  input.setAttribute("aria-describedby", `${input.getAttribute("aria-describedby")} ${id}`);
}

function invalid(input, problem) {
  describe(input, problem);
  input.setAttribute("aria-invalid", "true");
}
