/**
 * Text comparison for `equals-ignore-case`: each UTF-16 unit of the pattern stands for its lower or its upper case
 * (which may be longer: `ß` and `SS`), as event-ruler 2.0.1 reads it.
 */
export function equalsIgnoringCase(wanted: string, text: string): boolean {
  return endOfFolded(wanted, text) === text.length;
}

export function startsWithIgnoringCase(wanted: string, text: string): boolean {
  return endOfFolded(wanted, text) !== undefined;
}

export function endsWithIgnoringCase(wanted: string, text: string): boolean {
  let at = text.length;
  for (let index = wanted.length - 1; index >= 0; index--) {
    const found = casesOf(wanted.charAt(index)).find((form) => text.endsWith(form, at));
    if (found === undefined) return false;
    at -= found.length;
  }
  return true;
}

function endOfFolded(wanted: string, text: string): number | undefined {
  let at = 0;
  for (let index = 0; index < wanted.length; index++) {
    const found = casesOf(wanted.charAt(index)).find((form) => text.startsWith(form, at));
    if (found === undefined) return undefined;
    at += found.length;
  }
  return at;
}

function casesOf(unit: string): readonly string[] {
  return [unit.toLowerCase(), unit.toUpperCase()];
}
