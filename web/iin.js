// The check digit of an IIN, so that a slip of the finger is seen at once; the server judges for itself.

/** Whether `text` can be the IIN of a person. */
export function looksLikeIin(text) {
  if (!/^\d{12}$/.test(text) || !"123456".includes(text[6])) return false;
  const digits = [...text].map(Number);
  const sum = (shift) => digits.slice(0, 11).reduce((all, digit, i) => all + digit * (((i + shift) % 11) + 1), 0) % 11;
  let check = sum(0);
  if (check === 10) check = sum(2);
  return check === digits[11];
}
