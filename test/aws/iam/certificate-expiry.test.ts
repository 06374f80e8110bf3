import assert from "node:assert/strict";
import { certificateExpiry } from "../../../lib/aws/iam/certificate-expiry";

/** Of a key made for this test. */
const certificate = `-----BEGIN CERTIFICATE-----
MIIBEzCBugIBATAKBggqhkjOPQQDAjAWMRQwEgYDVQQDDAtleGFtcGxlLmNvbTAe
Fw0yNTA2MDEwMDAwMDBaFw0yNjA2MDEwMDAwMDBaMBYxFDASBgNVBAMMC2V4YW1w
bGUuY29tMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEhuK0BHSCHl5SB8BKjNrf
F1vfyeiwGp40hNlfKpIb1q8FH//UgKQ5/vRXWh66xoszXcfW33hfdOcqdQX+4SaB
jDAKBggqhkjOPQQDAgNIADBFAiB837A6AhGixdBS04P2vcl8jszqfiG60Mo9JCGR
Ime5jwIhAMjodqPcAob9TR/1CsDeQ7KTzDMFJmoIyatX+rEzx16J
-----END CERTIFICATE-----`;

describe("the expiry of a certificate", () => {
  it("is read from PEM, with whatever stands around it", () => {
    assert.equal(certificateExpiry(`subject=...\n${certificate}\n`)?.toISOString(), "2026-06-01T00:00:00.000Z");
  });

  it("is nothing where there is no certificate", () => {
    const cut = certificate.replace(/MIIB[^]{90}/, "");
    const empty = "-----BEGIN CERTIFICATE-----\nMA==\n-----END CERTIFICATE-----";
    for (const text of ["", "PEM", cut, empty]) assert.equal(certificateExpiry(text), undefined);
  });
});
