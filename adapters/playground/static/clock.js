// The playground's time, and how the reader's place writes it.

let ahead = 0;
const formats = new Map();

export function setNow(moment) {
  ahead = Date.parse(moment) - Date.now();
}

export function now() {
  return new Date(Date.now() + ahead);
}

function parts(date, zone) {
  if (!formats.has(zone)) {
    formats.set(zone, new Intl.DateTimeFormat("en-GB", {
      timeZone: zone, hourCycle: "h23",
      weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit",
    }));
  }
  const found = formats.get(zone).formatToParts(date);
  return Object.fromEntries(found.map(({ type, value }) => [type, value]));
}

/** `16:40` */
export function time(date, zone) {
  const { hour, minute } = parts(date, zone);
  return `${hour}:${minute}`;
}

/** `Sunday 22 November` */
export function day(date, zone) {
  const { weekday, day, month } = parts(date, zone);
  return `${weekday} ${day} ${month}`;
}

/** `Sun 22 Nov, 16:40` */
export function moment(date, zone) {
  const { weekday, day, month } = parts(date, zone);
  return `${weekday.slice(0, 3)} ${day} ${month.slice(0, 3)}, ${time(date, zone)}`;
}
