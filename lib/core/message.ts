/** The names in braces of a message, as a type: `"group {group} is {state}"` gives `"group" | "state"`. */
export type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** A message is what is wrong, or what is wrong with a fix of its own in place of the policy's. */
export type Message = string | { readonly what: string; readonly fix: string };

/** What a message needs to be written out. */
export type DataOf<M extends Message> = M extends string
  ? Record<Placeholders<M>, string | number>
  : M extends { readonly what: infer What extends string; readonly fix: infer Fix extends string }
    ? Record<Placeholders<What> | Placeholders<Fix>, string | number>
    : never;

/** Longest piece of a user's value that a message quotes, in characters. */
const longestQuote = 200;

/** Longest piece that a fix quotes, in characters: some fixes give whole policy statements. */
export const longestQuoteInFix = 2000;

/** Writes `data` into the braces of `text`. A name that `data` lacks stays as it is. Values longer than `longest` are shortened. */
export function fillIn(
  text: string,
  data: Readonly<Record<string, string | number>>,
  longest: number = longestQuote,
): string {
  return text.replace(/\{([A-Za-z][A-Za-z0-9]*)\}/g, (whole, name: string) =>
    Object.hasOwn(data, name) ? oneLine(String(data[name]), longest) : whole,
  );
}

/** A text on one line, without control characters; shortened beyond `longest` characters. */
export function oneLine(value: string, longest: number): string {
  const shortened = value.length > longest ? `${value.slice(0, longest)}...` : value;
  return shortened.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ");
}
