// The playground: keeps what the server tells, shows it, and sends what the person does.

import { day, moment, now, setNow, time } from "./clock.js";
import { createComposer } from "./composer.js";
import { drawPost, element } from "./draw.js";
import { newRef, post, refs } from "./net.js";
import { isUnread, loadMarks, markRead } from "./reads.js";
import { createSheets, isForm } from "./sheets.js";
import { address, drawSide } from "./side.js";
import { drawWelcome } from "./welcome.js";
import { city, say, speak } from "./words.js";

const $ = (id) => document.getElementById(id);
const page = document.body.dataset;
const room = {
  bot: { account: page.bot, name: page.botName },
  me: page.me, place: "", placeName: "", zone: page.office,
  told: false, people: new Map(), channels: [], posts: new Map(), stirred: new Map(),
  press, example,
  submit: (...filled) => sheets.submit(...filled),
  cancel: (form) => sheets.cancel(form),
};
const said = refs();
const pressing = new Set();
let source = null;
let drawnDay = "";

const composer = createComposer({
  colleagues: () => [...room.people.values()].map((person, order) => ({ person, order }))
    .filter(({ person }) => person.account !== room.me),
  send: write,
});
const sheets = createSheets({
  room, send, put, after,
  back: ({ from, opener }) => {
    if (opener?.isConnected) opener.focus();
    else if (drawn(from)) drawn(from).focus();
    else composer.focus();
  },
});

// ---------------------------------------------------------------- what the server tells

const HEARD = {
  snapshot(told) {
    room.told = true;
    speak(told.frame);
    composer.advise();
    setNow(told.now);
    loadMarks(now());
    room.channels = told.channels;
    room.posts = new Map(told.posts.map((post) => [post.id, post]));
    room.stirred = new Map(told.stirred.map(({ account, at }) => [account, at]));
    HEARD.people(told.people);
    $("problem").textContent = "";
    show();
  },
  people(told) {
    room.people = new Map(told.map((person) => [person.account, person]));
    refreshSide();
  },
  posted(post) {
    if (room.posts.has(post.id)) return;
    room.posts.set(post.id, post);
    if (post.place === room.place) append(post);
    else announce(say("playground-new-in", { place: nameOf(post.place) }));
    refreshSide();
  },
  edited(post) {
    // An answer comes twice: to the press, and with the stream.
    if (JSON.stringify(room.posts.get(post.id)) === JSON.stringify(post)) return;
    room.posts.set(post.id, post);
    const before = drawn(post.id);
    if (!before) return;
    const focused = before.contains(document.activeElement);
    const made = drawPost(post, room);
    made.classList.add("fresh");
    before.replaceWith(made);
    if (focused) made.focus();
  },
  deleted({ id }) {
    room.posts.delete(id);
    drawn(id)?.remove();
    if (!here().length) drawLog();
    refreshSide();
  },
  stirred({ account, at }) {
    room.stirred.set(account, at);
    refreshSide();
  },
  clock(told) {
    setNow(told.now);
    drawClock();
    announce(say("playground-clock-shows", { when: $("now").textContent }));
  },
};

function connect() {
  source?.close();
  room.told = false;
  source = new EventSource(`/playground/events?${new URLSearchParams({ as: room.me })}`);
  for (const [event, hear] of Object.entries(HEARD)) {
    source.addEventListener(event, ({ data }) => hear(JSON.parse(data)));
  }
  source.addEventListener("error", () => {
    $("problem").textContent = say("playground-gone");
  });
}

// ---------------------------------------------------------------- what the person does

/** As `post`, for whoever the person is; nothing where they have become somebody else meanwhile. */
async function send(path, body) {
  const me = room.me;
  const answer = await post(path, { as: me, ...body });
  return me === room.me ? answer : {};
}

/** As `send`; what went wrong stands above the message field. */
async function ask(path, body) {
  const { told, error } = await send(path, body);
  $("problem").textContent = error ?? "";
  return told;
}

async function write(text) {
  const told = await ask("say", { place: room.place, text, ref: said.of(text) });
  if (!told) return false;
  said.forget();
  if (!told.answer) return true;
  if (isForm(told.answer)) sheets.show(told.answer, "", null);
  else HEARD.posted(told.answer);
  return !told.answer.pieces.some(({ piece }) => piece === "draft");
}

async function press(from, { name, subject }) {
  if (pressing.has(from.id)) return;
  pressing.add(from.id);
  const opener = document.activeElement;
  const told = await ask("press", { place: from.place, name, subject, ref: newRef(), message: from.id });
  pressing.delete(from.id);
  if (!told) return;
  if (isForm(told.answer)) sheets.show(told.answer, from.id, opener);
  else after(told.answer, from.id);
}

/** Show what a press or a form led to: a card where it stood, anything else below. */
function after(answer, from) {
  if (room.posts.has(answer.id)) HEARD.edited(answer);
  else HEARD.posted(answer);
  if (answer.id === from) drawn(from)?.focus();
  else composer.focus();
}

function example(text) {
  composer.focus();
  composer.fill(text);
}

function go(url, { remember }) {
  const asked = new URLSearchParams(url.search);
  const me = room.people.has(asked.get("as")) ? asked.get("as") : page.me;
  const changed = me !== room.me || !source;
  room.me = me;
  room.placeName = asked.get("in") ?? "general";
  if (remember) history.pushState(null, "", url.search);
  openMenu(false);
  if (changed) {
    room.posts.clear();
    connect();
  }
  if (room.channels.length) show();
}

// ---------------------------------------------------------------- what stands on the screen

function nameOf(key) {
  const channel = room.channels.find((place) => place.key === key);
  return channel ? `#${channel.name}` : room.bot.name;
}

function here() {
  return [...room.posts.values()].filter((post) => post.place === room.place);
}

function drawn(id) {
  return $("log").querySelector(`[data-id="${CSS.escape(id)}"]`);
}

function show() {
  const channel = room.channels.find(({ name }) => name === room.placeName);
  room.place = channel?.key ?? `direct:${room.me}`;
  room.placeName = channel?.name ?? room.bot.account;
  room.zone = room.people.get(room.me)?.zone || page.office;
  $("place").textContent = nameOf(room.place);
  $("topic").textContent = channel?.topic ?? say("playground-only-two");
  const into = say("playground-message-to", { place: nameOf(room.place) });
  $("line-label").textContent = into;
  $("line").placeholder = into;
  document.title = `${nameOf(room.place)} · ${room.people.get(room.me)?.name} · Glitterkaktus`;
  drawClock();
  drawLog();
  refreshSide();
}

function drawLog() {
  const log = $("log");
  const focused = log.contains(document.activeElement) ? document.activeElement : null;
  log.setAttribute("aria-live", "off");
  log.replaceChildren();
  drawnDay = "";
  here().forEach((post) => append(post));
  sheets.here().forEach(({ post, made }) => append(post, made));
  if (!log.hasChildNodes() && room.told) log.append(drawWelcome(room));
  if (focused?.isConnected) focused.focus();
  log.scrollTop = log.querySelector(".welcome") ? 0 : log.scrollHeight;
  requestAnimationFrame(() => log.setAttribute("aria-live", "polite"));
}

function append(post, made = drawPost(post, room)) {
  const log = $("log");
  const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 120;
  log.querySelector(".welcome")?.remove();
  const on = day(new Date(post.at), room.zone);
  if (on !== drawnDay) log.append(element("p", "day", on));
  drawnDay = on;
  made.classList.toggle("fresh", isUnread(room.me, post.place, post.at));
  log.append(made);
  if (atEnd || post.author === room.me || post.private) log.scrollTop = log.scrollHeight;
}

function put(form, made) {
  if (form.place === room.place && !made.isConnected) append(form, made);
}

function refreshSide() {
  const newest = here().at(-1);
  if (newest && !document.hidden) markRead(room.me, room.place, newest.at);
  const foreign = ({ author, private: mine }) => author !== room.me && !mine;
  drawSide(room, {
    place: (key) => [...room.posts.values()].some((post) =>
      post.place === key && foreign(post) && isUnread(room.me, key, post.at)),
    person: (account) => room.stirred.has(account)
      && isUnread(account, `direct:${account}`, room.stirred.get(account)),
  });
}

function drawClock() {
  const text = moment(now(), room.zone);
  if ($("now").textContent !== text) $("now").textContent = text;
  $("now").dateTime = now().toISOString();
  const there = { city: city(), time: time(now(), page.office) };
  $("office").textContent = there.time === time(now(), room.zone) ? "" : say("playground-clock-elsewhere", there);
}

function announce(text) {
  $("status").textContent = text;
}

function openMenu(open) {
  document.body.classList.toggle("menu-open", open);
  $("menu").setAttribute("aria-expanded", String(open));
  $("shade").hidden = !open;
  $("page").inert = open;
  if (open) $("sidebar").querySelector("a")?.focus();
}

// ---------------------------------------------------------------- wiring

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-go]");
  if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  go(new URL(link.href), { remember: true });
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !document.body.classList.contains("menu-open")) return;
  openMenu(false);
  $("menu").focus();
});
// A hidden window gives its connection back: browsers allow six of them to one server.
document.addEventListener("visibilitychange", () => {
  if (document.hidden) source?.close();
  else connect();
});
window.addEventListener("popstate", () => go(new URL(location.href), { remember: false }));
for (const button of document.querySelectorAll("[data-to]")) {
  button.addEventListener("click", () => ask("clock", { to: button.dataset.to }));
}
$("menu").addEventListener("click", () => openMenu(true));
$("shade").addEventListener("click", () => openMenu(false));
$("skip").addEventListener("click", (event) => { event.preventDefault(); composer.focus(); });
setInterval(drawClock, 1000);

if (!page.me) $("problem").textContent = say("playground-nobody");
else {
  history.replaceState(null, "", location.search || address(page.me, "general"));
  go(new URL(location.href), { remember: false });
}
