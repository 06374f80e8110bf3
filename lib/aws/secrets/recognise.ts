/** What a text turned out to hold. The text itself is never handed on. */
export type SecretKind = "access key id" | "secret access key" | "private key";

/** The form of access key ids of users (`AKIA`) and of sessions (`ASIA`), as the IAM User Guide gives it. */
const accessKeyId = /(?<![A-Za-z0-9])A(?:KIA|SIA)[A-Z2-7]{16}(?![A-Za-z0-9])/;

const privateKey = /-----BEGIN (?:[A-Z]{2,12} )?PRIVATE KEY-----\s{0,4}[A-Za-z0-9+/]/;

/** Forty characters of base64, standing alone: what a secret access key looks like, and hashes in base64 too. */
const fortyCharacters = /(?<![A-Za-z0-9/+=_-])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=_-])/g;

/** A name that says secret, then the value: `aws_secret_access_key = ...`, `"secretKey": "..."`. */
const namedSecret = /secret[\w.-]{0,30}["']?\s{0,20}[:=]\s{0,20}["']?(?=([A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=]))/gi;

/** How far from an access key id its secret is looked for, in characters. */
const vicinity = 400;

/**
 * The credentials in `text`, which stands under `name`. Strict: a text is taken for a secret access key only next to an
 * access key id or under a name that says secret, and where its letters are mixed as random ones are.
 */
export function secretsIn(text: string, name = ""): readonly SecretKind[] {
  const found: SecretKind[] = [];
  const id = accessKeyId.exec(text);
  if (id) found.push("access key id");
  if (hasSecretKey(text, name, id?.index)) found.push("secret access key");
  if (privateKey.test(text)) found.push("private key");
  return found;
}

function hasSecretKey(text: string, name: string, nearId: number | undefined): boolean {
  if (saysSecret(name) && text.length === 40 && isRandom(text) && /^[A-Za-z0-9/+]{40}$/.test(text)) return true;
  for (const [, value = ""] of text.matchAll(namedSecret)) if (isRandom(value)) return true;
  if (nearId === undefined) return false;
  const surroundings = text.slice(Math.max(0, nearId - vicinity), nearId + vicinity);
  return [...surroundings.matchAll(fortyCharacters)].some(([value]) => isRandom(value));
}

/** Whether a name announces a secret: `AWS_SECRET_ACCESS_KEY`, `secretKey`. */
export function saysSecret(name: string): boolean {
  return /secret/i.test(name) && !/secret_?(arn|id|name)$/i.test(name);
}

/** Lower case, upper case and digits all occur, which no hexadecimal digest and no path in one case has. */
function isRandom(value: string): boolean {
  return /[a-z]/.test(value) && /[A-Z]/.test(value) && /\d/.test(value) && new Set(value).size >= 16;
}

/** The text itself, and what it says where it is base64 as user data often is. */
export function readings(text: string): readonly string[] {
  const compact = text.trim();
  const isBase64 = compact.length >= 24 && /^[A-Za-z0-9+/\r\n]+={0,2}$/.test(compact);
  return isBase64 ? [text, Buffer.from(compact, "base64").toString("latin1")] : [text];
}
