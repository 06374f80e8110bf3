/** Words that stand for several people. */
const words = new Set([
  "admins",
  "administrators",
  "analysts",
  "developers",
  "devs",
  "engineers",
  "everybody",
  "everyone",
  "generic",
  "guest",
  "operators",
  "shared",
  "staff",
  "team",
  "users",
]);

/** Whether one of the words of a user's name stands for several people. */
export function looksShared(name: string): boolean {
  return name
    .toLowerCase()
    .split(/[^a-z]+/)
    .some((word) => words.has(word));
}
