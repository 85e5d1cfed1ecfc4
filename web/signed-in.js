// Sends who comes back from a state identity provider on to the ballot they left, with what the provider said: as a
// fragment, so that no log has it beside the okrug.

let asked = null;
try { asked = JSON.parse(sessionStorage.getItem("uzdik.citizen")); } catch { /* then it leads to the front page */ }
location.replace(asked?.page?.startsWith("/vote/") ? `${asked.page}#${location.search.slice(1)}` : "/");
