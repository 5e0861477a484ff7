// What an empty place shows: how to begin.

import { element, example } from "./draw.js";

export function drawWelcome(room) {
  const direct = room.place.startsWith("direct:");
  const title = direct ? "Just you and the bot" : `It is quiet in #${room.placeName}`;
  const text = direct
    ? "Whatever you write here, only you and Glitterkaktus see it. Cacti arrive here, too."
    : "Somebody surely did something good today. Click an example, change it as you like, and press Enter.";
  const children = [element("h2", "", title), element("p", "", text),
    element("div", "examples", ...examples(room).map((words) => example({ text: words }, room)))];
  if (!direct) children.push(element("p", "context",
    "Then become somebody else on the left, or move the clock: waiting cacti go out, and on Friday the week's highlights appear."));
  return element("section", "welcome", ...children);
}

function examples(room) {
  const others = [...room.people.keys()].filter((account) => account !== room.me);
  const named = (wish) => (others.includes(wish) ? wish : others[0] ?? "kim");
  return [
    `/glitter @${named(room.me === "kim" ? "maja" : "kim")} stayed late for the balsamico customer`,
    `/cactus @${named(room.me === "bo" ? "ana" : "bo")} the returns desk was empty at noon on Tuesday`,
    "/cactus",
    "/glitter help",
  ];
}
