// What an empty place shows: how to begin.

import { element, example } from "./draw.js";
import { commands, say } from "./words.js";

export function drawWelcome(room) {
  const direct = room.place.startsWith("direct:");
  const title = direct ? say("playground-private") : say("playground-quiet", { channel: room.placeName });
  const text = say(direct ? "playground-private-what" : "playground-quiet-what");
  const children = [element("h2", "", title), element("p", "", text),
    element("div", "examples", ...examples(room).map((words) => example({ text: words }, room)))];
  if (!direct) children.push(element("p", "context", say("playground-quiet-next")));
  return element("section", "welcome", ...children);
}

function examples(room) {
  const others = [...room.people.keys()].filter((account) => account !== room.me);
  const named = (wish) => (others.includes(wish) ? wish : others[0] ?? "kim");
  return [
    `/glitter @${named(room.me === "kim" ? "maja" : "kim")} ${say("playground-example-glitter")}`,
    `/cactus @${named(room.me === "bo" ? "ana" : "bo")} ${say("playground-example-cactus")}`,
    "/cactus",
    commands().find(({ word }) => word === "words-help").typed,
  ];
}
