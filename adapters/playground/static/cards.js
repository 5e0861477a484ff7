// The pieces of a cactus: its words, where it stands, what was said since.

import { avatar, element, spans } from "./draw.js";

/** The cactus as it was written; `marked` is pointed out where it first occurs. */
export function letter(piece, room) {
  const made = element("blockquote", "letter");
  if (piece.by.length) made.append(element("p", "by", ...spans(piece.by, room)));
  let marked = piece.marked;
  for (const { heading, text } of piece.parts) {
    const at = marked ? text.indexOf(marked) : -1;
    const words = at < 0 ? [text]
      : [text.slice(0, at), element("mark", "", marked), text.slice(at + marked.length)];
    if (at >= 0) marked = "";
    if (heading) made.append(element("h4", "", heading));
    const passage = element("p", "words-of", ...words);
    passage.dir = "auto";
    made.append(passage);
  }
  return made;
}

export function state(piece, room) {
  return element("ul", "state", element("li", `is ${piece.state}`, piece.label),
    ...piece.facts.map((fact) => element("li", "", ...spans(fact, room))));
}

export function talk(piece, room) {
  const people = [...room.people.keys()];
  return element("ol", "talk", ...piece.lines.map(({ by, account, when, text }) => {
    const words = element("p", "words-of", text);
    words.dir = "auto";
    const person = room.people.get(account);
    const made = element("li", account === room.me ? "mine" : "",
      ...(person ? [avatar(person, people.indexOf(account))] : []),
      element("div", "", element("p", "by", ...spans(by, room), element("small", "", when)), words));
    return made;
  }));
}

export function entries(piece, room) {
  return element("ul", "entries", ...piece.entries.map(({ spans: said, note }) =>
    element("li", "", ...spans(said, room), ...(note ? [element("small", "", note)] : []))));
}

/** A leading 🌸 opens out of a 🌵; the style sheet moves it, or does not. */
export function blossom(children) {
  const [first, ...rest] = children;
  if (typeof first !== "string" || !first.startsWith("🌸")) return children;
  return [element("span", "blossom", element("span", "", "🌸")), first.slice("🌸".length), ...rest];
}
