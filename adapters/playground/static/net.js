// How the page speaks to the server.

import { language, say } from "./words.js";

/** Resolves to {told} where it was taken, else to {error}: a sentence for the person. */
export async function post(path, body) {
  try {
    const response = await fetch(`/playground/${path}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "Accept-Language": language() },
      body: JSON.stringify(body),
    });
    const told = await response.json();
    return response.ok ? { told } : { error: told.error };
  } catch {
    return { error: say("playground-not-through") };
  }
}

export function newRef() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Gives the same ref for the same words, so that sending them again after a lost connection is the same action. */
export function refs() {
  let last = { words: "", ref: "" };
  return {
    of(words) {
      if (last.words !== words) last = { words, ref: newRef() };
      return last.ref;
    },
    forget() {
      last = { words: "", ref: "" };
    },
  };
}
