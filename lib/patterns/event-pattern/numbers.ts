/**
 * The number that EventBridge compares by value, or `undefined` where it compares the spelling: a number that a
 * double cannot hold exactly, as its shortest decimal spelling (9007199254740993, 1e400).
 * Source: event-ruler 2.0.1, ComparableNumber.
 */
export function comparableNumber(text: string): number | undefined {
  const value = Number(text);
  if (!Number.isFinite(value)) return undefined;
  return canonicalDecimal(text) === canonicalDecimal(String(value)) ? value : undefined;
}

/** The decimal value as digits without outer zeros and a power of ten: equal values have equal spellings. */
function canonicalDecimal(text: string): string {
  const parts = /^([+-]?)([0-9]*)\.?([0-9]*)(?:[eE]([+-]?[0-9]+))?$/.exec(text);
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = parts ?? [];
  const digits = withoutLeadingZeros(whole + fraction);
  const kept = withoutTrailingZeros(digits);
  if (kept === "") return "0";
  const power = Number(exponent) - fraction.length + (digits.length - kept.length);
  return `${sign === "-" ? "-" : ""}${kept}e${power}`;
}

function withoutLeadingZeros(digits: string): string {
  let start = 0;
  while (digits[start] === "0") start++;
  return digits.slice(start);
}

function withoutTrailingZeros(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits[end - 1] === "0") end--;
  return digits.slice(0, end);
}
