// Posts become elements. Text stays text: nothing here is ever read as markup.

import { blossom, entries, letter, state, talk } from "./cards.js";
import { time } from "./clock.js";
import { drawForm } from "./forms.js";
import { say } from "./words.js";

export function element(tag, className = "", ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/** The round picture of a person: initials on one of six colours. */
export function avatar(person, at) {
  const initials = person.name.split(/\s+/).map((word) => word[0]).slice(0, 2).join("");
  const made = element("span", `avatar colour-${at % 6}`, initials);
  made.setAttribute("aria-hidden", "true");
  return made;
}

function botPicture() {
  const made = element("img", "avatar");
  made.src = "/playground/static/cactus.svg";
  made.alt = "";
  return made;
}

/**
 * One post as an element. `room` knows the people and says who reads:
 * {people, me, zone, bot, press(post, button), example(text), submit(post, fields, ref), cancel(post)}.
 */
export function drawPost(post, room) {
  const byBot = post.author === room.bot.account;
  const author = byBot ? room.bot : room.people.get(post.author) ?? { name: post.author };
  const order = [...room.people.keys()].indexOf(post.author);
  const head = element("p", "head", element("strong", "", author.name));
  if (byBot) head.append(element("span", "badge", say("playground-bot")));
  const when = element("time", "", time(new Date(post.at), room.zone));
  when.dateTime = post.at;
  head.append(when);
  if (post.private) head.append(element("span", "only", say("playground-only-you")));
  const words = element("div", "words", ...post.pieces.map((piece) => drawPiece(piece, post, room)));
  words.lang = post.lang;
  const made = element("article", `post ${byBot ? post.tone : "plain"}`,
    byBot ? botPicture() : avatar(author, Math.max(order, 0)), element("div", "body", head, words));
  made.classList.toggle("private", post.private);
  made.dataset.id = post.id;
  made.tabIndex = -1;
  return made;
}

function drawPiece(piece, post, room) {
  const told = spans(piece.spans ?? [], room);
  const said = post.tone === "bloomed" ? blossom(told) : told;
  switch (piece.piece) {
    case "title": return element("h3", "", ...said);
    case "news": return element("p", "news", ...said);
    case "person": return element("h4", "", ...spans(piece.spans, room));
    case "sentence": return element("p", "", ...said);
    case "context": return element("p", "context", ...spans(piece.spans, room));
    case "draft": return element("p", "draft", ...spans(piece.spans, room));
    case "quote": return quote(piece, room);
    case "letter": return letter(piece, room);
    case "state": return state(piece, room);
    case "talk": return talk(piece, room);
    case "entries": return entries(piece, room);
    case "picture": return picture(piece);
    case "form": return drawForm(piece, post, room);
    case "link": return link(piece);
    case "example": return example(piece, room);
    case "buttons": return element("div", "buttons", ...piece.buttons.map((b) => button(b, post, room)));
    default: return element("p", "", JSON.stringify(piece));
  }
}

export function spans(given, room) {
  return given.map((span) => {
    if (typeof span === "string") return span;
    const chip = element("span", "mention", `@${span.name}`);
    chip.classList.toggle("me", span.mention === room.me);
    chip.dataset.account = span.mention;
    return chip;
  });
}

function quote(piece, room) {
  const text = element("p", "", piece.text);
  text.dir = "auto";
  const made = element("blockquote", "", text);
  if (piece.by || piece.note) {
    const by = element("footer", "", ...spans(piece.by ?? [], room));
    if (piece.by && piece.note) by.append(" · ");
    by.append(piece.note ?? "");
    made.append(by);
  }
  return made;
}

function picture(piece) {
  const made = element("img", "picture");
  made.src = piece.address;
  made.alt = piece.text;
  return made;
}

function link(piece) {
  const made = element("a", "action main", piece.text);
  made.href = piece.address;
  made.target = "_blank";
  made.rel = "noopener";
  return made;
}

export function example(piece, room) {
  const made = element("button", "example", piece.text);
  made.type = "button";
  made.title = say("playground-take-example");
  made.addEventListener("click", () => room.example(piece.text));
  return made;
}

function button(face, post, room) {
  const made = element("button", `action ${face.weight}`, face.label);
  made.type = "button";
  made.addEventListener("click", () => room.press(post, face));
  return made;
}
