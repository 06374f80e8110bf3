/** The prefix of an action or a condition key, in lower case: `s3` of `s3:GetObject`. Empty where there is none. */
export function servicePrefix(name: string): string {
  return name.slice(0, Math.max(name.indexOf(":"), 0)).toLowerCase();
}
