// How far each person has read each place; kept in this browser.

const KEY = "glitterkaktus.read";
let marks = {};

/** `now` (Date): marks that lie ahead belong to a chat that is gone. */
export function loadMarks(now) {
  marks = JSON.parse(localStorage.getItem(KEY) ?? "{}");
  for (const [key, at] of Object.entries(marks)) {
    if (Date.parse(at) > now.getTime()) delete marks[key];
  }
}

export function isUnread(account, place, at) {
  const mark = marks[`${account} ${place}`];
  return !mark || Date.parse(at) > Date.parse(mark);
}

export function markRead(account, place, at) {
  if (!isUnread(account, place, at)) return;
  marks[`${account} ${place}`] = at;
  localStorage.setItem(KEY, JSON.stringify(marks));
}
