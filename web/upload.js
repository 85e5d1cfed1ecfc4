// Puts a file where a presigned upload says, telling how far it is.

import { Refusal } from "/app.js";

/** Headers that the browser sets by itself and lets no page set. */
const BROWSERS_OWN = ["content-length", "host"];

/** Sends `file` by `upload` ({method, url, headers}); `tell` hears the bytes sent. */
export function put(upload, file, tell) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(upload.method, upload.url);
    for (const [name, value] of Object.entries(upload.headers || {})) {
      if (!BROWSERS_OWN.includes(name.toLowerCase())) request.setRequestHeader(name, value);
    }
    request.upload.onprogress = (e) => tell(e.loaded);
    request.onload = () => (request.status < 300 ? resolve() : reject(new Refusal(request.status)));
    request.onerror = () => reject(new Refusal(0));
    request.send(file);
  });
}
