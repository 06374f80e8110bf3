/** One element of DER: its tag, where its contents begin, and where they end. */
interface DerElement {
  readonly tag: number;
  readonly start: number;
  readonly end: number;
}

const tags = { sequence: 0x30, version: 0xa0, utcTime: 0x17, generalizedTime: 0x18 } as const;

/** When the first certificate of a PEM text expires (RFC 5280, 4.1), or `undefined` where the text holds none. */
export function certificateExpiry(pem: string): Date | undefined {
  const body = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]{1,100000})-----END CERTIFICATE-----/.exec(pem)?.[1];
  if (body === undefined) return undefined;
  const der = Buffer.from(body.replace(/\s/g, ""), "base64");
  const certificate = elementAt(der, 0, tags.sequence);
  const signed = certificate && elementAt(der, certificate.start, tags.sequence);
  const first = signed && elementAt(der, signed.start);
  const serial = first?.tag === tags.version ? elementAt(der, first.end) : first;
  const algorithm = serial && elementAt(der, serial.end, tags.sequence);
  const issuer = algorithm && elementAt(der, algorithm.end, tags.sequence);
  const validity = issuer && elementAt(der, issuer.end, tags.sequence);
  const notBefore = validity && elementAt(der, validity.start);
  const notAfter = notBefore && elementAt(der, notBefore.end);
  return notAfter && timeOf(notAfter, der.toString("latin1", notAfter.start, notAfter.end));
}

/** The element at `offset`, if it is whole and has the `wanted` tag. */
function elementAt(der: Buffer, offset: number, wanted?: number): DerElement | undefined {
  const [tag, first] = [der[offset], der[offset + 1]];
  if (tag === undefined || first === undefined || (wanted !== undefined && tag !== wanted)) return undefined;
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  const start = offset + 2 + lengthBytes;
  if (lengthBytes > 4 || start > der.length) return undefined;
  const length = lengthBytes === 0 ? first : der.readUIntBE(offset + 2, lengthBytes);
  return start + length <= der.length ? { tag, start, end: start + length } : undefined;
}

/** `YYMMDDhhmmssZ`, where years from 50 on are of the last century, or `YYYYMMDDhhmmssZ`. */
function timeOf({ tag }: DerElement, text: string): Date | undefined {
  const long = tag === tags.utcTime ? `${Number(text.slice(0, 2)) >= 50 ? "19" : "20"}${text}` : text;
  const parts = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/.exec(long);
  if (!parts || (tag !== tags.utcTime && tag !== tags.generalizedTime)) return undefined;
  const [, year, month, day, hour, minute, second] = parts;
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(time.getTime()) ? undefined : time;
}
