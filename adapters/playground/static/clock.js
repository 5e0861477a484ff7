// The playground's time, and how the reader's language writes it.

import { locale } from "./words.js";

let ahead = 0;
const formats = new Map();

export function setNow(moment) {
  ahead = Date.parse(moment) - Date.now();
}

export function now() {
  return new Date(Date.now() + ahead);
}

const TIME = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
const DAY = { weekday: "long", day: "numeric", month: "long" };
const MOMENT = { weekday: "short", day: "numeric", month: "short", ...TIME };

function written(date, zone, options) {
  const key = `${locale()} ${zone} ${Object.keys(options)}`;
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(locale(), { timeZone: zone, ...options }));
  return formats.get(key).format(date);
}

/** 16:40 */
export const time = (date, zone) => written(date, zone, TIME);

/** Sunday 22 November */
export const day = (date, zone) => written(date, zone, DAY);

/** Sun 22 Nov, 16:40 */
export const moment = (date, zone) => written(date, zone, MOMENT);

export const number = (count) => count.toLocaleString(locale());
