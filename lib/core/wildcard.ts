/**
 * Whether `text` matches `pattern`, in which `*` stands for any run of characters (none too) and `?` for exactly
 * one. Case-sensitive. Time is at worst proportional to the product of the lengths and in practice linear: a
 * later `*` makes an earlier one's choice final, so nothing is ever tried twice for two stars.
 */
export function globMatches(pattern: string, text: string): boolean {
  let at = 0;
  let textAt = 0;
  let starAt = -1;
  let retryAt = 0;
  while (textAt < text.length) {
    const sign = pattern[at];
    if (sign === "*") {
      starAt = at++;
      retryAt = textAt;
    } else if (sign === "?" || (sign !== undefined && sign === text[textAt])) {
      at++;
      textAt++;
    } else if (starAt >= 0) {
      at = starAt + 1;
      textAt = ++retryAt;
    } else {
      return false;
    }
  }
  while (pattern[at] === "*") at++;
  return at === pattern.length;
}
