/** The first few of a list, for messages: "`a`, `b` and 4 more". */
export function someOf(names: readonly string[]): string {
  return firstOf(names.map((name) => `\`${name}\``));
}

/** Longer lists are shortened between their items, before a message would cut one in two. */
const longestList = 180;

/** As `someOf`, of words that are written as they are. */
export function firstOf(words: readonly string[]): string {
  let shown = words.slice(0, words.length > 4 ? 3 : 4);
  while (shown.length > 1 && shown.join(", ").length > longestList) shown = shown.slice(0, -1);
  const rest = words.length - shown.length;
  return rest === 0 ? listed(shown) : `${shown.join(", ")} and ${rest} more`;
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts[parts.length - 1] ?? ""}`;
}
