/** A block of addresses: as many leading bits of `bits` as `length` says are fixed. */
export interface AddressBlock {
  readonly version: 4 | 6;
  readonly bits: bigint;
  readonly length: number;
}

/** `203.0.113.0/24`, `2001:db8::/32`, or one address. `undefined` for anything else. */
export function readAddressBlock(text: string): AddressBlock | undefined {
  const [address = "", written, ...rest] = text.split("/");
  const version = address.includes(":") ? 6 : 4;
  const bits = version === 4 ? readVersion4(address) : readVersion6(address);
  if (bits === undefined || rest.length > 0) return undefined;
  const width = version === 4 ? 32 : 128;
  if (written === undefined) return { version, bits, length: width };
  if (!/^[0-9]{1,3}$/.test(written) || Number(written) > width) return undefined;
  return { version, bits, length: Number(written) };
}

export function blockContains(block: AddressBlock, address: AddressBlock): boolean {
  if (block.version !== address.version || address.length < block.length) return false;
  const shift = BigInt((block.version === 4 ? 32 : 128) - block.length);
  return block.bits >> shift === address.bits >> shift;
}

/** Whether the block lies in an address range that is not routed in the internet: such a source never reaches AWS's API by it. */
export function isPrivateBlock(block: AddressBlock): boolean {
  return privateBlocks.some((known) => blockContains(known, block));
}

function readVersion4(text: string): bigint | undefined {
  const parts = text.split(".");
  if (parts.length !== 4) return undefined;
  let bits = 0n;
  for (const part of parts) {
    if (!/^[0-9]{1,3}$/.test(part) || Number(part) > 255) return undefined;
    bits = (bits << 8n) | BigInt(part);
  }
  return bits;
}

function readVersion6(text: string): bigint | undefined {
  if (text.length > 45) return undefined;
  const halves = text.split("::");
  if (halves.length > 2) return undefined;
  const head = readGroups(halves[0] ?? "");
  const tail = readGroups(halves[1] ?? "");
  if (head === undefined || tail === undefined) return undefined;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  return [...head, ...Array.from({ length: missing }, () => 0n), ...tail].reduce(
    (bits, group) => (bits << 16n) | group,
    0n,
  );
}

function readGroups(text: string): readonly bigint[] | undefined {
  if (text === "") return [];
  const groups: bigint[] = [];
  for (const part of text.split(":")) {
    const embedded = part.includes(".") ? readVersion4(part) : undefined;
    if (embedded !== undefined) groups.push(embedded >> 16n, embedded & 0xffffn);
    else if (/^[0-9a-fA-F]{1,4}$/.test(part)) groups.push(BigInt(`0x${part}`));
    else return undefined;
  }
  return groups;
}

/** RFC 1918, RFC 6598, RFC 3927, RFC 1122 and RFC 4193. */
const privateBlocks: readonly AddressBlock[] = [
  "10.0.0.0/8",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "100.64.0.0/10",
  "169.254.0.0/16",
  "127.0.0.0/8",
  "fc00::/7",
  "fe80::/10",
].flatMap((text) => readAddressBlock(text) ?? []);
