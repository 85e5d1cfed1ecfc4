// Asks again and again what others did meanwhile, while somebody looks.

const EVERY = 15_000;

/** Calls `look` every 15 seconds while the page is in sight; what goes wrong is tried again the next time. */
export function live(look) {
  setInterval(() => { if (document.visibilityState === "visible") look().catch(() => {}); }, EVERY);
}
