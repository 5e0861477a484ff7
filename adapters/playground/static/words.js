// What the page itself says: as the server told it, in the language of whom the page shows.

let frame = JSON.parse(document.body.dataset.frame);

/** The sentence `text` with its facts put in. */
export function say(text, facts = {}) {
  return frame.words[text].replace(/\{(\w+)\}/g, (_, fact) => facts[fact]);
}

export const language = () => frame.language;
/** How dates and numbers are written. */
export const locale = () => frame.locale;
/** Where the head office is. */
export const city = () => frame.city;
/** What the message field offers: [{typed, text, word}]. */
export const commands = () => frame.commands;

/** Speak as `told` from now on, also what stands on the page already. */
export function speak(told) {
  frame = told;
  document.documentElement.lang = told.language;
  for (const one of document.querySelectorAll("[data-say]")) one.textContent = say(one.dataset.say);
  for (const one of document.querySelectorAll("[data-say-label]")) {
    one.setAttribute("aria-label", say(one.dataset.sayLabel));
  }
  for (const one of document.querySelectorAll("[data-say-title]")) one.title = say(one.dataset.sayTitle);
}
