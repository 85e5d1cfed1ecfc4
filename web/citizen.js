// A resident signs in at a state identity provider and comes back to their ballot. The provider knows one address of
// this site, `/signed-in.html`, which sends on to the page that was left.

import { comeBack, issuer, leave } from "/oidc.js";

const PART = "citizens";
const KEY = "uzdik.citizen";

/** Leaves to sign in. False where no provider is named or reached. */
export async function goToSignIn() {
  const config = await issuer(PART).catch(() => null);
  if (config) leave(config, KEY, `${location.origin}/signed-in.html`);
  return Boolean(config);
}

/** The token that the way back brought; null where it came to nothing. */
export const tokenBrought = () => comeBack(PART, KEY).catch(() => null);
