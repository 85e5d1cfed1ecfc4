// Sends an archive part by part over a line that breaks: what has come stays, and the rest is asked for again.

import { Refusal } from "/app.js";
import { PART } from "/archive.js";

/** Headers that the browser sets by itself and lets no page set. */
const BROWSERS_OWN = ["content-length", "host"];
const AT_ONCE = 3;
const MOST_FAILURES = 30;
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 60_000;
/** Speed is that of the last moments, in milliseconds. */
const LOOK_BACK = 20_000;

/**
 * Sends `archive`. `ask` says how far the upload is, `{complete, received, links}`, and is asked until it is complete;
 * `tell` hears `{safe, sent, speed, left, pause}`: bytes that are safe, bytes sent, bytes per second, seconds left (null
 * while unknown), and milliseconds until the next try (null while sending).
 */
export async function sendParts(archive, ask, tell) {
  const course = new Course(archive.size, tell);
  for (let failures = 0; ;) {
    let sent = 0;
    let reason = null;
    try {
      const answer = await ask();
      course.received(answer.received);
      if (answer.complete) return;
      const links = [...answer.links];
      const worker = async () => {
        for (let link = links.shift(); link; link = links.shift()) {
          try {
            await put(link, archive.slice((link.number - 1) * PART, link.number * PART), (bytes) => course.flying(link.number, bytes));
            course.arrived(link.number);
            sent++;
          } catch (e) {
            course.flying(link.number, 0);
            reason = e;
          }
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
    } catch (e) {
      if (!(e instanceof Refusal) || !e.passing) throw e;
      reason = e;
    }
    failures = sent > 0 || !reason ? 0 : failures + 1;
    if (failures === MOST_FAILURES) throw reason;
    if (reason) await pause(Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** failures), course);
  }
}

/** Waits, or less where the browser says that the line is back. */
function pause(milliseconds, course) {
  course.waits(milliseconds);
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      removeEventListener("online", go);
      resolve();
    };
    const timer = setTimeout(go, milliseconds);
    addEventListener("online", go);
  });
}

/** Sends `part` by `link` ({method, url, headers}); `tell` hears the bytes sent. */
export function put(link, part, tell) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(link.method, link.url);
    for (const [name, value] of Object.entries(link.headers || {})) {
      if (!BROWSERS_OWN.includes(name.toLowerCase())) request.setRequestHeader(name, value);
    }
    request.upload.onprogress = (e) => tell(e.loaded);
    request.onload = () => (request.status < 300 ? resolve() : reject(new Refusal(request.status)));
    request.onerror = () => reject(new Refusal(0));
    request.send(part);
  });
}

/** How far it is, part by part, and how fast. */
class Course {
  #size;
  #tell;
  #safe = new Set();
  #flying = new Map();
  #looks = [];

  constructor(size, tell) {
    this.#size = size;
    this.#tell = tell;
  }

  received(numbers) {
    this.#safe = new Set(numbers);
    this.#flying.clear();
    this.#looks = [];
    this.#say(null);
  }

  flying(number, bytes) {
    this.#flying.set(number, Math.min(bytes, this.#bytes(number)));
    this.#say(null);
  }

  arrived(number) {
    this.#flying.delete(number);
    this.#safe.add(number);
    this.#say(null);
  }

  waits(milliseconds) {
    this.#say(milliseconds);
  }

  #bytes(number) {
    return Math.min(PART, this.#size - (number - 1) * PART);
  }

  #say(wait) {
    const safe = [...this.#safe].reduce((sum, number) => sum + this.#bytes(number), 0);
    const sent = [...this.#flying.values()].reduce((sum, bytes) => sum + bytes, safe);
    const now = performance.now();
    this.#looks.push([now, sent]);
    while (this.#looks.length > 2 && now - this.#looks[0][0] > LOOK_BACK) this.#looks.shift();
    const [since, before] = this.#looks[0];
    const speed = now - since > 1000 ? Math.max(0, (sent - before) / (now - since) * 1000) : 0;
    this.#tell({ safe, sent, speed, left: speed > 0 ? (this.#size - sent) / speed : null, pause: wait });
  }
}
