// Residents who sign in at a state identity provider and come back to their ballot. The provider knows one address of
// this site, `/signed-in.html`, which sends on to the page that was left.

import { t, trouble } from "/vote-page.js";
import { vote } from "/vote.js";

const PART = "citizens";
const KEY = "uzdik.citizen";

vote({
  arrive() {
    const brought = location.hash.slice(1);
    if (!brought.includes("state=")) return undefined;
    history.replaceState(null, "", location.pathname);
    return async () => {
      const { redeem } = await import("/oidc.js");
      return redeem(PART, KEY, brought);
    };
  },
  slips: () => false,
  ask: () => true,
  dress: () => [],
  async proof() {
    const { issuer, leave } = await import("/oidc.js").catch(() => ({}));
    const config = issuer && (await issuer(PART).catch(() => null));
    if (config) leave(config, KEY, `${location.origin}/signed-in.html`);
    else trouble(t("signInFailed"));
    return null;
  },
  who: () => null,
  resume() {},
  forget() {},
  mends: [],
});
