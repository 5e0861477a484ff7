// The forms that stand open on this page. The server keeps none of them.

import { drawPost } from "./draw.js";
import { focusForm } from "./forms.js";

/**
 * `send(path, body)` resolves to {told} or {error}; `put(post, element)` shows a form, `after(answer, from)`
 * shows what follows one; `back(opener)` is where a closed form leaves the person.
 */
export function createSheets({ room, send, put, after, back }) {
  const open = new Map();

  /** Focus goes there, so a screen reader need not read all of it out as news. */
  function draw(post) {
    const made = drawPost(post, room);
    made.setAttribute("aria-live", "off");
    return made;
  }

  function show(post, from, opener) {
    const same = [...open.values()].find((one) => one.who === room.me && key(one.post) === key(post));
    const sheet = same ?? { post, from, opener, who: room.me, made: draw(post) };
    if (!same) open.set(post.id, sheet);
    put(sheet.post, sheet.made);
    focus(sheet);
  }

  async function submit(post, fields, ref) {
    const sheet = open.get(post.id);
    const { form, subject } = pieceOf(post);
    const body = { place: post.place, form, subject, fields, ref, message: sheet.from };
    const { told, error } = await send("submit", body);
    if (error || !told) return error ?? "";
    open.delete(post.id);
    if (!isForm(told.answer)) {
      sheet.made.remove();
      after(told.answer, sheet.from);
      return "";
    }
    const again = { ...sheet, post: told.answer, made: draw(told.answer) };
    open.set(told.answer.id, again);
    sheet.made.replaceWith(again.made);
    focus(again);
    return "";
  }

  function cancel(post) {
    const sheet = open.get(post.id);
    open.delete(post.id);
    sheet.made.remove();
    back(sheet);
  }

  return {
    show, submit, cancel,
    /** Those of this person at this place, as elements. */
    here: () => [...open.values()].filter(({ post, who }) => who === room.me && post.place === room.place),
  };
}

export function isForm(post) {
  return post.pieces.some(({ piece }) => piece === "form");
}

function pieceOf(post) {
  return post.pieces.find(({ piece }) => piece === "form");
}

/** The same form of the same thing opens once. */
function key(post) {
  const { form, subject } = pieceOf(post);
  return `${form} ${subject} ${post.place}`;
}

function focus({ made }) {
  made.scrollIntoView({ block: "nearest" });
  focusForm(made.querySelector("form"));
}
