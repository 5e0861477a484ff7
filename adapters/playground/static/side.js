// The sidebar: who I am, and where I can go. Every entry is a link, so it opens in a second window too.

import { avatar, element } from "./draw.js";
import { say } from "./words.js";

const autonym = (locale) => {
  const language = locale.split("-")[0];
  return new Intl.DisplayNames([locale], { type: "language" }).of(language);
};

/** Address of this page for a person at a place (`general`, or the bot's name). */
export function address(me, place) {
  return `/?${new URLSearchParams({ as: me, in: place })}`;
}

/** `room` as in app.js; `unread` has `place(key)` and `person(account)`. */
export function drawSide(room, unread) {
  const people = [...room.people.values()];
  fill("people", people.map((person, at) => colleague(person, at, room, unread)));
  fill("channels", room.channels.map((place) => channel(place, room, unread)));
  fill("direct", [direct(room, unread)]);
  const elsewhere = [...room.channels.map((place) => place.key), `direct:${room.me}`];
  document.getElementById("menu-dot").hidden = !elsewhere.some((key) => unread.place(key));
}

function fill(id, links) {
  const focused = document.activeElement?.closest?.(`#${id} a`)?.href;
  const list = document.getElementById(id);
  list.replaceChildren(...links.map((link) => element("li", "", link)));
  if (focused) [...list.querySelectorAll("a")].find((link) => link.href === focused)?.focus();
}

function link(me, place, chosen, ...children) {
  const made = element("a", "", ...children);
  made.href = address(me, place);
  made.dataset.go = "";
  if (chosen) made.setAttribute("aria-current", "true");
  return made;
}

function dot(text) {
  return element("span", "dot", element("span", "hidden", text));
}

function colleague(person, at, room, unread) {
  const about = [person.role, person.city].filter(Boolean).join(", ");
  const language = element("i", "", autonym(person.locale || "en"));
  language.lang = person.locale;
  const lines = element("span", "lines", element("b", "", person.name),
    element("small", "", about ? `${about} · ` : "", language));
  const made = link(person.account, room.placeName, person.account === room.me, avatar(person, at), lines);
  if (person.account !== room.me && unread.person(person.account)) made.append(dot(say("playground-new-for")));
  return made;
}

function channel(place, room, unread) {
  const sign = element("span", "sign", "#");
  sign.setAttribute("aria-hidden", "true");
  const made = link(room.me, place.name, place.key === room.place, sign, place.name);
  if (unread.place(place.key)) made.append(dot(say("playground-new-here")));
  return made;
}

function direct(room, unread) {
  const picture = element("img");
  picture.src = "/playground/static/cactus.svg";
  picture.alt = "";
  const key = `direct:${room.me}`;
  const made = link(room.me, room.bot.account, key === room.place, picture, room.bot.name);
  if (unread.place(key)) made.append(dot(say("playground-new-here")));
  return made;
}
