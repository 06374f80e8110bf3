/** An IP address as a number in its family. */
export interface Address {
  readonly bits: 32 | 128;
  readonly value: bigint;
}

/** A block of addresses, both ends included. */
export interface AddressRange {
  readonly bits: 32 | 128;
  readonly low: bigint;
  readonly high: bigint;
}

export type ReadRange =
  { readonly kind: "range"; readonly range: AddressRange } | { readonly kind: "invalid"; readonly problem: string };

/** The address that a text spells, or `undefined`: a host name and `AWS Internal` are no addresses. */
export function addressOf(text: string): Address | undefined {
  if (/^[0-9]+(?:\.[0-9]+){3}$/.test(text)) return versionFour(text);
  if (text.length <= 64 && /^[0-9a-fA-F:]+$/.test(text) && text.includes(":")) return versionSix(text);
  return undefined;
}

/**
 * A block as `cidr` takes it: `10.0.0.0/24`, `2001:db8::/32`; a block of one address is not one. Slashes at the end
 * are passed over, as event-ruler 2.0.1 does.
 */
export function addressRangeOf(text: string): ReadRange {
  const parts = text.split("/");
  while (parts.at(-1) === "") parts.pop();
  const [address = "", mask = "", ...more] = parts;
  if (mask === "" || more.length > 0) return { kind: "invalid", problem: "it must hold exactly one `/`" };
  if (!/^[+]?[0-9]{1,9}$/.test(mask)) return { kind: "invalid", problem: "the mask must be a whole number" };
  const base = addressOf(address);
  if (base === undefined) return { kind: "invalid", problem: "it must begin with an IP address" };
  const fixed = Number(mask);
  if (fixed >= base.bits) return { kind: "invalid", problem: `the mask must be less than ${base.bits}` };
  const size = 1n << BigInt(base.bits - fixed);
  const low = (base.value / size) * size;
  return { kind: "range", range: { bits: base.bits, low, high: low + size - 1n } };
}

export function inRange(address: Address, range: AddressRange): boolean {
  return address.bits === range.bits && address.value >= range.low && address.value <= range.high;
}

function versionFour(text: string): Address | undefined {
  const parts = text.split(".").map(Number);
  if (parts.some((part) => part > 255)) return undefined;
  return { bits: 32, value: parts.reduce((value, part) => value * 256n + BigInt(part), 0n) };
}

function versionSix(text: string): Address | undefined {
  const [before = "", after, ...more] = text.split("::");
  if (more.length > 0) return undefined;
  const head = groupsOf(before);
  const tail = groupsOf(after ?? "");
  if (head === undefined || tail === undefined) return undefined;
  const missing = 8 - head.length - tail.length;
  if (after === undefined ? missing !== 0 : missing < 1) return undefined;
  const groups = [...head, ...Array<number>(missing).fill(0), ...tail];
  return unmapped(groups.reduce((value, group) => value * 65536n + BigInt(group), 0n));
}

function groupsOf(text: string): readonly number[] | undefined {
  if (text === "") return [];
  const groups = text.split(":");
  return groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))
    ? groups.map((group) => parseInt(group, 16))
    : undefined;
}

/** An IPv4 address written in IPv6 (`::ffff:a00:1`) is an IPv4 address, as Java reads it. */
function unmapped(value: bigint): Address {
  return value >> 32n === 0xffffn ? { bits: 32, value: value & 0xffffffffn } : { bits: 128, value };
}
